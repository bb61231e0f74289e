import { Injectable } from '@nestjs/common';
import { assertActOpen, assertOtherPerson } from '@wir/identity/domain';
import { assertVersion, Transactions, type Answer, type CurrentRequest } from '@wir/shared/api';
import { AccountMail } from '../mail/account-mail';
import type { AccountDto, UpdateAccountDto } from './account.dto';
import { AccountQueries } from './account.queries';
import { lockAccount, traceAccount } from './locked-account';

const CHANGE = 'SELECT identity.change_account($1, $2, $3) AS version';

/** Name and address. Both addresses are told of a change, since who owns the address can set a new password. */
@Injectable()
export class ChangeAccount {
  constructor(
    private readonly transactions: Transactions,
    private readonly accounts: AccountQueries,
    private readonly mail: AccountMail,
  ) {}

  execute(request: CurrentRequest, id: string, body: UpdateAccountDto): Promise<Answer<AccountDto>> {
    return this.transactions.command(request, async (tx) => {
      const account = await lockAccount(tx, id);
      assertVersion(request, account.version);
      assertActOpen('change', account.state);
      const name = body.name ?? account.name;
      const email = body.email?.toLowerCase() ?? account.email;
      const emailChanges = email !== account.email;
      // Changing one's own address would be a way around the second administrator of a factor reset.
      if (emailChanges) assertOtherPerson(tx.actor.personId, account.personId);

      const row = await tx.queryOne<{ version: number }>(CHANGE, [id, name, email]);
      traceAccount(tx, id, {
        action: 'account.changed',
        objectVersion: row?.version,
        before: { name: account.name, email: account.email },
        after: { name, email },
      });
      if (emailChanges && account.state === 'ACTIVE') {
        await this.mail.notice(tx, 'account.email-changed', id);
        await this.mail.notice(tx, 'account.email-changed', id, account.email);
      }
      if (emailChanges && account.state === 'INVITED') await this.mail.link(tx, id, 'FIRST_PASSWORD');
      return this.accounts.detail(tx, id);
    });
  }
}
