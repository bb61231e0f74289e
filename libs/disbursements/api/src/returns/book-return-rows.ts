import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { LedgerPosting, type Booking } from '@wir/budget/api';
import { planPayment } from '@wir/budget/domain';
import {
  discrepancyKindOf,
  SETTLED_BY_A_LATER_ROW,
  type BookedOutcome,
  type JudgedRow,
  type Judgement,
} from '@wir/disbursements/domain';
import type { Tx } from '@wir/shared/api';
import { fiscalYear } from '@wir/shared/kernel';
import { openDiscrepancies, type NewDiscrepancy } from '../discrepancies/open-discrepancy';
import { settleDiscrepancies } from '../discrepancies/settle-discrepancies';
import { settleOrders, type SettledOrder } from '../settle-orders';
import type { PaymentReturnRowDto } from './payment-return.dto';
import type { ReturnOrder } from './return-orders';
import { reportRow } from './return-totals';

const INSERT_ROWS = `
INSERT INTO disbursements.payment_return_row (payment_return_id, line, payment_order_id, applicant_id, order_number, outcome, code, amount_cents, expected_cents,
  value_date, document_number, direction, discrepancy_id)
SELECT $1, r.line, r.order_id, r.applicant_id, r."orderNumber", r.outcome, r.code, r."amountCents", r."expectedCents", r."valueDate", r."documentNumber", r.direction, r."discrepancyId"
FROM jsonb_to_recordset($2::jsonb) AS r (line integer, order_id uuid, applicant_id uuid, "orderNumber" text, outcome text, code text, "amountCents" bigint,
  "expectedCents" bigint, "valueDate" date, "documentNumber" text, direction text, "discrepancyId" uuid)`;

const LEDGER_STEPS = { BOOKED: 'pay', FAILED: 'fail', RETURNED: 'return', REPAID: 'return' } as const;
const WORDS: Readonly<Record<BookedOutcome, string>> = {
  BOOKED: 'Beleg',
  FAILED: 'Rückläufer',
  RETURNED: 'Rückläufer nach Auszahlung, Beleg',
  REPAID: 'Rückzahlung, Beleg',
};

export interface ReturnPiece {
  readonly returnId: string;
  /** Idempotency-Key of the command; each posting derives one of its own from it. */
  readonly commandKey: string | null;
  readonly number: number;
  readonly judgement: Judgement;
  readonly orders: readonly ReturnOrder[];
}

/** Books a piece of a file: discrepancies, ledger, orders with their requests, and the rows themselves. */
@Injectable()
export class BookReturnRows {
  constructor(private readonly ledger: LedgerPosting) {}

  async book(tx: Tx, piece: ReturnPiece): Promise<PaymentReturnRowDto[]> {
    const { judgement, returnId } = piece;
    const byId = new Map(piece.orders.map((order) => [order.id, order]));
    const settled = judgement.bookings.flatMap((booking) => {
      const order = byId.get(booking.orderId);
      return order === undefined ? [] : [{ order, booking }];
    });
    const discrepancies = await this.openDiscrepancies(tx, returnId, judgement.rows, byId);
    await this.post(tx, piece, settled);
    await settleOrders(tx, returnId, settled);
    const answered = settled.filter(({ booking }) => booking.outcome === 'BOOKED' || booking.outcome === 'FAILED');
    await settleDiscrepancies(
      tx,
      answered.map(({ order }) => order.orderNumber),
      SETTLED_BY_A_LATER_ROW,
      'Durch eine spätere Rückmeldung über den angeordneten Betrag gebucht.',
    );
    const rows = judgement.rows.map((row) => reportRow(row, discrepancies.get(row.line) ?? null));
    const stored = rows.map((row, index) => {
      const judged = judgement.rows[index];
      return {
        ...row,
        order_id: judged?.orderId ?? null,
        applicant_id: byId.get(judged?.orderId ?? '')?.applicantId ?? null,
        direction: judged?.direction,
      };
    });
    await tx.execute(INSERT_ROWS, [returnId, JSON.stringify(stored)]);
    return rows;
  }

  private async openDiscrepancies(
    tx: Tx,
    paymentReturnId: string,
    rows: readonly JudgedRow[],
    orders: ReadonlyMap<string, ReturnOrder>,
  ): Promise<ReadonlyMap<number, string>> {
    const wanted = rows.flatMap((row): (NewDiscrepancy & { readonly line: number })[] => {
      const kind = row.code === undefined ? null : discrepancyKindOf(row.code);
      if (kind === null || row.outcome !== 'REJECTED') return [];
      return [
        {
          kind,
          programmeId: orders.get(row.orderId ?? '')?.programmeId ?? null,
          orderNumber: row.orderNumber.slice(0, 100),
          paymentOrderId: row.orderId,
          expectedCents: row.expectedCents,
          actualCents: row.amountCents,
          valueDate: row.valueDate,
          documentNumber: row.documentNumber.slice(0, 100),
          code: row.code ?? null,
          paymentReturnId,
          line: row.line,
        },
      ];
    });
    const ids = await openDiscrepancies(tx, wanted, { alsoSettled: true });
    return new Map(wanted.map(({ line }, index) => [line, ids[index] ?? '']));
  }

  private async post(tx: Tx, { commandKey, number }: ReturnPiece, settled: readonly SettledOrder[]): Promise<void> {
    const programmes = [...new Set(settled.map(({ order }) => order.programmeId))].sort();
    for (const programmeId of programmes) {
      await this.ledger.post(tx, {
        programmeId,
        commandKey: commandKey === null ? null : keyOf(commandKey, `${number}/${programmeId}`),
        bookings: settled.filter(({ order }) => order.programmeId === programmeId).map(bookingOf),
      });
    }
  }
}

/** Of the year charged; the value date is the bank's. */
function bookingOf({ order, booking }: SettledOrder): Booking {
  const { outcome, amountCents, documentNumber, reason, valueDate } = booking;
  const words = [WORDS[outcome], documentNumber, outcome === 'BOOKED' ? '' : reason].filter((part) => part !== '');
  return {
    transfer: planPayment(LEDGER_STEPS[outcome], order.awardId, { year: fiscalYear(order.year), amountCents }),
    references: {
      applicationId: order.applicationId,
      paymentOrderId: order.id,
      reason: words.join(' ').slice(0, 500),
      valueDate: valueDate ?? undefined,
    },
  };
}

/** The same key and piece give the same key ever after, so that the ledger refuses a repetition by itself. */
function keyOf(commandKey: string, piece: string): string {
  const hex = createHash('sha256').update(`${commandKey}/${piece}`).digest('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), `8${hex.slice(13, 16)}`, `a${hex.slice(17, 20)}`, hex.slice(20, 32)].join(
    '-',
  );
}
