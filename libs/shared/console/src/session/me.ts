import type { MeDto } from '@wir/shared/contract';

/** A role the person holds for somebody who is absent. */
export interface ActiveDelegation {
  readonly role: string;
  readonly name: string;
  /** The moment it ends. */
  readonly until: string;
}

/** What `/me` says about access; a portal without these parts leaves them out. */
export interface AccessOfMe {
  readonly personId: string;
  /** The session of this browser, over all its renewals. */
  readonly familyId: string;
  /** A second factor is demanded and not set up: nothing else can be done before. */
  readonly mustEnrol: boolean;
  readonly hasFactor: boolean;
  readonly factorFreshUntil: string | null;
  /** When the session ends if nothing is asked of the server until then. */
  readonly idleEndsAt: string | null;
  readonly delegations: readonly ActiveDelegation[];
}

export type Me = MeDto & Partial<AccessOfMe>;
