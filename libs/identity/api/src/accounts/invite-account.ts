import { Injectable } from '@nestjs/common';
import { assertActOpen } from '@wir/identity/domain';
import { Transactions, type Answer, type CurrentRequest } from '@wir/shared/api';
import { AccountMail } from '../mail/account-mail';
import type { AccountDto } from './account.dto';
import { AccountQueries } from './account.queries';
import { lockAccount, traceAccount } from './locked-account';

/** A new invitation; links sent before stop working when it is written. */
@Injectable()
export class InviteAccount {
  constructor(
    private readonly transactions: Transactions,
    private readonly accounts: AccountQueries,
    private readonly mail: AccountMail,
  ) {}

  execute(request: CurrentRequest, id: string): Promise<Answer<AccountDto>> {
    return this.transactions.command(request, async (tx) => {
      const account = await lockAccount(tx, id);
      assertActOpen('invite', account.state);
      await this.mail.link(tx, id, 'FIRST_PASSWORD');
      traceAccount(tx, id, { action: 'account.invited' });
      return this.accounts.detail(tx, id);
    });
  }
}
