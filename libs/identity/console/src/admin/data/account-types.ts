import type { AccountState, Role } from '@wir/identity/domain';

/** A role as it is held now. */
export interface HeldRole {
  readonly id: string;
  readonly role: Role;
  readonly validFrom: string;
  readonly validTo: string | null;
}

/** A role with its whole story, also when it is over. */
export interface RoleGrant extends HeldRole {
  readonly reason: string | null;
  readonly grantedByName: string | null;
  readonly grantedAt: string | null;
  readonly endedByName: string | null;
  readonly endReason: string | null;
}

export interface AccountItem {
  readonly id: string;
  readonly personId: string;
  readonly name: string;
  readonly email: string;
  readonly organisation: string;
  readonly applicantId: string | null;
  readonly state: AccountState;
  readonly roles: readonly HeldRole[];
  readonly hasFactor: boolean;
  readonly lastSignInAt: string | null;
  readonly version: number;
}

export interface AccountSession {
  readonly id: string;
  readonly method: 'PASSWORD' | 'PASSKEY' | 'OIDC' | 'SYSTEM';
  readonly userAgent: string | null;
  readonly address: string | null;
  readonly startedAt: string;
  readonly lastUsedAt: string;
}

export interface Delegation {
  readonly id: string;
  readonly absentAccountId: string;
  readonly absentName: string;
  readonly deputyAccountId: string;
  readonly deputyName: string;
  readonly role: Role;
  /** Days; the last one counts to its end. */
  readonly validFrom: string;
  readonly validTo: string;
  readonly reason: string;
  readonly createdByName: string;
  readonly createdAt: string;
  readonly revokedAt: string | null;
  readonly revokeReason: string | null;
}

export interface FactorReset {
  readonly id: string;
  readonly accountId: string;
  readonly accountName: string;
  readonly reason: string;
  readonly requestedBy: string;
  readonly requestedByName: string;
  readonly requestedAt: string;
  readonly mayConfirm: boolean;
}

export interface OtherAccount {
  readonly id: string;
  readonly email: string;
  readonly organisation: string;
  readonly state: AccountState;
}

export interface Account extends AccountItem {
  readonly lockedReason: string | null;
  /** Last day of somebody who will leave. */
  readonly leavesOn: string | null;
  readonly grants: readonly RoleGrant[];
  readonly sessions: readonly AccountSession[];
  readonly otherAccounts: readonly OtherAccount[];
  readonly pendingFactorReset: FactorReset | null;
  readonly delegations: readonly Delegation[];
  readonly invitation: { readonly sentAt: string; readonly expiresAt: string; readonly usedAt: string | null } | null;
}

export interface RoleRequest {
  readonly role: Role;
  readonly validFrom?: string;
  readonly validTo?: string;
  readonly reason: string;
}

export interface NewAccount {
  readonly personId?: string;
  readonly name?: string;
  readonly email: string;
  readonly applicantId?: string;
  readonly organisation?: string;
  readonly roles: readonly RoleRequest[];
}

export interface Leaving {
  readonly cases: readonly {
    readonly id: string;
    readonly caseNumber: string;
    readonly applicantName: string;
    readonly state: string;
  }[];
  readonly openTasks: number;
  readonly delegations: readonly Delegation[];
  readonly candidates: readonly { readonly id: string; readonly name: string; readonly roles: readonly Role[] }[];
}

export interface LeavingDeed {
  readonly successorAccountId: string | null;
  readonly lastDay: string;
  readonly reason: string;
}

export interface LeavingReport {
  readonly movedCases: number;
  readonly movedTasks: number;
  readonly endedDelegations: number;
  readonly endedGrants: number;
}

export interface Erasure {
  readonly erasable: readonly string[];
  readonly kept: readonly { readonly what: string; readonly until: string | null; readonly why: string }[];
}

export interface List<T> {
  readonly items: readonly T[];
  readonly total: number;
}
