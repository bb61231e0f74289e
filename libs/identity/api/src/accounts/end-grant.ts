import { Injectable } from '@nestjs/common';
import { assertAdministratorRemains, assertOtherPerson } from '@wir/identity/domain';
import { Transactions, type Answer, type CurrentRequest, type Tx } from '@wir/shared/api';
import { DomainError, type LocalDate } from '@wir/shared/kernel';
import { AccountMail } from '../mail/account-mail';
import type { AccountDto, EndGrantDto } from './account.dto';
import { AccountQueries } from './account.queries';
import { lockAccount, traceAccount } from './locked-account';

interface GrantRow {
  readonly accountId: string;
  readonly role: string;
  readonly validFrom: LocalDate | null;
  readonly validTo: LocalDate | null;
  readonly isOver: boolean;
}

const LOCK = 'SELECT identity.lock_grant($1) AS "grant"';
const END = 'SELECT identity.end_grant($1, $2, $3)';

/** A withdrawn role is gone with the next request; nothing waits for a token to expire. */
@Injectable()
export class EndGrant {
  constructor(
    private readonly transactions: Transactions,
    private readonly accounts: AccountQueries,
    private readonly mail: AccountMail,
  ) {}

  execute(request: CurrentRequest, grantId: string, body: EndGrantDto): Promise<Answer<AccountDto>> {
    return this.transactions.command(request, async (tx) => {
      const { accountId } = await this.grant(tx, grantId);
      const account = await lockAccount(tx, accountId);
      const grant = await this.grant(tx, grantId);
      assertOtherPerson(tx.actor.personId, account.personId);
      const endsOn = body.endsOn ?? null;
      assertEnding(grant, endsOn, tx.today);
      if (grant.role === 'ADMIN') assertAdministratorRemains(account.isAdministrator, account.otherAdministrators);

      await tx.query(END, [grantId, endsOn, body.reason]);
      traceAccount(tx, accountId, {
        action: 'account.role-ended',
        reason: body.reason,
        before: { grantId, role: grant.role, validTo: grant.validTo },
        after: { grantId, role: grant.role, validTo: endsOn ?? tx.today },
      });
      await this.mail.notice(tx, 'account.roles-changed', accountId);
      return this.accounts.detail(tx, accountId);
    });
  }

  private async grant(tx: Tx, id: string): Promise<GrantRow> {
    const row = await tx.queryOne<{ grant: GrantRow | null }>(LOCK, [id]);
    if (!row?.grant) throw new DomainError('not-found', 'grant.not-found');
    return row.grant;
  }
}

/** An end can be brought forward, not put off: longer is a new grant with a reason of its own. */
function assertEnding(grant: GrantRow, endsOn: LocalDate | null, today: LocalDate): void {
  if (grant.isOver) throw new DomainError('conflict', 'grant.over-already');
  if (endsOn === null) return;
  if (endsOn < today) throw new DomainError('unprocessable', 'grant.ends-in-past');
  if (grant.validTo !== null && endsOn > grant.validTo) throw new DomainError('unprocessable', 'grant.end-put-off');
}
