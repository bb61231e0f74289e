import { APPLICANT_ROLES, definePermissions, STAFF_READERS } from '@wir/identity/domain';

export const DISBURSEMENT_PERMISSIONS = definePermissions({
  'bank-account.read': [...STAFF_READERS, ...APPLICANT_ROLES],
  'bank-account.confirm': ['CASE_WORKER'],
  'payment-block.read': [...STAFF_READERS, ...APPLICANT_ROLES],
  'payment-block.set': ['CASE_WORKER', 'HEAD_OF_UNIT', 'BUDGET_OFFICER'],
  'payment-block.lift': ['HEAD_OF_UNIT', 'CASE_WORKER'],
  'order-limit.read': STAFF_READERS,
  'order-limit.set': ['HEAD_OF_UNIT'],
  'legal-ground.record': ['BUDGET_OFFICER'],
  'disbursement.read': [...STAFF_READERS, ...APPLICANT_ROLES],
  'disbursement.create': ['APPLICANT_FINANCE'],
  'disbursement.submit': ['APPLICANT_SIGNATORY'],
  'disbursement.check': ['CASE_WORKER'],
  'disbursement.return': ['CASE_WORKER', 'PAYMENT_ORDERER'],
  'disbursement.order': ['PAYMENT_ORDERER'],
  'disbursement.cancel': ['PAYMENT_ORDERER', 'APPLICANT_FINANCE'],
  'payment-run.read': STAFF_READERS,
  'payment-run.create': ['PAYMENT_ORDERER'],
  'payment-return.read': STAFF_READERS,
  'payment-return.import': ['BUDGET_OFFICER'],
});
