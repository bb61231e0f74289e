import { Injectable } from '@nestjs/common';
import { assertSecondAdministrator } from '@wir/identity/domain';
import { Transactions, type Answer, type CurrentRequest, type Tx } from '@wir/shared/api';
import { DomainError } from '@wir/shared/kernel';
import { AccountMail } from '../mail/account-mail';
import type { AccountDto } from './account.dto';
import { AccountQueries } from './account.queries';
import { traceAccount } from './locked-account';

interface ResetRow {
  readonly id: string;
  readonly accountId: string;
  readonly ownerPersonId: string;
  readonly requestedByPersonId: string;
  readonly isOpen: boolean;
}

const LOCK = 'SELECT identity.lock_factor_reset($1) AS reset';
const CONFIRM = 'SELECT identity.confirm_factor_reset($1)';
const CANCEL = 'SELECT identity.cancel_factor_reset($1)';

/** Second half: two administrators, two natural persons. The password stays, so one of them alone could still not sign in. */
@Injectable()
export class SettleFactorReset {
  constructor(
    private readonly transactions: Transactions,
    private readonly accounts: AccountQueries,
    private readonly mail: AccountMail,
  ) {}

  confirm(request: CurrentRequest, id: string): Promise<Answer<AccountDto>> {
    return this.transactions.command(request, async (tx) => {
      const reset = await this.open(tx, id);
      assertSecondAdministrator(tx.actor, reset);
      await tx.query(CONFIRM, [id]);
      traceAccount(tx, reset.accountId, { action: 'account.factor-reset-confirmed', after: { factorResetId: id } });
      await this.mail.notice(tx, 'account.factor-reset', reset.accountId);
      return this.accounts.detail(tx, reset.accountId);
    });
  }

  cancel(request: CurrentRequest, id: string): Promise<Answer<AccountDto>> {
    return this.transactions.command(request, async (tx) => {
      const reset = await this.open(tx, id);
      await tx.query(CANCEL, [id]);
      traceAccount(tx, reset.accountId, { action: 'account.factor-reset-cancelled', after: { factorResetId: id } });
      return this.accounts.detail(tx, reset.accountId);
    });
  }

  private async open(tx: Tx, id: string): Promise<ResetRow> {
    const row = await tx.queryOne<{ reset: ResetRow | null }>(LOCK, [id]);
    if (!row?.reset) throw new DomainError('not-found', 'factor-reset.not-found');
    if (!row.reset.isOpen) throw new DomainError('conflict', 'factor-reset.settled-already');
    return row.reset;
  }
}
