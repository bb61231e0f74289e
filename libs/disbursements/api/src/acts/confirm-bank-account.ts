import { Injectable } from '@nestjs/common';
import { assertBankConfirmer, BANK_ACCOUNT_TRANSITIONS } from '@wir/disbursements/domain';
import { withRepresented } from '@wir/identity/domain';
import { NOTIFICATION_QUEUE, notificationEvent } from '@wir/notifications/domain';
import { Transactions, updateVersioned, type Answer, type CurrentRequest, type Tx } from '@wir/shared/api';
import { move } from '@wir/shared/kernel';
import { BankAccountQueries } from '../data/bank-account.queries';
import type { BankAccountRow } from '../data/bank-account-row';
import { UNCHECKED } from '../move-request';
import type { BankAccountDto } from '../dto/bank-account.dto';
import { proposersOf } from '../to-bank-account';

/** Proposed and confirmed data of the municipality together, so that two confirmations wait for each other. */
const LOCK = `SELECT b.id, b.version, b.state FROM disbursements.bank_account b
  WHERE b.applicant_id = (SELECT x.applicant_id FROM disbursements.bank_account x WHERE x.id = $1) AND (b.state <> 'SUPERSEDED' OR b.id = $1) ORDER BY b.id FOR UPDATE`;

const LOCK_CHECKED = `SELECT d.id, d.version FROM disbursements.disbursement_request d
  WHERE d.applicant_id = (SELECT x.applicant_id FROM disbursements.bank_account x WHERE x.id = $1) AND d.state = 'CHECKED' ORDER BY d.id FOR UPDATE`;

/** Whoever changed the account without right is found out in this time: the old contact is told at once. */
const HOLD_HOURS = 24;

interface CheckedRequest {
  readonly id: string;
  readonly version: number;
}

interface LockedAccount {
  readonly id: string;
  readonly version: number;
  readonly state: BankAccountRow['state'];
}

/** The authority compares the bank data with the signed declaration; whoever gave them cannot confirm them. */
@Injectable()
export class ConfirmBankAccount {
  constructor(
    private readonly transactions: Transactions,
    private readonly accounts: BankAccountQueries,
  ) {}

  execute(request: CurrentRequest, id: string): Promise<Answer<BankAccountDto>> {
    return this.transactions.command(request, async (tx) => {
      // Requests before bank data, as everywhere: an order under way is done first, or finds its check gone.
      const checked = await tx.query<CheckedRequest>(LOCK_CHECKED, [id]);
      const locked = await tx.query<LockedAccount>(LOCK, [id]);
      const account = await this.accounts.row(tx, id);
      const { to } = move(BANK_ACCOUNT_TRANSITIONS, account.state, 'confirm', tx.actor.roles);
      assertBankConfirmer(withRepresented(tx.actor.personId, tx.deputyFor), proposersOf(account));

      const former = locked.find(({ state }) => state === 'CONFIRMED');
      if (former !== undefined) await this.supersede(tx, former, account);
      if (former !== undefined) for (const request of checked) await this.voidCheck(tx, request, account);
      const version = await updateVersioned(tx, 'disbursements.bank_account', id, account.version, {
        state: to,
        confirmed_at: tx.now,
        hold_until: former === undefined ? null : new Date(tx.now.getTime() + HOLD_HOURS * 3_600_000),
        confirmed_by_person_id: tx.actor.personId,
        confirmed_for_person_id: tx.deputyFor?.personId ?? null,
        confirmed_by_account_id: tx.actor.accountId,
      });
      tx.audit({
        action: 'bank-account.confirmed',
        objectType: 'BANK_ACCOUNT',
        objectId: id,
        objectVersion: version,
        applicantId: account.applicant_id,
        fromState: account.state,
        toState: to,
        after: { iban: account.iban, accountHolder: account.account_holder },
      });
      if (account.award_id !== null)
        tx.enqueue(
          NOTIFICATION_QUEUE,
          notificationEvent('bank-account.confirmed', { awardId: account.award_id }, version),
        );
      return this.accounts.one(tx, id);
    });
  }

  /** What was checked was the old account; the check is to be made again. */
  private async voidCheck(tx: Tx, request: CheckedRequest, by: BankAccountRow): Promise<void> {
    const version = await updateVersioned(tx, 'disbursements.disbursement_request', request.id, request.version, {
      state: 'SUBMITTED',
      ...UNCHECKED,
    });
    tx.audit({
      action: 'disbursement.check-voided',
      objectType: 'DISBURSEMENT_REQUEST',
      objectId: request.id,
      objectVersion: version,
      applicantId: by.applicant_id,
      fromState: 'CHECKED',
      toState: 'SUBMITTED',
      reason: 'Neue Bankverbindung bestätigt',
      after: { bankAccountId: by.id },
    });
  }

  private async supersede(tx: Tx, former: LockedAccount, by: BankAccountRow): Promise<void> {
    const version = await updateVersioned(tx, 'disbursements.bank_account', former.id, former.version, {
      state: 'SUPERSEDED',
    });
    tx.audit({
      action: 'bank-account.superseded',
      objectType: 'BANK_ACCOUNT',
      objectId: former.id,
      objectVersion: version,
      applicantId: by.applicant_id,
      fromState: former.state,
      toState: 'SUPERSEDED',
      after: { supersededBy: by.id },
    });
  }
}
