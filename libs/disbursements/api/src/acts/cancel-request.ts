import { Injectable } from '@nestjs/common';
import { LedgerPosting } from '@wir/budget/api';
import { planPayment } from '@wir/budget/domain';
import { Transactions, updateVersioned, type Answer, type CurrentRequest, type Tx } from '@wir/shared/api';
import { DomainError, fiscalYear } from '@wir/shared/kernel';
import { CaseLocks } from '../case-locks';
import { RequestQueries } from '../data/request.queries';
import type { RequestRow } from '../data/request-row';
import type { CancelDisbursementDto, DisbursementRequestDto } from '../dto/disbursement-request.dto';
import { moveRequest, targetOf } from '../move-request';

const LOCK_ORDER = `
SELECT o.id, o.order_number, o.version, (SELECT r.run_number FROM disbursements.payment_run r WHERE r.id = o.payment_run_id) AS run_number
FROM disbursements.payment_order o WHERE o.disbursement_request_id = $1 AND o.state = 'ORDERED' FOR UPDATE OF o`;

interface OpenOrder {
  readonly id: string;
  readonly order_number: string;
  readonly version: number;
  readonly run_number: string | null;
}

/** Before the export everything can be taken back; an order gives its money back to the commitment. */
@Injectable()
export class CancelRequest {
  constructor(
    private readonly transactions: Transactions,
    private readonly locks: CaseLocks,
    private readonly requests: RequestQueries,
    private readonly ledger: LedgerPosting,
  ) {}

  execute(
    request: CurrentRequest,
    id: string,
    { reason }: CancelDisbursementDto,
  ): Promise<Answer<DisbursementRequestDto>> {
    return this.transactions.command(request, async (tx) => {
      const row = await this.locks.request(tx, id);
      const to = targetOf(row, 'cancel', tx);
      if (row.state === 'ORDERED') await this.cancelOrder(tx, request, row, reason);
      await moveRequest(tx, row, { to, action: 'disbursement.cancelled', reason });
      return this.requests.one(tx, id);
    });
  }

  private async cancelOrder(tx: Tx, request: CurrentRequest, row: RequestRow, reason?: string): Promise<void> {
    const order = await tx.queryOne<OpenOrder>(LOCK_ORDER, [row.id]);
    if (order === null) throw new Error('An ordered request without its order');
    if (order.run_number !== null)
      throw new DomainError('conflict', 'disbursement.in-payment-run', { runNumber: order.run_number });
    const version = await updateVersioned(tx, 'disbursements.payment_order', order.id, order.version, {
      state: 'CANCELLED',
    });
    const transfer = planPayment('cancel', row.award_id, { year: fiscalYear(row.year), amountCents: row.amount_cents });
    const references = {
      applicationId: row.application_id,
      paymentOrderId: order.id,
      reason: reason ?? `Storno der Anordnung ${order.order_number}`,
    };
    await this.ledger.post(tx, {
      programmeId: row.programme_id,
      commandKey: request.idempotencyKey,
      bookings: [{ transfer, references }],
    });
    tx.audit({
      action: 'payment-order.cancelled',
      objectType: 'PAYMENT_ORDER',
      objectId: order.id,
      objectVersion: version,
      applicantId: row.applicant_id,
      fromState: 'ORDERED',
      toState: 'CANCELLED',
      reason: reason ?? null,
    });
  }
}
