export {
  ACTOR_ROLES,
  APPLICANT_ROLES,
  isRole,
  ROLE_LABELS,
  roleLabel,
  ROLES,
  STAFF_READERS,
  STAFF_ROLES,
} from './roles';
export type { ActorRole, Role } from './roles';
export {
  AUDIT_PERMISSIONS,
  definePermissions,
  IDENTITY_PERMISSIONS,
  isReading,
  permissionsOf,
  TASK_PERMISSIONS,
} from './permissions';
export type { PermissionTable } from './permissions';
export { arePersonsDifferent, assertDifferentPersons } from './different-persons';
