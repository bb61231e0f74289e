/** A delegation that is in force now, as the session knows it. */
export interface ActiveDelegation {
  readonly role: string;
  /** The person represented. */
  readonly personId: string;
  readonly name: string;
}

export interface Deputy {
  readonly personId: string;
  /** Left out together with the delegations where nobody deputises. */
  readonly ownRoles?: readonly string[];
  readonly delegations?: readonly ActiveDelegation[];
}

/** The delegation through which somebody holds one of the roles; null when one of them is his own, or none is his. */
export function delegationFor<Delegation extends ActiveDelegation>(
  actor: { readonly ownRoles: readonly string[]; readonly delegations: readonly Delegation[] },
  roles: readonly string[],
): Delegation | null {
  if (roles.some((role) => actor.ownRoles.includes(role))) return null;
  return actor.delegations.find(({ role }) => roles.includes(role)) ?? null;
}

/** Who acts when this person uses one of the roles: he himself and, when he deputises, the person represented. */
export function actingPersons(actor: Deputy, roles: readonly string[]): readonly string[] {
  const { personId, ownRoles = [], delegations = [] } = actor;
  return withRepresented(personId, delegationFor({ ownRoles, delegations }, roles));
}

/** A deputy must not do what the person represented could not do: both count as acting. */
export function withRepresented(personId: string, deputyFor: { readonly personId: string } | null): readonly string[] {
  return deputyFor === null ? [personId] : [personId, deputyFor.personId];
}
