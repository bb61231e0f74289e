import { APPLICANT_ROLES, definePermissions, STAFF_READERS } from '@wir/identity/domain';

export const APPLICATION_PERMISSIONS = definePermissions({
  'application.read': [...STAFF_READERS, ...APPLICANT_ROLES],
  'application.create': ['APPLICANT_EDITOR'],
  'application.edit': ['APPLICANT_EDITOR', 'APPLICANT_FINANCE'],
  'application.return-from-signature': ['APPLICANT_EDITOR', 'APPLICANT_SIGNATORY'],
  'application.submit': ['APPLICANT_SIGNATORY'],
  'application.withdraw': ['APPLICANT_SIGNATORY'],
  'application.completeness': ['CASE_WORKER'],
  'application.request-information': ['CASE_WORKER'],
  'application.check': ['CASE_WORKER'],
  'application.recommend': ['CASE_WORKER'],
  'application.confirm-budget': ['BUDGET_OFFICER'],
  'application.decide': ['HEAD_OF_UNIT'],
  'check.read': STAFF_READERS,
});
