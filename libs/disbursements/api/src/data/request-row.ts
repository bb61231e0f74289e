import type { BudgetYearState } from '@wir/budget/domain';
import type { AwardState, NoticeState } from '@wir/decisions/domain';
import type { ActiveBlock, BankAccountState, DisbursementState } from '@wir/disbursements/domain';
import type { Cents, LocalDate } from '@wir/shared/kernel';

/** A disbursement request with everything its limits, its gates and the four eyes depend on; moments are texts. */
export interface RequestRow {
  readonly id: string;
  readonly programme_id: string;
  readonly request_number: string;
  readonly award_id: string;
  readonly application_id: string;
  readonly case_number: string;
  readonly applicant_id: string;
  readonly applicant_name: string;
  readonly year: number;
  readonly amount_cents: Cents;
  readonly needed_until: LocalDate;
  readonly state: DisbursementState;
  readonly factual: boolean | null;
  readonly arithmetical: boolean | null;
  readonly check_note: string | null;
  readonly checked_at: string | null;
  readonly checked_by: string | null;
  readonly checked_by_person_id: string | null;
  readonly checked_for_person_id: string | null;
  readonly bank_account_id: string | null;
  readonly return_reason: string | null;
  readonly created_at: string;
  readonly updated_at: string;
  readonly version: number;
  readonly award_state: AwardState;
  readonly notice_state: NoticeState;
  readonly appeal_waived_on: LocalDate | null;
  readonly declaration_received_on: LocalDate | null;
  readonly final_on: LocalDate | null;
  readonly deemed_notified_on: LocalDate | null;
  readonly file_reference: string;
  readonly year_state: BudgetYearState | null;
  readonly repaid_cents: Cents;
  readonly tranche_open_cents: Cents;
  readonly award_open_cents: Cents;
  readonly year_committed_cents: Cents;
  /** The account as checked, before that as confirmed. */
  readonly bank: BankRow | null;
  readonly confirmed_account_id: string | null;
  readonly proposed_account_id: string | null;
  readonly order: OrderJson | null;
  readonly blocks: readonly ActiveBlock[];
  readonly has_legal_ground: boolean;
}

export interface BankRow {
  readonly id: string;
  readonly iban: string;
  readonly account_holder: string;
  readonly state: BankAccountState;
  readonly confirmed_at: string | null;
  readonly proposed_by_person_id: string;
  readonly proposed_for_person_id: string | null;
  readonly confirmed_by_person_id: string | null;
  readonly confirmed_for_person_id: string | null;
}

export interface OrderJson {
  readonly id: string;
  readonly order_number: string;
  readonly state: string;
  readonly version: number;
  readonly ordered_at: string;
  readonly ordered_by: string | null;
  readonly payment_run_id: string | null;
  readonly document_number: string | null;
  readonly value_date: LocalDate | null;
  readonly failure_reason: string | null;
}

export const REQUEST_COLUMNS = `
d.id, d.programme_id, d.request_number, d.award_id, w.application_id, a.case_number, d.applicant_id, p.official_name AS applicant_name,
  d.year, d.amount_cents, d.needed_until, d.state, d.factual, d.arithmetical, d.check_note, d.checked_at, identity.name_of(d.checked_by_account_id) AS checked_by,
  d.checked_by_person_id, d.checked_for_person_id, d.bank_account_id, d.return_reason, d.created_at, d.updated_at, d.version,
  w.state AS award_state, w.declaration_received_on, n.state AS notice_state, n.final_on, n.deemed_notified_on, n.appeal_waived_on, n.file_reference, y.state AS year_state,
  t.amount_cents - s.bound_in_year AS tranche_open_cents, w.total_cents - s.bound AS award_open_cents,
  coalesce((SELECT c.balance_cents FROM budget.account c WHERE c.kind = 'committed' AND c.award_id = d.award_id AND c.budget_year = d.year),
    t.amount_cents - s.taken_in_year) AS year_committed_cents,
  to_jsonb(b) AS bank, c.id AS confirmed_account_id, u.id AS proposed_account_id, to_jsonb(o) AS "order",
  (SELECT coalesce(jsonb_agg(jsonb_build_object('reasonCode', x.reason_code, 'endsOn', x.ends_on) ORDER BY x.set_at), '[]') FROM disbursements.payment_block x
    WHERE x.applicant_id = d.applicant_id AND x.state = 'ACTIVE' AND (x.award_id IS NULL OR x.award_id = d.award_id) AND (x.ends_on IS NULL OR x.ends_on >= platform.today())) AS blocks,
  (SELECT coalesce(sum(x.amount_cents), 0)::bigint FROM disbursements.repayment x JOIN disbursements.payment_order y ON y.id = x.payment_order_id
    WHERE y.disbursement_request_id = d.id) AS repaid_cents,
  EXISTS (SELECT 1 FROM disbursements.legal_ground g WHERE g.award_id = d.award_id AND g.year = d.year) AS has_legal_ground`;

/** The sums leave the request itself out: they say what is left for it. */
export const REQUEST_TABLES = `
FROM disbursements.disbursement_request d
JOIN decisions.award w ON w.id = d.award_id
JOIN decisions.tranche t ON t.award_id = d.award_id AND t.year = d.year
JOIN applications.application a ON a.id = w.application_id
JOIN programme.applicant p ON p.id = d.applicant_id
LEFT JOIN budget.budget_year y ON y.programme_id = d.programme_id AND y.year = d.year
JOIN LATERAL (SELECT n.state, n.final_on, n.deemed_notified_on, n.appeal_waived_on, n.file_reference FROM decisions.notice n WHERE n.award_id = w.id
  ORDER BY n.state = 'VOIDED', n.created_at DESC LIMIT 1) n ON true
CROSS JOIN LATERAL (SELECT
    coalesce(sum(x.amount_cents) FILTER (WHERE x.id <> d.id), 0)::bigint AS bound,
    coalesce(sum(x.amount_cents) FILTER (WHERE x.id <> d.id AND x.year = d.year), 0)::bigint AS bound_in_year,
    coalesce(sum(x.amount_cents) FILTER (WHERE x.year = d.year AND x.state NOT IN ('SUBMITTED', 'CHECKED')), 0)::bigint AS taken_in_year
  FROM disbursements.disbursement_request x WHERE x.award_id = d.award_id AND x.state IN ('SUBMITTED', 'CHECKED', 'ORDERED', 'EXPORTED', 'PAID')) s
LEFT JOIN disbursements.bank_account c ON c.applicant_id = d.applicant_id AND c.state = 'CONFIRMED'
LEFT JOIN disbursements.bank_account u ON u.applicant_id = d.applicant_id AND u.state = 'PROPOSED'
LEFT JOIN LATERAL (SELECT b.id, b.iban, b.account_holder, b.state, b.confirmed_at, b.proposed_by_person_id, b.confirmed_by_person_id,
    b.proposed_for_person_id, b.confirmed_for_person_id
  FROM disbursements.bank_account b WHERE b.id = coalesce(d.bank_account_id, c.id)) b ON true
LEFT JOIN LATERAL (SELECT o.id, o.order_number, o.state, o.version, o.ordered_at, identity.name_of(o.ordered_by_account_id) AS ordered_by, o.payment_run_id,
    o.document_number, o.value_date, o.failure_reason
  FROM disbursements.payment_order o WHERE o.disbursement_request_id = d.id ORDER BY o.ordered_at DESC, o.id LIMIT 1) o ON true`;
