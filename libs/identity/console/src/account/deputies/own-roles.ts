import { DELEGABLE_ROLES, type Role } from '@wir/identity/domain';
import type { Me } from '@wir/shared/console';

/** Roles a person may hand to a deputy: the own ones, not those held for somebody else. */
export function ownDelegableRoles(me: Me | null): readonly Role[] {
  const held: readonly string[] = me?.roles ?? [];
  const borrowed = (me?.delegations ?? []).map(({ role }) => role);
  return DELEGABLE_ROLES.filter((role) => held.includes(role) && !borrowed.includes(role));
}
