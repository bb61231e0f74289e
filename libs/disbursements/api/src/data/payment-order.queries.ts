import { Injectable } from '@nestjs/common';
import type { PaymentOrderState } from '@wir/disbursements/domain';
import { likePattern, orderBy, Transactions, type CurrentRequest } from '@wir/shared/api';
import type { Cents, LocalDate } from '@wir/shared/kernel';
import type { PaymentOrderDto, PaymentOrderPageDto, PaymentOrderQueryDto } from '../dto/payment.dto';
import { momentOf } from '../row-json';
import { listRows } from './list-rows';

export interface PaymentOrderRow {
  readonly id: string;
  readonly order_number: string;
  readonly disbursement_request_id: string;
  readonly award_id: string;
  readonly case_number: string;
  readonly applicant_name: string;
  readonly year: number;
  readonly amount_cents: Cents;
  readonly repaid_cents: Cents;
  readonly due_on: LocalDate;
  readonly state: PaymentOrderState;
  readonly iban: string;
  readonly account_holder: string;
  readonly remittance_text: string;
  readonly ordered_at: string;
  readonly ordered_by: string | null;
  readonly payment_run_id: string | null;
}

export const PAYMENT_ORDER_COLUMNS = `
o.id, o.order_number, o.disbursement_request_id, o.award_id, a.case_number, p.official_name AS applicant_name, o.year, o.amount_cents, o.due_on, o.state,
  o.iban, o.account_holder, o.remittance_text, o.ordered_at, identity.name_of(o.ordered_by_account_id) AS ordered_by, o.payment_run_id,
  (SELECT coalesce(sum(x.amount_cents), 0)::bigint FROM disbursements.repayment x WHERE x.payment_order_id = o.id) AS repaid_cents`;

export const PAYMENT_ORDER_TABLES = `
FROM disbursements.payment_order o JOIN decisions.award w ON w.id = o.award_id
JOIN applications.application a ON a.id = w.application_id JOIN programme.applicant p ON p.id = o.applicant_id`;

const SORT = {
  dueOn: 'o.due_on',
  orderNumber: 'o.order_number',
  amountCents: 'o.amount_cents',
  orderedAt: 'o.ordered_at',
};
const FILTER = `${PAYMENT_ORDER_TABLES}
WHERE ($1::text[] IS NULL OR o.state = ANY ($1)) AND ($2::date IS NULL OR o.due_on <= $2)
  AND ($3::text IS NULL OR a.case_number ILIKE $3 OR p.official_name ILIKE $3 OR o.order_number ILIKE $3)`;

@Injectable()
export class PaymentOrderQueries {
  constructor(private readonly transactions: Transactions) {}

  list(request: CurrentRequest, query: PaymentOrderQueryDto): Promise<PaymentOrderPageDto> {
    return this.transactions.read(request, async (tx) => {
      const order = orderBy(query.sort, SORT, 'o.due_on', 'o.id');
      const parts = {
        id: 'o.id',
        amount: 'o.amount_cents',
        filter: FILTER,
        order,
        columns: PAYMENT_ORDER_COLUMNS,
        tables: PAYMENT_ORDER_TABLES,
      };
      const { items, total, sum_cents } = await listRows<PaymentOrderRow>(tx, parts, query, [
        query.state ?? null,
        query.dueUntil ?? null,
        likePattern(query.search),
      ]);
      return {
        items: items.map(toPaymentOrder),
        total,
        page: query.page,
        pageSize: query.pageSize,
        sumAmountCents: sum_cents,
      };
    });
  }
}

export function toPaymentOrder(row: PaymentOrderRow): PaymentOrderDto {
  return {
    id: row.id,
    orderNumber: row.order_number,
    disbursementRequestId: row.disbursement_request_id,
    awardId: row.award_id,
    caseNumber: row.case_number,
    applicantName: row.applicant_name,
    year: row.year,
    amountCents: row.amount_cents,
    repaidCents: row.repaid_cents,
    dueOn: row.due_on,
    state: row.state,
    iban: row.iban,
    remittanceText: row.remittance_text,
    orderedAt: momentOf(row.ordered_at),
    orderedBy: row.ordered_by ?? '',
    paymentRunId: row.payment_run_id,
  };
}
