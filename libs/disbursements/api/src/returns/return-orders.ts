import { Injectable } from '@nestjs/common';
import { TRANSFER_RULES, type BudgetYearState } from '@wir/budget/domain';
import type { AnsweredOrder, RepaymentFact } from '@wir/disbursements/domain';
import type { ReadTx, Tx } from '@wir/shared/api';

/** An order a return file names, with what its booking needs. */
export interface ReturnOrder extends AnsweredOrder {
  readonly programmeId: string;
  readonly requestId: string;
  readonly requestVersion: number;
  readonly awardId: string;
  readonly applicationId: string;
  readonly applicantId: string;
}

type Row = Omit<ReturnOrder, 'yearTakesRepayments'> & {
  readonly yearState: BudgetYearState | null;
  readonly repayments: readonly RepaymentFact[];
};

const LOCK_REQUESTS = `
SELECT d.id FROM disbursements.disbursement_request d
WHERE d.id IN (SELECT o.disbursement_request_id FROM disbursements.payment_order o WHERE o.order_number = ANY ($1::text[])) ORDER BY d.id FOR UPDATE`;
const LOCK_ORDERS =
  'SELECT id FROM disbursements.payment_order WHERE order_number = ANY ($1::text[]) ORDER BY id FOR UPDATE';
const READ = `
SELECT o.id, o.programme_id AS "programmeId", o.disbursement_request_id AS "requestId", d.version AS "requestVersion", o.award_id AS "awardId",
  w.application_id AS "applicationId", o.applicant_id AS "applicantId", o.order_number AS "orderNumber", o.state, o.year, o.amount_cents AS "amountCents",
  o.document_number AS "documentNumber", y.state AS "yearState", coalesce(r.cents, 0) AS "repaidCents", coalesce(r.facts, '[]') AS repayments
FROM disbursements.payment_order o JOIN disbursements.disbursement_request d ON d.id = o.disbursement_request_id
JOIN decisions.award w ON w.id = o.award_id
LEFT JOIN budget.budget_year y ON y.programme_id = o.programme_id AND y.year = o.year
LEFT JOIN LATERAL (SELECT sum(x.amount_cents)::bigint AS cents,
    jsonb_agg(jsonb_build_object('documentNumber', x.document_number, 'valueDate', x.value_date, 'amountCents', x.amount_cents)) AS facts
  FROM disbursements.repayment x WHERE x.payment_order_id = o.id) r ON true
WHERE o.order_number = ANY ($1::text[])`;

@Injectable()
export class ReturnOrders {
  /** Requests before orders, each ascending, and all of a file at once: whatever is locked later comes later for everybody. */
  async lock(tx: Tx, orderNumbers: readonly string[]): Promise<void> {
    await tx.query(LOCK_REQUESTS, [orderNumbers]);
    await tx.query(LOCK_ORDERS, [orderNumbers]);
  }

  async numbered(tx: ReadTx, orderNumbers: readonly string[]): Promise<ReturnOrder[]> {
    const rows = await tx.query<Row>(READ, [[...new Set(orderNumbers)]]);
    return rows.map(({ yearState, ...row }) => ({
      ...row,
      yearTakesRepayments: yearState !== null && TRANSFER_RULES.RETURN.yearStates.includes(yearState),
    }));
  }
}
