import type { AccountState, HeldGrant, Party } from '@wir/identity/domain';
import type { Tx } from '@wir/shared/api';
import { accountNotFound } from './account.queries';

/** An account locked together with those of all administrators, so that the last one cannot vanish between two commands. */
export interface LockedAccount extends Party {
  readonly name: string;
  readonly email: string;
  readonly state: AccountState;
  readonly version: number;
  readonly held: readonly HeldGrant[];
  readonly isAdministrator: boolean;
  readonly otherAdministrators: number;
}

export async function lockAccount(tx: Tx, id: string): Promise<LockedAccount> {
  const row = await tx.queryOne<{ account: LockedAccount | null }>('SELECT identity.lock_account($1) AS account', [id]);
  if (!row?.account) throw accountNotFound();
  return row.account;
}

export interface AccountEvent {
  readonly action: string;
  readonly objectVersion?: number;
  readonly fromState?: AccountState;
  readonly toState?: AccountState;
  readonly reason?: string;
  readonly before?: unknown;
  readonly after?: unknown;
}

/** Every administrative act is an event of the trail, in the transaction of the act. */
export function traceAccount(tx: Tx, accountId: string, event: AccountEvent): void {
  tx.audit({ ...event, objectType: 'ACCOUNT', objectId: accountId });
}
