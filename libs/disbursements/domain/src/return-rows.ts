import { parseLocalDate, partsOf, type Cents, type LocalDate } from '@wir/shared/kernel';
import type { DisbursementCode } from './codes';
import type { PaymentOrderState } from './disbursement-state';
import type { ReturnRow } from './return-file';

/** What we know of an order named in the file. */
export interface KnownOrder {
  readonly id: string;
  readonly orderNumber: string;
  readonly state: PaymentOrderState;
  readonly year: number;
  readonly amountCents: Cents;
  readonly documentNumber: string | null;
}

export type RowOutcome = 'BOOKED' | 'FAILED' | 'REPEATED' | 'REJECTED';

export interface JudgedRow {
  readonly line: number;
  readonly orderNumber: string;
  readonly outcome: RowOutcome;
  readonly code?: DisbursementCode;
}

/** A row that changes something: pay or fail this order. */
export interface ReturnBooking {
  readonly orderId: string;
  readonly outcome: 'BOOKED' | 'FAILED';
  readonly amountCents: Cents;
  /** Null for a failure without a date: it is booked on the day of the import. */
  readonly valueDate: LocalDate | null;
  readonly documentNumber: string;
  readonly reason: string;
}

export interface Judgement {
  readonly rows: readonly JudgedRow[];
  readonly bookings: readonly ReturnBooking[];
}

/** Judges each row by itself: a bad row is reported, the good ones are booked, a repeated one changes nothing. */
export function judgeReturnRows(rows: readonly ReturnRow[], orders: readonly KnownOrder[]): Judgement {
  const known = new Map(orders.map((order) => [order.orderNumber, order]));
  const taken = new Set<string>();
  const judged: JudgedRow[] = [];
  const bookings: ReturnBooking[] = [];
  for (const row of rows) {
    const verdict = judge(row, known.get(row.orderNumber), taken);
    judged.push({
      line: row.line,
      orderNumber: row.orderNumber,
      outcome: verdict.outcome,
      ...(verdict.code === undefined ? {} : { code: verdict.code }),
    });
    if (verdict.booking !== undefined) {
      bookings.push(verdict.booking);
      taken.add(row.orderNumber);
    }
  }
  return { rows: judged, bookings };
}

interface Verdict {
  readonly outcome: RowOutcome;
  readonly code?: DisbursementCode;
  readonly booking?: ReturnBooking;
}

const rejected = (code: DisbursementCode): Verdict => ({ outcome: 'REJECTED', code });
const repeated: Verdict = { outcome: 'REPEATED', code: 'payment-return.order-repeated' };

function judge(row: ReturnRow, order: KnownOrder | undefined, taken: ReadonlySet<string>): Verdict {
  if (!row.hasAllColumns) return rejected('payment-return.column-count');
  if (order === undefined) return rejected('payment-return.order-unknown');
  if (taken.has(order.orderNumber)) return repeated;
  if (row.status !== 'PAID' && row.status !== 'FAILED') return rejected('payment-return.status-unknown');
  if (!/^\d{1,15}$/.test(row.amount)) return rejected('payment-return.amount-invalid');
  if (Number(row.amount) !== order.amountCents) return rejected('payment-return.amount-different');
  const valueDate = parseLocalDate(row.valueDate);
  if (valueDate === null && !(row.status === 'FAILED' && row.valueDate === ''))
    return rejected('payment-return.date-invalid');
  if (order.state === 'PAID' || order.state === 'FAILED')
    return isSameAnswer(row, order) ? repeated : rejected('payment-return.already-booked');
  if (order.state !== 'EXPORTED') return rejected('payment-return.order-not-exported');
  if (row.status === 'PAID' && row.documentNumber === '') return rejected('payment-return.document-number-missing');
  // The year of the value date is the year charged; a payment across New Year needs a decision, not an import.
  if (row.status === 'PAID' && valueDate !== null && partsOf(valueDate).year !== order.year)
    return rejected('payment-return.year-different');
  const outcome = row.status === 'PAID' ? 'BOOKED' : 'FAILED';
  return {
    outcome,
    booking: {
      orderId: order.id,
      outcome,
      amountCents: order.amountCents,
      valueDate,
      documentNumber: row.documentNumber,
      reason: row.reason,
    },
  };
}

function isSameAnswer(row: ReturnRow, order: KnownOrder): boolean {
  return row.status === order.state && (order.state === 'FAILED' || row.documentNumber === order.documentNumber);
}
