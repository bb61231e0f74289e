import { Injectable } from '@nestjs/common';
import { assertActOpen } from '@wir/identity/domain';
import { Transactions, type Answer, type CurrentRequest } from '@wir/shared/api';
import type { AccountDto } from './account.dto';
import { AccountQueries } from './account.queries';
import { lockAccount, traceAccount } from './locked-account';

const END = 'SELECT identity.end_account_sessions($1) AS count';

/** For a lost device: whoever knows password and factor may sign in again. */
@Injectable()
export class EndSessions {
  constructor(
    private readonly transactions: Transactions,
    private readonly accounts: AccountQueries,
  ) {}

  execute(request: CurrentRequest, id: string, reason: string): Promise<Answer<AccountDto>> {
    return this.transactions.command(request, async (tx) => {
      const account = await lockAccount(tx, id);
      assertActOpen('endSessions', account.state);
      const row = await tx.queryOne<{ count: number }>(END, [id]);
      traceAccount(tx, id, { action: 'account.sessions-ended', reason, after: { sessions: row?.count ?? 0 } });
      return this.accounts.detail(tx, id);
    });
  }
}
