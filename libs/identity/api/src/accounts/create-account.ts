import { Injectable } from '@nestjs/common';
import { assertOtherPerson, firstGrantProblems } from '@wir/identity/domain';
import { Transactions, type Answer, type CurrentRequest, type Tx } from '@wir/shared/api';
import { DomainError, refuseProblems } from '@wir/shared/kernel';
import { AccountMail } from '../mail/account-mail';
import type { AccountDto, CreateAccountDto } from './account.dto';
import { AccountQueries } from './account.queries';
import { grantRole } from './grant-role';
import { traceAccount } from './locked-account';

const CREATE = 'SELECT identity.create_account($1, $2, $3, $4, $5) AS id';

/** A new account with its first roles; the invitation is mailed. No administrator ever knows or chooses a password. */
@Injectable()
export class CreateAccount {
  constructor(
    private readonly transactions: Transactions,
    private readonly accounts: AccountQueries,
    private readonly mail: AccountMail,
  ) {}

  execute(request: CurrentRequest, body: CreateAccountDto): Promise<Answer<AccountDto>> {
    return this.transactions.command(request, async (tx) => {
      const { personId = null, applicantId = null, organisation = null } = body;
      const name = body.name ?? null;
      if ((personId === null) === (name === null)) throw new DomainError('invalid', 'account.name-or-person');
      if (personId !== null) assertOtherPerson(tx.actor.personId, personId);
      const wishes = body.roles.map(({ role, validFrom = null, validTo = null }) => ({ role, validFrom, validTo }));
      refuseProblems(firstGrantProblems(applicantId, wishes, tx.today), 'unprocessable', 'grant.not-possible');

      const row = await tx.queryOne<{ id: string | null }>(CREATE, [
        personId,
        name,
        body.email,
        applicantId,
        organisation,
      ]);
      if (!row?.id) throw new DomainError('unprocessable', 'account.person-or-applicant-unknown');
      traceAccount(tx, row.id, {
        action: 'account.created',
        objectVersion: 1,
        toState: 'INVITED',
        after: { personId, name, email: body.email.toLowerCase(), applicantId, organisation },
      });
      for (const grant of body.roles) await grantRole(tx, row.id, grant);
      await this.invite(tx, row.id);
      return this.accounts.detail(tx, row.id);
    });
  }

  private async invite(tx: Tx, accountId: string): Promise<void> {
    await this.mail.link(tx, accountId, 'FIRST_PASSWORD');
    traceAccount(tx, accountId, { action: 'account.invited' });
  }
}
