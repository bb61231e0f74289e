import { DELEGABLE_ROLES } from '@wir/identity/domain';
import type { DelegableRole, MeDto } from '@wir/shared/contract';

/** Roles a person may hand to a deputy: the own ones, not those held for somebody else. */
export function ownDelegableRoles(me: MeDto | null): readonly DelegableRole[] {
  const held: readonly string[] = me?.roles ?? [];
  const borrowed: readonly string[] = (me?.delegations ?? []).map(({ role }) => role);
  return DELEGABLE_ROLES.filter((role): role is DelegableRole => held.includes(role) && !borrowed.includes(role));
}
