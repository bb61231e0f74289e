import { definePermissions, STAFF_READERS } from '@wir/identity/domain';

export const BUDGET_PERMISSIONS = definePermissions({
  'budget.read': STAFF_READERS,
  'budget-year.move': ['BUDGET_OFFICER'],
  'budget.reconcile': ['BUDGET_OFFICER', 'HEAD_OF_UNIT', 'EXTERNAL_AUDITOR'],
});
