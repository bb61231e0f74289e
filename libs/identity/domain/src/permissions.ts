import { APPLICANT_ROLES, ROLES, STAFF_READERS, STAFF_ROLES, type Role } from './roles';

/** A flat list of rights with the roles that hold them. Each domain has one of its own. */
export type PermissionTable = Readonly<Record<string, readonly Role[]>>;

/** Keeps the names of the permissions as literal types. */
export function definePermissions<const Name extends string>(
  table: Readonly<Record<Name, readonly Role[]>>,
): Readonly<Record<Name, readonly Role[]>> {
  return table;
}

export const IDENTITY_PERMISSIONS = definePermissions({
  'account.administer': ['ADMIN'],
  'delegation.read': [...STAFF_READERS, 'ADMIN', ...APPLICANT_ROLES],
  'delegation.arrange': [...STAFF_ROLES, 'ADMIN', ...APPLICANT_ROLES],
  'conflict.read': STAFF_READERS,
  'conflict.record': STAFF_ROLES,
  'conflict.end': ['HEAD_OF_UNIT'],
});

/** Administrators see that the chain is whole, but no case. */
export const AUDIT_PERMISSIONS = definePermissions({
  'audit.read': ['EXTERNAL_AUDITOR', 'HEAD_OF_UNIT'],
  'audit.verify': ['EXTERNAL_AUDITOR', 'HEAD_OF_UNIT', 'ADMIN'],
});

/** Everybody has the start page; whoever has nothing to do sees an empty one. */
export const TASK_PERMISSIONS = definePermissions({
  'task.read': ROLES,
});

/** The rights of a person over all domains, sorted. */
export function permissionsOf(roles: readonly string[], tables: readonly PermissionTable[]): string[] {
  const found = new Set<string>();
  for (const table of tables) {
    for (const [permission, holders] of Object.entries(table)) {
      if (holders.some((holder) => roles.includes(holder))) found.add(permission);
    }
  }
  return [...found].sort();
}

/** Permissions that change something: no reader may hold one. */
export function isReading(permission: string): boolean {
  return /\.(read|verify|reconcile)$/.test(permission);
}
