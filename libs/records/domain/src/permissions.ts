import { definePermissions } from '@wir/identity/domain';

/** Making a bundle is reading: it changes no case, and the court of audit may do it. */
export const RECORD_PERMISSIONS = definePermissions({
  'bundle.make': ['EXTERNAL_AUDITOR', 'HEAD_OF_UNIT', 'BUDGET_OFFICER'],
  'payment.trace': ['EXTERNAL_AUDITOR', 'HEAD_OF_UNIT', 'BUDGET_OFFICER'],
});
