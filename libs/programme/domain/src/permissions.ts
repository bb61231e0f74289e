import { definePermissions, ROLES } from '@wir/identity/domain';

/** Calls, modules and the list of applicants are public knowledge inside the portal. */
export const PROGRAMME_PERMISSIONS = definePermissions({
  'programme.read': ROLES,
});
