import { Injectable } from '@nestjs/common';
import { assertActOpen, assertOtherPerson } from '@wir/identity/domain';
import { Transactions, type Answer, type CurrentRequest } from '@wir/shared/api';
import { AccountMail } from '../mail/account-mail';
import type { AccountDto } from './account.dto';
import { AccountQueries } from './account.queries';
import { lockAccount, traceAccount } from './locked-account';

const SET_STATE = `SELECT identity.set_account_state($1, 'ACTIVE', $2) AS version`;
const FORGET_FAILURES = 'SELECT identity.forget_failures($1)';

/** Failed tries are forgotten too. Who never had a password is invited again. */
@Injectable()
export class UnlockAccount {
  constructor(
    private readonly transactions: Transactions,
    private readonly accounts: AccountQueries,
    private readonly mail: AccountMail,
  ) {}

  execute(request: CurrentRequest, id: string, reason: string): Promise<Answer<AccountDto>> {
    return this.transactions.command(request, async (tx) => {
      const account = await lockAccount(tx, id);
      assertOtherPerson(tx.actor.personId, account.personId);
      assertActOpen('unlock', account.state);
      const row = await tx.queryOne<{ version: number }>(SET_STATE, [id, reason]);
      await tx.query(FORGET_FAILURES, [id]);
      const unlocked = await this.accounts.detail(tx, id);
      traceAccount(tx, id, {
        action: 'account.unlocked',
        objectVersion: row?.version,
        fromState: account.state,
        toState: unlocked.state,
        reason,
      });
      if (unlocked.state === 'INVITED') await this.mail.link(tx, id, 'FIRST_PASSWORD');
      return unlocked;
    });
  }
}
