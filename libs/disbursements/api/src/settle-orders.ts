import type { ReturnBooking } from '@wir/disbursements/domain';
import { NOTIFICATION_QUEUE, notificationEvent } from '@wir/notifications/domain';
import type { Tx } from '@wir/shared/api';
import type { ReturnOrder } from './returns/return-orders';

export interface SettledOrder {
  readonly order: ReturnOrder;
  readonly booking: ReturnBooking;
}

const SETTLE_ORDERS = `
UPDATE disbursements.payment_order o SET state = s.state, document_number = s.document_number, value_date = s.value_date, failure_reason = s.failure_reason, version = o.version + 1
FROM jsonb_to_recordset($1::jsonb) AS s (id uuid, state text, document_number text, value_date date, failure_reason text)
WHERE o.id = s.id AND o.state = 'EXPORTED'`;
const SETTLE_REQUESTS = `
UPDATE disbursements.disbursement_request d SET state = s.state, return_reason = s.failure_reason, version = d.version + 1
FROM jsonb_to_recordset($1::jsonb) AS s (request_id uuid, state text, failure_reason text)
WHERE d.id = s.request_id AND d.state = 'EXPORTED'`;
// The job makes a new request of the instalment as soon as its gates are open again.
const REOPEN_INSTALMENTS = `
UPDATE disbursements.instalment SET request_id = NULL, failed_request_id = request_id WHERE request_id = ANY ($1::uuid[])`;
const INSERT_REPAYMENTS = `
INSERT INTO disbursements.repayment (payment_order_id, applicant_id, payment_return_id, line, kind, amount_cents, value_date, document_number, reason)
SELECT r.id, r.applicant_id, $1, r.line, r.kind, r.amount_cents, r.value_date, r.document_number, r.reason
FROM jsonb_to_recordset($2::jsonb) AS r (id uuid, applicant_id uuid, line integer, kind text, amount_cents bigint, value_date date, document_number text, reason text)
ORDER BY r.line`;

/** Order and request follow the bank's answer together, with trace and message for each; what came back later is kept beside them. */
export async function settleOrders(tx: Tx, returnId: string, settled: readonly SettledOrder[]): Promise<void> {
  const answers = settled.filter(isAnswer);
  const repayments = settled.filter((each) => !isAnswer(each));
  if (answers.length > 0) await settleAnswers(tx, answers);
  if (repayments.length > 0)
    await tx.execute(INSERT_REPAYMENTS, [returnId, JSON.stringify(repayments.map(repaymentOf))]);
  for (const each of repayments) traceRepayment(tx, each);
}

function isAnswer({ booking }: SettledOrder): boolean {
  return booking.outcome === 'BOOKED' || booking.outcome === 'FAILED';
}

async function settleAnswers(tx: Tx, answers: readonly SettledOrder[]): Promise<void> {
  const rows = answers.map(({ order, booking }) => ({
    id: order.id,
    request_id: order.requestId,
    state: booking.outcome === 'BOOKED' ? 'PAID' : 'FAILED',
    document_number: booking.documentNumber || null,
    value_date: booking.valueDate,
    failure_reason: booking.outcome === 'FAILED' ? (booking.reason || 'Ohne Angabe eines Grundes').slice(0, 500) : null,
  }));
  const json = JSON.stringify(rows);
  const orders = await tx.execute(SETTLE_ORDERS, [json]);
  const requests = await tx.execute(SETTLE_REQUESTS, [json]);
  if (orders !== answers.length || requests !== answers.length) throw new Error('An order changed under its lock');
  const failed = answers.filter(({ booking }) => booking.outcome === 'FAILED').map(({ order }) => order.requestId);
  if (failed.length > 0) await tx.execute(REOPEN_INSTALMENTS, [failed]);
  for (const each of answers) traceAnswer(tx, each);
}

function repaymentOf({ order, booking }: SettledOrder): object {
  return {
    id: order.id,
    applicant_id: order.applicantId,
    line: booking.line,
    kind: booking.outcome,
    amount_cents: booking.amountCents,
    value_date: booking.valueDate,
    document_number: booking.documentNumber.slice(0, 100),
    reason: booking.reason.slice(0, 500) || null,
  };
}

const factsOf = ({ order, booking }: SettledOrder): object => ({
  orderNumber: order.orderNumber,
  amountCents: booking.amountCents,
  valueDate: booking.valueDate,
  documentNumber: booking.documentNumber,
});

function traceAnswer(tx: Tx, settled: SettledOrder): void {
  const { order, booking } = settled;
  const paid = booking.outcome === 'BOOKED';
  const version = order.requestVersion + 1;
  const action = paid ? 'disbursement.paid' : 'disbursement.failed';
  tx.audit({
    action,
    objectType: 'DISBURSEMENT_REQUEST',
    objectId: order.requestId,
    objectVersion: version,
    applicantId: order.applicantId,
    fromState: 'EXPORTED',
    toState: paid ? 'PAID' : 'FAILED',
    reason: paid ? null : booking.reason || null,
    after: factsOf(settled),
  });
  tx.enqueue(NOTIFICATION_QUEUE, notificationEvent(action, { disbursementRequestId: order.requestId }, version));
}

function traceRepayment(tx: Tx, settled: SettledOrder): void {
  const { order, booking } = settled;
  tx.audit({
    action: booking.outcome === 'RETURNED' ? 'disbursement.returned-by-bank' : 'disbursement.repaid',
    objectType: 'DISBURSEMENT_REQUEST',
    objectId: order.requestId,
    applicantId: order.applicantId,
    reason: booking.reason || null,
    after: factsOf(settled),
  });
}
