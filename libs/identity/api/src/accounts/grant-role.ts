import { Injectable } from '@nestjs/common';
import { assertActOpen, assertOtherPerson, grantProblems } from '@wir/identity/domain';
import { Transactions, type Answer, type CurrentRequest, type Tx } from '@wir/shared/api';
import { refuseProblems } from '@wir/shared/kernel';
import { AccountMail } from '../mail/account-mail';
import type { AccountDto, GrantRoleDto } from './account.dto';
import { AccountQueries } from './account.queries';
import { lockAccount, traceAccount } from './locked-account';

const GRANT = 'SELECT identity.grant_role($1, $2, $3, $4, $5) AS id';

/** Roles are dated, have a reason, and are never given to oneself, through whatever account. */
@Injectable()
export class GrantRole {
  constructor(
    private readonly transactions: Transactions,
    private readonly accounts: AccountQueries,
    private readonly mail: AccountMail,
  ) {}

  execute(request: CurrentRequest, id: string, grant: GrantRoleDto): Promise<Answer<AccountDto>> {
    return this.transactions.command(request, async (tx) => {
      const account = await lockAccount(tx, id);
      assertOtherPerson(tx.actor.personId, account.personId);
      assertActOpen('grant', account.state);
      const { role, validFrom = null, validTo = null } = grant;
      const problems = grantProblems(account, { role, validFrom, validTo }, tx.today);
      refuseProblems(problems, 'unprocessable', 'grant.not-possible');
      await grantRole(tx, id, grant);
      await this.mail.notice(tx, 'account.roles-changed', id);
      return this.accounts.detail(tx, id);
    });
  }
}

/** Part of a bigger command: the grant and its event. */
export async function grantRole(tx: Tx, accountId: string, grant: GrantRoleDto): Promise<void> {
  const { role, validFrom = null, validTo = null, reason } = grant;
  const row = await tx.queryOne<{ id: string }>(GRANT, [accountId, role, validFrom, validTo, reason]);
  traceAccount(tx, accountId, {
    action: 'account.role-granted',
    reason,
    after: { grantId: row?.id, role, validFrom, validTo },
  });
}
