import { Injectable } from '@nestjs/common';
import { assertActOpen, assertOtherPerson } from '@wir/identity/domain';
import { Transactions, type Answer, type CurrentRequest } from '@wir/shared/api';
import type { AccountDto } from './account.dto';
import { AccountQueries } from './account.queries';
import { lockAccount, traceAccount } from './locked-account';

const REQUEST = 'SELECT identity.request_factor_reset($1, $2) AS id';

/** First half of a reset: nothing falls until another administrator confirms it. */
@Injectable()
export class RequestFactorReset {
  constructor(
    private readonly transactions: Transactions,
    private readonly accounts: AccountQueries,
  ) {}

  execute(request: CurrentRequest, id: string, reason: string): Promise<Answer<AccountDto>> {
    return this.transactions.command(request, async (tx) => {
      const account = await lockAccount(tx, id);
      assertOtherPerson(tx.actor.personId, account.personId);
      assertActOpen('resetFactors', account.state);
      const row = await tx.queryOne<{ id: string }>(REQUEST, [id, reason]);
      traceAccount(tx, id, { action: 'account.factor-reset-requested', reason, after: { factorResetId: row?.id } });
      return this.accounts.detail(tx, id);
    });
  }
}
