import { Injectable } from '@nestjs/common';
import { LedgerPosting } from '@wir/budget/api';
import { planPayment } from '@wir/budget/domain';
import { assertOrderer, assertWithinLimit, remittanceText } from '@wir/disbursements/domain';
import { withRepresented } from '@wir/identity/domain';
import { Transactions, type Answer, type CurrentRequest, type Tx } from '@wir/shared/api';
import { DomainError, fiscalYear, laterOf } from '@wir/shared/kernel';
import { CaseLocks } from '../case-locks';
import { OrderLimits } from '../limits/order-limits';
import { RequestQueries } from '../data/request.queries';
import type { BankRow, RequestRow } from '../data/request-row';
import type { DisbursementRequestDto } from '../dto/disbursement-request.dto';
import { moveRequest, targetOf } from '../move-request';
import { nextNumber } from '../numbers';
import { bankEditorsOf, checkersOf, factsOf } from '../request-actions';
import { RegisterCheck } from '../register/register-check';
import { assertGates } from '../request-gates';

const INSTALMENTS = `SELECT count(*) AS count FROM disbursements.payment_order WHERE award_id = $1 AND year = $2 AND state NOT IN ('FAILED', 'CANCELLED')`;
const INSERT = `
INSERT INTO disbursements.payment_order (programme_id, disbursement_request_id, award_id, applicant_id, order_number, year, amount_cents, due_on, state,
  bank_account_id, iban, account_holder, remittance_text, checked_by_person_id, bank_editor_person_id, ordered_for_person_id)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, 'ORDERED', $9, $10, $11, $12, $13, $14, $15) RETURNING id`;

/** Auszahlungsanordnung: committed → ordered in the ledger, by a person who neither checked nor touched the bank data. */
@Injectable()
export class OrderDisbursement {
  constructor(
    private readonly transactions: Transactions,
    private readonly locks: CaseLocks,
    private readonly requests: RequestQueries,
    private readonly ledger: LedgerPosting,
    private readonly limits: OrderLimits,
    private readonly registerCheck: RegisterCheck,
  ) {}

  execute(request: CurrentRequest, id: string): Promise<Answer<DisbursementRequestDto>> {
    return this.transactions.command(request, async (tx) => {
      const row = await this.locks.requestWithBankData(tx, id);
      const to = targetOf(row, 'order', tx);
      assertOrderer(withRepresented(tx.actor.personId, tx.deputyFor), checkersOf(row), bankEditorsOf(row));
      assertGates('order', factsOf(row));
      const accounts = [tx.actor.accountId, ...(tx.deputyFor === null ? [] : [tx.deputyFor.accountId])];
      assertWithinLimit(row.amount_cents, await this.limits.inForce(tx, accounts));

      await this.registerCheck.assertCurrent(tx);

      const order = await this.insertOrder(tx, row);
      const transfer = planPayment('order', row.award_id, {
        year: fiscalYear(row.year),
        amountCents: row.amount_cents,
      });
      const references = {
        applicationId: row.application_id,
        paymentOrderId: order.id,
        reason: `Anordnung ${order.number}`,
      };
      await this.ledger.post(tx, {
        programmeId: row.programme_id,
        commandKey: request.idempotencyKey,
        bookings: [{ transfer, references }],
      });
      await moveRequest(tx, row, {
        to,
        action: 'disbursement.ordered',
        after: { paymentOrderId: order.id, orderNumber: order.number, amountCents: row.amount_cents },
      });
      return this.requests.one(tx, id);
    });
  }

  /** Bank data are copied: an order pays to what was checked, whatever is declared later. */
  private async insertOrder(tx: Tx, row: RequestRow): Promise<{ id: string; number: string }> {
    const bank = checkedBankOf(row);
    const earlier = await tx.queryOne<{ count: number }>(INSTALMENTS, [row.award_id, row.year]);
    const text = remittanceText({
      caseNumber: row.case_number,
      year: row.year,
      instalment: (earlier?.count ?? 0) + 1,
      fileReference: row.file_reference,
    });
    const number = await nextNumber(tx, 'A');
    const inserted = await tx.queryOne<{ id: string }>(INSERT, [
      row.programme_id,
      row.id,
      row.award_id,
      row.applicant_id,
      number,
      row.year,
      row.amount_cents,
      laterOf(row.needed_until, tx.today),
      bank.id,
      bank.iban,
      bank.account_holder,
      text,
      row.checked_by_person_id,
      bank.confirmed_by_person_id,
      tx.deputyFor?.personId ?? null,
    ]);
    if (inserted === null) throw new Error('The order was not stored');
    return { id: inserted.id, number };
  }
}

function checkedBankOf({ bank }: RequestRow): BankRow {
  if (bank === null) throw new DomainError('conflict', 'disbursement.bank-data-unconfirmed');
  return bank;
}
