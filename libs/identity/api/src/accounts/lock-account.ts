import { Injectable } from '@nestjs/common';
import { assertActOpen, assertAdministratorRemains, assertOtherPerson } from '@wir/identity/domain';
import { Transactions, type Answer, type CurrentRequest } from '@wir/shared/api';
import type { AccountDto } from './account.dto';
import { AccountQueries } from './account.queries';
import { lockAccount, traceAccount } from './locked-account';

const SET_STATE = `SELECT identity.set_account_state($1, 'LOCKED', $2) AS version`;

/** Works at once: every sign-in of the account ends, open links become void. */
@Injectable()
export class LockAccount {
  constructor(
    private readonly transactions: Transactions,
    private readonly accounts: AccountQueries,
  ) {}

  execute(request: CurrentRequest, id: string, reason: string): Promise<Answer<AccountDto>> {
    return this.transactions.command(request, async (tx) => {
      const account = await lockAccount(tx, id);
      assertOtherPerson(tx.actor.personId, account.personId);
      assertActOpen('lock', account.state);
      assertAdministratorRemains(account.isAdministrator, account.otherAdministrators);
      const row = await tx.queryOne<{ version: number }>(SET_STATE, [id, reason]);
      traceAccount(tx, id, {
        action: 'account.locked',
        objectVersion: row?.version,
        fromState: account.state,
        toState: 'LOCKED',
        reason,
      });
      return this.accounts.detail(tx, id);
    });
  }
}
