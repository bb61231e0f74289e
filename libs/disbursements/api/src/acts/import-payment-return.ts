import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { LedgerPosting, type Booking } from '@wir/budget/api';
import { planPayment } from '@wir/budget/domain';
import { judgeReturnRows, type ReturnBooking, type ReturnFile, type ReturnRow } from '@wir/disbursements/domain';
import { FileStore } from '@wir/documents/api';
import { Answer, Transactions, type CurrentRequest, type Tx, type UploadedFile } from '@wir/shared/api';
import { DomainError, fiscalYear, sum, ZERO_CENTS, type Cents } from '@wir/shared/kernel';
import { OrderLocks, type LockedOrder } from '../data/order-locks';
import { PaymentReturnQueries } from '../data/payment-return.queries';
import type { PaymentReturnReportDto, PaymentReturnRowDto } from '../dto/payment.dto';
import { readReturnCsv } from '../files/return-csv';
import { settleOrders } from '../settle-orders';

const INSERT = `
INSERT INTO disbursements.payment_return (id, programme_id, file_name, sha256, rejected, code, rows, booked_cents)
VALUES ($1, coalesce($2::uuid, (SELECT id FROM programme.programme ORDER BY period_end DESC, id LIMIT 1)), $3, $4, $5, $6, $7::jsonb, $8)`;

interface Outcome {
  readonly programmeId: string | null;
  readonly code: string | null;
  readonly rows: readonly PaymentReturnRowDto[];
  readonly bookedCents: Cents;
}

/** The cash office's answer: ordered → paid, or back to committed. Good rows count, bad ones are reported, a bad file counts nothing. */
@Injectable()
export class ImportPaymentReturn {
  constructor(
    private readonly transactions: Transactions,
    private readonly orders: OrderLocks,
    private readonly returns: PaymentReturnQueries,
    private readonly ledger: LedgerPosting,
    private readonly files: FileStore,
  ) {}

  async execute(request: CurrentRequest, upload: UploadedFile): Promise<Answer<PaymentReturnReportDto>> {
    const file = readReturnCsv(upload.bytes);
    const answer = await this.transactions.command(request, async (tx) => {
      const outcome = await this.outcomeOf(tx, request, file);
      return this.record(tx, upload, outcome);
    });
    // The refused file is kept on record too; therefore the refusal comes after the commit.
    if (answer.value.rejected)
      throw new DomainError('unprocessable', answer.value.code ?? 'payment-return.unreadable', { ...answer.value });
    return answer;
  }

  private async outcomeOf(tx: Tx, request: CurrentRequest, file: ReturnFile): Promise<Outcome> {
    if (!file.ok) return { programmeId: null, code: file.code, rows: [], bookedCents: ZERO_CENTS };
    return this.book(tx, request, file.rows);
  }

  private async book(tx: Tx, request: CurrentRequest, rows: readonly ReturnRow[]): Promise<Outcome> {
    const ids = await this.orders.numbered(
      tx,
      rows.map(({ orderNumber }) => orderNumber),
    );
    const locked = new Map((await this.orders.lock(tx, ids)).map((order) => [order.id, order]));
    const judgement = judgeReturnRows(rows, [...locked.values()]);
    const settled = judgement.bookings.flatMap((booking) => {
      const order = locked.get(booking.orderId);
      return order === undefined ? [] : [{ order, booking }];
    });
    const [first] = settled;
    if (first !== undefined) {
      await this.ledger.post(tx, {
        programmeId: first.order.programmeId,
        commandKey: request.idempotencyKey,
        bookings: settled.map(transferOf),
      });
      await settleOrders(tx, settled);
    }
    const paid = judgement.bookings.filter(({ outcome }) => outcome === 'BOOKED');
    return {
      programmeId: first?.order.programmeId ?? null,
      code: null,
      rows: judgement.rows.map((row) => ({ ...row, orderNumber: row.orderNumber.slice(0, 100) })),
      bookedCents: sum(paid.map(({ amountCents }) => amountCents)),
    };
  }

  private async record(tx: Tx, { bytes, fileName }: UploadedFile, outcome: Outcome): Promise<PaymentReturnReportDto> {
    const { sha256 } = await this.files.put(bytes);
    const id = randomUUID();
    const rejected = outcome.code !== null;
    await tx.execute(INSERT, [
      id,
      outcome.programmeId,
      fileName,
      sha256,
      rejected,
      outcome.code,
      JSON.stringify(outcome.rows),
      outcome.bookedCents,
    ]);
    tx.audit({
      action: rejected ? 'payment-return.rejected' : 'payment-return.imported',
      objectType: 'PAYMENT_RETURN',
      objectId: id,
      after: { fileName, sha256, code: outcome.code, rowCount: outcome.rows.length, bookedCents: outcome.bookedCents },
    });
    return this.returns.one(tx, id);
  }
}

/** Of the year charged; the value date is the bank's. */
function transferOf({ order, booking }: { readonly order: LockedOrder; readonly booking: ReturnBooking }): Booking {
  const step = booking.outcome === 'BOOKED' ? 'pay' : 'fail';
  const reason = booking.outcome === 'BOOKED' ? `Beleg ${booking.documentNumber}` : booking.reason || 'Rückläufer';
  return {
    transfer: planPayment(step, order.awardId, { year: fiscalYear(order.year), amountCents: booking.amountCents }),
    references: {
      applicationId: order.applicationId,
      paymentOrderId: order.id,
      reason: reason.slice(0, 500),
      valueDate: booking.valueDate ?? undefined,
    },
  };
}
