import { definePermissions, STAFF_READERS } from '@wir/identity/domain';

export const BUDGET_PERMISSIONS = definePermissions({
  'budget.read': STAFF_READERS,
  'budget-year.move': ['BUDGET_OFFICER'],
  'budget-line.edit': ['BUDGET_OFFICER'],
  'budget-act.propose': ['BUDGET_OFFICER'],
  'budget-act.decide': ['BUDGET_OFFICER', 'HEAD_OF_UNIT'],
  'budget-scenario.edit': ['BUDGET_OFFICER', 'HEAD_OF_UNIT'],
  'budget.reconcile': ['BUDGET_OFFICER', 'HEAD_OF_UNIT', 'EXTERNAL_AUDITOR'],
});
