import { APPLICANT_ROLES, definePermissions, STAFF_READERS } from '@wir/identity/domain';

/** The press office sees awards only, and of these only what was notified (see `isPublic`). */
export const DECISION_PERMISSIONS = definePermissions({
  'notice.read': [...STAFF_READERS, ...APPLICANT_ROLES],
  'notice.draft': ['CASE_WORKER'],
  'notice.cosign': ['CASE_WORKER'],
  'notice.return': ['HEAD_OF_UNIT'],
  'notice.sign': ['HEAD_OF_UNIT'],
  'notice.void': ['HEAD_OF_UNIT'],
  'notice.dispatch': ['CASE_WORKER'],
  'notice.retrieve': APPLICANT_ROLES,
  'notice.waive-appeal': ['APPLICANT_SIGNATORY'],
  'award.read': [...STAFF_READERS, ...APPLICANT_ROLES, 'PRESS_VIEWER'],
  'award.declare': ['APPLICANT_SIGNATORY'],
});
