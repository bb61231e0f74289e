import { DomainError } from '@wir/shared/kernel';

export const ACCOUNT_STATES = ['INVITED', 'ACTIVE', 'LOCKED', 'LEFT'] as const;
export type AccountState = (typeof ACCOUNT_STATES)[number];

export type AccountAct =
  'change' | 'invite' | 'lock' | 'unlock' | 'endSessions' | 'grant' | 'resetFactors' | 'leave' | 'erase';

/** In which states an administrator may do what. Whoever has left never comes back through the same account. */
const OPEN_IN: Readonly<Record<AccountAct, readonly AccountState[]>> = {
  change: ['INVITED', 'ACTIVE', 'LOCKED'],
  invite: ['INVITED'],
  lock: ['INVITED', 'ACTIVE'],
  unlock: ['LOCKED'],
  endSessions: ['ACTIVE', 'LOCKED'],
  grant: ['INVITED', 'ACTIVE', 'LOCKED'],
  resetFactors: ['ACTIVE', 'LOCKED'],
  leave: ['INVITED', 'ACTIVE', 'LOCKED'],
  erase: ['LEFT'],
};

export function isActOpen(act: AccountAct, state: AccountState): boolean {
  return OPEN_IN[act].includes(state);
}

export function assertActOpen(act: AccountAct, state: AccountState): void {
  if (!isActOpen(act, state)) throw new DomainError('conflict', 'account.wrong-state', { state });
}

/** Acts that take or give power over an account are done by somebody else: by another natural person, not another account. */
export function assertOtherPerson(administratorPersonId: string, personId: string): void {
  if (administratorPersonId === personId) throw new DomainError('forbidden', 'account.own-person');
}

/** Somebody must be left who can let the others in. `others` are active administrators without an end, besides this account. */
export function assertAdministratorRemains(isAdministrator: boolean, others: number): void {
  if (isAdministrator && others < 1) throw new DomainError('conflict', 'account.last-administrator');
}

/** The second factor falls only when two administrators, two natural persons, neither of them its owner, want it. */
export function assertSecondAdministrator(
  confirmer: { readonly personId: string },
  reset: { readonly requestedByPersonId: string; readonly ownerPersonId: string },
): void {
  assertOtherPerson(confirmer.personId, reset.ownerPersonId);
  if (confirmer.personId === reset.requestedByPersonId) throw new DomainError('forbidden', 'factor-reset.same-person');
}
