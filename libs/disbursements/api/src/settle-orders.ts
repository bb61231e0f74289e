import type { ReturnBooking } from '@wir/disbursements/domain';
import { NOTIFICATION_QUEUE, notificationEvent } from '@wir/notifications/domain';
import type { Tx } from '@wir/shared/api';
import type { LockedOrder } from './data/order-locks';

export interface SettledOrder {
  readonly order: LockedOrder;
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

/** Order and request follow the bank's answer together, with trace and message for each. */
export async function settleOrders(tx: Tx, settled: readonly SettledOrder[]): Promise<void> {
  const rows = settled.map(({ order, booking }) => ({
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
  if (orders !== settled.length || requests !== settled.length) throw new Error('An order changed under its lock');
  for (const each of settled) trace(tx, each);
}

function trace(tx: Tx, { order, booking }: SettledOrder): void {
  const paid = booking.outcome === 'BOOKED';
  const version = order.requestVersion + 1;
  tx.audit({
    action: paid ? 'disbursement.paid' : 'disbursement.failed',
    objectType: 'DISBURSEMENT_REQUEST',
    objectId: order.requestId,
    objectVersion: version,
    applicantId: order.applicantId,
    fromState: 'EXPORTED',
    toState: paid ? 'PAID' : 'FAILED',
    reason: paid ? null : booking.reason || null,
    after: {
      orderNumber: order.orderNumber,
      amountCents: booking.amountCents,
      valueDate: booking.valueDate,
      documentNumber: booking.documentNumber,
    },
  });
  tx.enqueue(
    NOTIFICATION_QUEUE,
    notificationEvent(
      paid ? 'disbursement.paid' : 'disbursement.failed',
      { disbursementRequestId: order.requestId },
      version,
    ),
  );
}
