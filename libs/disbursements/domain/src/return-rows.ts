import { cents, parseLocalDate, partsOf, subtract, add, type Cents, type LocalDate } from '@wir/shared/kernel';
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

/** Besides, what came back of it after it was paid. */
export interface AnsweredOrder extends KnownOrder {
  readonly repaidCents: Cents;
  readonly repayments: readonly RepaymentFact[];
  /** A closed year takes no bookings. */
  readonly yearTakesRepayments: boolean;
}

/** The same money cannot come back twice: day, amount and document of the bank. */
export interface RepaymentFact {
  readonly documentNumber: string;
  readonly valueDate: LocalDate;
  readonly amountCents: Cents;
}

/** BOOKED: paid. FAILED: bounced before it was paid. RETURNED: bounced after it. REPAID: paid back by the municipality. */
export type RowOutcome = 'BOOKED' | 'FAILED' | 'RETURNED' | 'REPAID' | 'REPEATED' | 'REJECTED';
export type BookedOutcome = Exclude<RowOutcome, 'REPEATED' | 'REJECTED'>;

export interface JudgedRow {
  readonly line: number;
  readonly orderNumber: string;
  readonly orderId: string | null;
  readonly outcome: RowOutcome;
  readonly code?: DisbursementCode;
  readonly amountCents: Cents | null;
  /** What the order, or the rest of it, would have been. */
  readonly expectedCents: Cents | null;
  readonly valueDate: LocalDate | null;
  readonly documentNumber: string;
  /** DEBIT leaves the state's account, CREDIT comes in. */
  readonly direction: 'DEBIT' | 'CREDIT';
}

/** A row that changes something of this order. */
export interface ReturnBooking {
  readonly line: number;
  readonly orderId: string;
  readonly outcome: BookedOutcome;
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

interface Verdict {
  readonly outcome: RowOutcome;
  readonly code?: DisbursementCode;
}

const AMOUNT = /^\d{1,15}$/;
const rejected = (code: DisbursementCode): Verdict => ({ outcome: 'REJECTED', code });
const repeated: Verdict = { outcome: 'REPEATED', code: 'payment-return.order-repeated' };

/**
 * Judges each row by itself: a bad row is reported, the good ones are booked, a repeated one changes nothing. Remembers what
 * the rows before did, so that a file may come in pieces.
 */
export class ReturnJudge {
  private readonly touched = new Map<string, AnsweredOrder>();

  judge(rows: readonly ReturnRow[], orders: readonly AnsweredOrder[]): Judgement {
    const known = new Map(orders.map((order) => [order.orderNumber, order]));
    const judged: JudgedRow[] = [];
    const bookings: ReturnBooking[] = [];
    for (const row of rows) {
      const before = this.touched.get(row.orderNumber);
      const order = before ?? known.get(row.orderNumber);
      const verdict = verdictOf(row, order, before !== undefined);
      judged.push(judgedRow(row, order, verdict));
      if (order === undefined || verdict.outcome === 'REPEATED' || verdict.outcome === 'REJECTED') continue;
      const booking = bookingOf(row, order, verdict.outcome);
      bookings.push(booking);
      this.touched.set(order.orderNumber, afterwards(order, booking));
    }
    return { rows: judged, bookings };
  }
}

export function judgeReturnRows(rows: readonly ReturnRow[], orders: readonly AnsweredOrder[]): Judgement {
  return new ReturnJudge().judge(rows, orders);
}

function verdictOf(row: ReturnRow, order: AnsweredOrder | undefined, wasTouched: boolean): Verdict {
  if (!row.hasAllColumns) return rejected('payment-return.column-count');
  if (row.refusal !== undefined) return rejected(row.refusal);
  if (row.status === 'REPAID') return judgeRepayment(row, order);
  if (order === undefined) return rejected('payment-return.order-unknown');
  if (row.status === 'RETURNED' && order.state !== 'EXPORTED') return judgeLateReturn(row, order);
  if (wasTouched) return repeated;
  return judgeAnswer(row, order);
}

/** The answer to an exported order: paid, or bounced. */
function judgeAnswer(row: ReturnRow, order: AnsweredOrder): Verdict {
  const isPaid = row.status === 'PAID';
  if (!isPaid && row.status !== 'FAILED' && row.status !== 'RETURNED') return rejected('payment-return.status-unknown');
  if (!AMOUNT.test(row.amount)) return rejected('payment-return.amount-invalid');
  if (Number(row.amount) !== order.amountCents) return rejected('payment-return.amount-different');
  const valueDate = parseLocalDate(row.valueDate);
  if (valueDate === null && (isPaid || row.valueDate !== '')) return rejected('payment-return.date-invalid');
  if (order.state === 'PAID' || order.state === 'FAILED')
    return isSameAnswer(row, order) ? repeated : rejected('payment-return.already-booked');
  if (order.state !== 'EXPORTED') return rejected('payment-return.order-not-exported');
  if (isPaid && row.documentNumber === '') return rejected('payment-return.document-number-missing');
  // The year of the value date is the year charged; a payment across New Year needs a decision, not an import.
  if (isPaid && valueDate !== null && partsOf(valueDate).year !== order.year)
    return rejected('payment-return.year-different');
  return { outcome: isPaid ? 'BOOKED' : 'FAILED' };
}

/** A bounce the bank reports when the order is no longer open: all of it comes back. */
function judgeLateReturn(row: ReturnRow, order: AnsweredOrder): Verdict {
  if (order.state === 'FAILED') return repeated;
  if (order.state !== 'PAID') return rejected('payment-return.order-not-exported');
  const faulty = judgeIncoming(row, order);
  if (faulty !== null) return faulty;
  if (Number(row.amount) !== order.amountCents) return rejected('payment-return.amount-different');
  return { outcome: 'RETURNED' };
}

function judgeRepayment(row: ReturnRow, order: AnsweredOrder | undefined): Verdict {
  if (order === undefined || order.state !== 'PAID') {
    return rejected(AMOUNT.test(row.amount) ? 'payment-return.repayment-unmatched' : 'payment-return.amount-invalid');
  }
  return judgeIncoming(row, order) ?? { outcome: 'REPAID' };
}

function judgeIncoming(row: ReturnRow, order: AnsweredOrder): Verdict | null {
  if (!AMOUNT.test(row.amount) || Number(row.amount) === 0) return rejected('payment-return.amount-invalid');
  const valueDate = parseLocalDate(row.valueDate);
  if (valueDate === null) return rejected('payment-return.date-invalid');
  if (row.documentNumber === '') return rejected('payment-return.document-number-missing');
  const isKnown = order.repayments.some(
    (each) =>
      each.documentNumber === row.documentNumber &&
      each.valueDate === valueDate &&
      each.amountCents === Number(row.amount),
  );
  if (isKnown) return repeated;
  if (!order.yearTakesRepayments) return rejected('payment-return.year-closed');
  return Number(row.amount) > leftOf(order) ? rejected('payment-return.repayment-too-high') : null;
}

function isSameAnswer(row: ReturnRow, order: KnownOrder): boolean {
  return row.status === order.state && (order.state === 'FAILED' || row.documentNumber === order.documentNumber);
}

function leftOf(order: AnsweredOrder): Cents {
  return subtract(order.amountCents, order.repaidCents);
}

function judgedRow(row: ReturnRow, order: AnsweredOrder | undefined, verdict: Verdict): JudgedRow {
  const isRepayment = row.status === 'REPAID' && order?.state === 'PAID';
  return {
    line: row.line,
    orderNumber: row.orderNumber,
    orderId: order?.id ?? null,
    outcome: verdict.outcome,
    ...(verdict.code === undefined ? {} : { code: verdict.code }),
    amountCents: AMOUNT.test(row.amount) ? cents(Number(row.amount)) : null,
    expectedCents: order === undefined ? null : isRepayment ? leftOf(order) : order.amountCents,
    valueDate: parseLocalDate(row.valueDate),
    documentNumber: row.documentNumber,
    direction: row.status === 'PAID' ? 'DEBIT' : 'CREDIT',
  };
}

function bookingOf(row: ReturnRow, order: AnsweredOrder, outcome: BookedOutcome): ReturnBooking {
  return {
    line: row.line,
    orderId: order.id,
    outcome,
    amountCents: cents(Number(row.amount)),
    valueDate: parseLocalDate(row.valueDate),
    documentNumber: row.documentNumber,
    reason: row.reason,
  };
}

function afterwards(order: AnsweredOrder, booking: ReturnBooking): AnsweredOrder {
  const { outcome, documentNumber, amountCents, valueDate } = booking;
  if (outcome === 'BOOKED') return { ...order, state: 'PAID', documentNumber };
  if (outcome === 'FAILED') return { ...order, state: 'FAILED' };
  return {
    ...order,
    repaidCents: add(order.repaidCents, amountCents),
    repayments:
      valueDate === null ? order.repayments : [...order.repayments, { documentNumber, valueDate, amountCents }],
  };
}
