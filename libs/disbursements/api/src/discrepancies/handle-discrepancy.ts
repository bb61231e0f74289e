import { Injectable } from '@nestjs/common';
import { assertMayWaive, PAYMENT_DISCREPANCY_TRANSITIONS, type PaymentDiscrepancyAct } from '@wir/disbursements/domain';
import { withRepresented } from '@wir/identity/domain';
import { Transactions, updateVersioned, type Answer, type CurrentRequest, type Tx } from '@wir/shared/api';
import { DomainError, move } from '@wir/shared/kernel';
import type { PaymentDiscrepancyDto, ResolveDiscrepancyDto } from './payment-discrepancy.dto';
import { PaymentDiscrepancyQueries, type DiscrepancyRow } from './payment-discrepancy.queries';

const HANDLER = 'SELECT disbursements.handler_person($1) AS person_id';
const TRACES: Readonly<Record<PaymentDiscrepancyAct, string>> = {
  assign: 'payment-discrepancy.assigned',
  resolve: 'payment-discrepancy.resolved',
  waive: 'payment-discrepancy.waived',
};

interface Change {
  readonly values: Readonly<Record<string, unknown>>;
  readonly reason: string | null;
  readonly after?: object;
}

/** A discrepancy is taken on, explained with a document, or left unexplained by another person with the reason. */
@Injectable()
export class HandleDiscrepancy {
  constructor(
    private readonly transactions: Transactions,
    private readonly discrepancies: PaymentDiscrepancyQueries,
  ) {}

  assign(request: CurrentRequest, id: string, assignee: string | undefined): Promise<Answer<PaymentDiscrepancyDto>> {
    return this.execute(request, id, 'assign', async (tx) => {
      const accountId = assignee ?? tx.actor.accountId;
      const found = await tx.queryOne<{ person_id: string | null }>(HANDLER, [accountId]);
      // A deputy has the right, but not the role: he takes it on himself all the same.
      const personId = accountId === tx.actor.accountId ? tx.actor.personId : (found?.person_id ?? null);
      if (personId === null)
        throw new DomainError('unprocessable', 'payment-discrepancy.assignee-unknown', {
          errors: [{ path: 'assigneeAccountId', code: 'payment-discrepancy.assignee-unknown' }],
        });
      return {
        values: { assigned_to: accountId, assigned_person_id: personId, assigned_at: tx.now },
        reason: null,
        after: { assigneeAccountId: accountId },
      };
    });
  }

  resolve(
    request: CurrentRequest,
    id: string,
    { note, documentReference }: ResolveDiscrepancyDto,
  ): Promise<Answer<PaymentDiscrepancyDto>> {
    return this.execute(request, id, 'resolve', async (tx) => ({
      values: { ...settledBy(tx, note), note, document_reference: documentReference },
      reason: note,
      after: { documentReference },
    }));
  }

  waive(request: CurrentRequest, id: string, reason: string): Promise<Answer<PaymentDiscrepancyDto>> {
    return this.execute(request, id, 'waive', async (tx, row) => {
      assertMayWaive(withRepresented(tx.actor.personId, tx.deputyFor), {
        openedByPersonId: row.opened_by_person_id,
        assignedPersonId: row.assigned_person_id,
      });
      return { values: settledBy(tx, reason), reason };
    });
  }

  private execute(
    request: CurrentRequest,
    id: string,
    act: PaymentDiscrepancyAct,
    change: (tx: Tx, row: DiscrepancyRow) => Promise<Change>,
  ): Promise<Answer<PaymentDiscrepancyDto>> {
    return this.transactions.command(request, async (tx) => {
      const row = await this.discrepancies.lock(tx, id);
      const { to } = move(PAYMENT_DISCREPANCY_TRANSITIONS, row.state, act, tx.actor.roles);
      const { values, reason, after } = await change(tx, row);
      const version = await updateVersioned(tx, 'disbursements.payment_discrepancy', id, row.version, {
        state: to,
        ...values,
      });
      tx.audit({
        action: TRACES[act],
        objectType: 'PAYMENT_DISCREPANCY',
        objectId: id,
        objectVersion: version,
        applicantId: row.applicant_id,
        fromState: row.state,
        toState: to,
        reason,
        after: { orderNumber: row.order_number, ...after },
      });
      return this.discrepancies.one(tx, id);
    });
  }
}

function settledBy(tx: Tx, resolution: string): Readonly<Record<string, unknown>> {
  return {
    resolution,
    settled_at: tx.now,
    settled_by_account_id: tx.actor.accountId,
    settled_by_person_id: tx.actor.personId,
  };
}
