import { Injectable } from '@nestjs/common';
import type { ReadTx } from '@wir/shared/api';
import { DomainError } from '@wir/shared/kernel';
import type { PaymentTraceDto, TracedEventDto } from './payment-trace.dto';
import { CHAIN, EVENTS } from './trace-sql';

type Chain = Omit<PaymentTraceDto, 'events'>;

interface EventRow {
  readonly sequence: number;
  readonly occurred_at: Date;
  readonly action: string;
  readonly object_type: string;
  readonly object_id: string;
  readonly actor_name: string | null;
  readonly actor_role: string;
  readonly deputy_for_name: string | null;
  readonly from_state: string | null;
  readonly to_state: string | null;
  readonly reason: string | null;
}

/** Everything that stands behind one payment, in two statements. */
@Injectable()
export class PaymentTraceQueries {
  async trace(tx: ReadTx, orderNumber: string): Promise<PaymentTraceDto> {
    const chain = await tx.queryOne<Chain>(CHAIN, [orderNumber]);
    if (chain === null) throw new DomainError('not-found', 'payment-trace.not-found');
    const objects = objectsOf(chain);
    const rows = await tx.query<EventRow>(EVENTS, [objects.map(({ type }) => type), objects.map(({ id }) => id)]);
    return withPersons(chain, rows.map(toEvent));
  }
}

function objectsOf(chain: Chain): { readonly type: string; readonly id: string }[] {
  const of = (type: string, ids: readonly string[]): { type: string; id: string }[] =>
    [...new Set(ids)].map((id) => ({ type, id }));
  return [
    of('APPLICATION', [chain.application.id]),
    of('NOTICE', [chain.notice.id]),
    of('AWARD', [chain.notice.awardId]),
    of('BANK_ACCOUNT', [chain.bankAccount.id]),
    of('DISBURSEMENT_REQUEST', [chain.request.id]),
    of('PAYMENT_ORDER', [chain.order.id]),
    of(
      'PAYMENT_RUN',
      chain.runs.map(({ id }) => id),
    ),
    of(
      'PAYMENT_RETURN',
      chain.returns.map(({ paymentReturnId }) => paymentReturnId),
    ),
    of(
      'PAYMENT_DISCREPANCY',
      chain.discrepancies.map(({ id }) => id),
    ),
  ].flat();
}

/** Who acted for whom is told by the trail alone; the last act of its kind is the one that counts. */
function withPersons(chain: Chain, events: readonly TracedEventDto[]): PaymentTraceDto {
  const last = (action: string): TracedEventDto | undefined => events.findLast((event) => event.action === action);
  // A request whose payment failed is ordered again: the act belongs to the order that was given with it.
  const ordered = events.find(
    ({ action, occurredAt }) => action === 'disbursement.ordered' && occurredAt >= chain.order.orderedAt,
  );
  return {
    ...chain,
    application: {
      ...chain.application,
      submittedBy: last('application.submitted')?.actorName ?? null,
      decidedBy: last('application.decided')?.actorName ?? null,
    },
    request: { ...chain.request, submittedBy: last('disbursement.submitted')?.actorName ?? null },
    check: { ...chain.check, checkedFor: last('disbursement.checked')?.deputyForName ?? null },
    bankAccount: { ...chain.bankAccount, confirmedFor: last('bank-account.confirmed')?.deputyForName ?? null },
    order: { ...chain.order, orderedFor: ordered?.deputyForName ?? null },
    events: [...events],
  };
}

function toEvent(row: EventRow): TracedEventDto {
  return {
    sequence: row.sequence,
    occurredAt: row.occurred_at.toISOString(),
    action: row.action,
    objectType: row.object_type,
    objectId: row.object_id,
    actorName: row.actor_name,
    actorRole: row.actor_role,
    deputyForName: row.deputy_for_name,
    fromState: row.from_state,
    toState: row.to_state,
    reason: row.reason,
  };
}
