import { createHash, randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { paymentCsv, paymentCsvRow, runTotals, type ExportedOrder } from '@wir/disbursements/domain';
import { FileStore } from '@wir/documents/api';
import { NOTIFICATION_QUEUE, notificationEvent } from '@wir/notifications/domain';
import { Settings, Transactions, type Answer, type CurrentRequest, type Tx } from '@wir/shared/api';
import { DomainError } from '@wir/shared/kernel';
import { PaymentRunQueries } from '../data/payment-run.queries';
import { OrderLocks, type LockedOrder } from '../data/order-locks';
import type { CreatePaymentRunDto, PaymentFileDto, PaymentFileFormat, PaymentRunDto } from '../dto/payment.dto';
import { pain001 } from '../files/pain-001';
import { payerOf } from '../files/payer';
import { nextNumber } from '../numbers';

const INSERT = `
INSERT INTO disbursements.payment_run (id, programme_id, run_number, order_count, sum_cents, checksum, files) VALUES ($1, $2, $3, $4, $5, $6, $7::jsonb)`;
const EXPORT_ORDERS = `
UPDATE disbursements.payment_order SET state = 'EXPORTED', payment_run_id = $1, version = version + 1 WHERE id = ANY ($2::uuid[]) AND state = 'ORDERED' AND payment_run_id IS NULL`;
const EXPORT_REQUESTS = `
UPDATE disbursements.disbursement_request SET state = 'EXPORTED', version = version + 1 WHERE id = ANY ($1::uuid[]) AND state = 'ORDERED'`;

/** Freezes orders into a run and writes its files; an order is exported at most once, whatever runs side by side. */
@Injectable()
export class CreatePaymentRun {
  constructor(
    private readonly transactions: Transactions,
    private readonly orders: OrderLocks,
    private readonly runs: PaymentRunQueries,
    private readonly files: FileStore,
    private readonly settings: Settings,
  ) {}

  execute(request: CurrentRequest, body: CreatePaymentRunDto): Promise<Answer<PaymentRunDto>> {
    return this.transactions.command(request, async (tx) => {
      const orders = await this.select(tx, body);
      const id = randomUUID();
      const runNumber = await nextNumber(tx, 'L');
      const { orderCount, sumCents } = runTotals(orders);
      const files = await this.writeFiles(tx, runNumber, orders);
      await tx.execute(INSERT, [
        id,
        programmeOf(orders),
        runNumber,
        orderCount,
        sumCents,
        checksumOf(orders),
        JSON.stringify(files),
      ]);
      await this.markExported(tx, id, runNumber, orders);
      tx.audit({
        action: 'payment-run.exported',
        objectType: 'PAYMENT_RUN',
        objectId: id,
        objectVersion: 1,
        toState: 'EXPORTED',
        after: { runNumber, orderCount, sumCents, files },
      });
      tx.enqueue(NOTIFICATION_QUEUE, notificationEvent('payment-run.exported', { paymentRunId: id }, 1));
      return this.runs.one(tx, id);
    });
  }

  /** Named orders are taken all or not at all; by day, what another run has just taken is left out. */
  private async select(tx: Tx, { orderIds, dueUntil }: CreatePaymentRunDto): Promise<LockedOrder[]> {
    if ((orderIds === undefined) === (dueUntil === undefined))
      throw new DomainError('invalid', 'payment-run.selection-invalid', {
        errors: [{ path: 'orderIds', code: 'payment-run.selection-invalid' }],
      });
    const wanted = orderIds === undefined ? await this.orders.dueUntil(tx, String(dueUntil)) : [...new Set(orderIds)];
    const locked = await this.orders.lock(tx, wanted);
    const open = locked.filter(({ state }) => state === 'ORDERED');
    if (orderIds !== undefined && locked.length < wanted.length)
      throw new DomainError('not-found', 'payment-order.not-found');
    if (orderIds !== undefined && open.length < locked.length) {
      throw new DomainError('conflict', 'payment-run.order-not-open', {
        orderNumbers: locked
          .filter(({ state }) => state !== 'ORDERED')
          .map((order) => order.orderNumber)
          .sort(),
      });
    }
    const payable = orderIds === undefined ? open.filter(isPayable) : open;
    if (orderIds !== undefined) refuseHeld(open);
    if (payable.length === 0) throw new DomainError('conflict', 'payment-run.empty');
    return payable.sort((a, b) => (a.orderNumber < b.orderNumber ? -1 : 1));
  }

  /** Stored before the row that names them, by their hash: a command that is repeated or fails leaves nothing wrong behind. */
  private async writeFiles(tx: Tx, runNumber: string, orders: readonly ExportedOrder[]): Promise<PaymentFileDto[]> {
    const payer = payerOf(this.settings);
    if (payer === null) throw new DomainError('conflict', 'payment-run.payer-missing');
    const contents: readonly [PaymentFileFormat, string][] = [
      ['pain.001', pain001({ runNumber, createdAt: tx.now, today: tx.today, payer, orders })],
      ['csv', `\ufeff${paymentCsv(orders)}`],
    ];
    const files: PaymentFileDto[] = [];
    for (const [format, content] of contents) {
      const { sha256, size } = await this.files.put(Buffer.from(content, 'utf8'));
      files.push({ format, sha256, sizeBytes: size });
    }
    return files;
  }

  private async markExported(tx: Tx, runId: string, runNumber: string, orders: readonly LockedOrder[]): Promise<void> {
    const exported = await tx.execute(EXPORT_ORDERS, [runId, orders.map(({ id }) => id)]);
    const moved = await tx.execute(EXPORT_REQUESTS, [orders.map(({ requestId }) => requestId)]);
    if (exported !== orders.length || moved !== orders.length) throw new Error('An order changed under its lock');
    for (const order of orders) {
      tx.audit({
        action: 'disbursement.exported',
        objectType: 'DISBURSEMENT_REQUEST',
        objectId: order.requestId,
        objectVersion: order.requestVersion + 1,
        applicantId: order.applicantId,
        fromState: 'ORDERED',
        toState: 'EXPORTED',
        after: { runNumber, orderNumber: order.orderNumber, amountCents: order.amountCents },
      });
    }
  }
}

/** A run by day leaves them for a later one. */
function isPayable({ isBlocked, holdUntil }: LockedOrder): boolean {
  return !isBlocked && holdUntil === null;
}

function refuseHeld(orders: readonly LockedOrder[]): void {
  const blocked = orders.filter(({ isBlocked }) => isBlocked).map(({ orderNumber }) => orderNumber);
  if (blocked.length > 0)
    throw new DomainError('conflict', 'payment-run.order-blocked', { orderNumbers: blocked.toSorted() });
  const held = orders.flatMap(({ holdUntil }) => (holdUntil === null ? [] : [holdUntil.toISOString()])).toSorted();
  const earliestAt = held.at(-1);
  if (earliestAt !== undefined) throw new DomainError('conflict', 'payment-run.account-on-hold', { earliestAt });
}

/** SHA-256 over the rows of the frozen list, ascending by order number; the same list gives the same sum. */
function checksumOf(orders: readonly ExportedOrder[]): string {
  return createHash('sha256')
    .update(orders.map((order) => `${paymentCsvRow(order)}\n`).join(''))
    .digest('hex');
}

function programmeOf(orders: readonly LockedOrder[]): string {
  const [programme, other] = [...new Set(orders.map(({ programmeId }) => programmeId))];
  if (programme === undefined || other !== undefined) throw new Error('A run belongs to one programme');
  return programme;
}
