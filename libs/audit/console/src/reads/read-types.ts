/** What can be looked at, in the order of a case; others still show, by their code. */
export const READ_TYPES = [
  'APPLICATION',
  'NOTICE',
  'AWARD',
  'BANK_ACCOUNT',
  'DISBURSEMENT_REQUEST',
  'PAYMENT_ORDER',
  'PAYMENT_RUN',
  'ACCOUNT',
  'AUDIT',
  'AUDIT_BUNDLE',
] as const;
