import type { Account, RoleGrant } from '../data/account-types';

export function anAccount(change: Partial<Account> = {}): Account {
  return {
    id: 'account-1',
    personId: 'person-1',
    name: 'Erika Beispiel',
    email: 'erika@wir.example',
    organisation: 'Ministerium',
    applicantId: null,
    state: 'ACTIVE',
    roles: [],
    hasFactor: true,
    lastSignInAt: null,
    version: 1,
    lockedReason: null,
    createdAt: '2026-01-01T08:00:00.000Z',
    leavesOn: null,
    grants: [],
    sessions: [],
    otherAccounts: [],
    pendingFactorReset: null,
    delegations: [],
    invitation: null,
    ...change,
  };
}

export function aGrant(change: Partial<RoleGrant> = {}): RoleGrant {
  return {
    id: 'grant-1',
    role: 'CASE_WORKER',
    validFrom: '2026-01-01',
    validTo: null,
    reason: 'Neu im Referat',
    grantedByName: 'Oliver Fink',
    grantedAt: '2026-01-01T08:00:00.000Z',
    endedByName: null,
    endReason: null,
    current: true,
    ...change,
  };
}
