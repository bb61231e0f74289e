/** Permission → roles that hold it, as the `…_PERMISSIONS` tables of the domains say. */
const holders = new Map<string, ReadonlySet<string>>();

/** Called by each module file with the table of its domain. */
export function registerPermissions(table: Readonly<Record<string, readonly string[]>>): void {
  for (const [permission, roles] of Object.entries(table)) holders.set(permission, new Set(roles));
}

export function hasPermission(roles: readonly string[], permission: string): boolean {
  const allowed = holders.get(permission);
  return allowed !== undefined && roles.some((role) => allowed.has(role));
}

export function permissionsOf(roles: readonly string[]): string[] {
  return [...holders.keys()].filter((permission) => hasPermission(roles, permission)).sort();
}

export function rolesWith(permission: string): string[] {
  return [...(holders.get(permission) ?? [])].sort();
}
