import { definePermissions } from '@wir/identity/domain';

/** The head of the unit answers for the files; the court of audit sees what becomes of them. */
export const RETENTION_PERMISSIONS = definePermissions({
  'retention.read': ['HEAD_OF_UNIT', 'EXTERNAL_AUDITOR'],
  'retention.offer': ['HEAD_OF_UNIT'],
  'retention.decide': ['HEAD_OF_UNIT'],
  'retention.delete': ['HEAD_OF_UNIT'],
});
