import { Injectable } from '@nestjs/common';
import { Transactions, updateVersioned, type Answer, type CurrentRequest, type Tx } from '@wir/shared/api';
import { DomainError } from '@wir/shared/kernel';
import { OrderLocks } from '../data/order-locks';
import { PaymentRunQueries } from '../data/payment-run.queries';
import type { PaymentRunDto } from '../dto/payment.dto';
import { lockedRun } from '../runs/run-content';

const ORDERS = 'SELECT payment_order_id AS id FROM disbursements.payment_run_line WHERE payment_run_id = $1';
const LEAVE_RUN = `UPDATE disbursements.payment_order SET payment_run_id = NULL, version = version + 1 WHERE payment_run_id = $1`;

/** Before the release a run is only a list: taken back, its orders are free for another one. Its number stays used. */
@Injectable()
export class TakeBackPaymentRun {
  constructor(
    private readonly transactions: Transactions,
    private readonly orders: OrderLocks,
    private readonly runs: PaymentRunQueries,
  ) {}

  execute(request: CurrentRequest, id: string, reason: string): Promise<Answer<PaymentRunDto>> {
    return this.transactions.command(request, async (tx) => {
      await this.takeBack(tx, id, reason);
      return this.runs.one(tx, id);
    });
  }

  async takeBack(tx: Tx, id: string, reason: string): Promise<void> {
    const ids = (await tx.query<{ id: string }>(ORDERS, [id])).map((row) => row.id);
    await this.orders.lock(tx, ids);
    const run = await lockedRun(tx, id);
    if (run.state !== 'FROZEN') throw new DomainError('conflict', 'payment-run.not-frozen');
    const version = await updateVersioned(tx, 'disbursements.payment_run', id, run.version, {
      state: 'TAKEN_BACK',
      taken_back_at: tx.now,
      taken_back_by_account_id: tx.actor.accountId,
      taken_back_by_person_id: tx.actor.personId,
      taken_back_reason: reason,
    });
    await tx.execute(LEAVE_RUN, [id]);
    tx.audit({
      action: 'payment-run.taken-back',
      objectType: 'PAYMENT_RUN',
      objectId: id,
      objectVersion: version,
      fromState: 'FROZEN',
      toState: 'TAKEN_BACK',
      reason,
      after: { runNumber: run.run_number, orderCount: run.order_count, sumCents: run.sum_cents },
    });
  }
}
