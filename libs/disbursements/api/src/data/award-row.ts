import type { BudgetYearState } from '@wir/budget/domain';
import type { AwardState, NoticeState } from '@wir/decisions/domain';
import type { ActiveBlock, BankAccountState } from '@wir/disbursements/domain';
import type { Cents, LocalDate } from '@wir/shared/kernel';
import { BANK_ACCOUNT_COLUMNS, BANK_ACCOUNT_TABLES, type BankAccountRow } from './bank-account-row';

/** An award with all that payouts depend on, as one row. */
export interface AwardRow {
  readonly id: string;
  readonly programme_id: string;
  readonly award_number: string;
  readonly application_id: string;
  readonly case_number: string;
  readonly applicant_id: string;
  readonly applicant_name: string;
  readonly state: AwardState;
  readonly total_cents: Cents;
  readonly period_start: LocalDate;
  readonly period_end: LocalDate;
  readonly declaration_received_on: LocalDate | null;
  readonly version: number;
  readonly notice_id: string;
  readonly notice_state: NoticeState;
  readonly appeal_waived_on: LocalDate | null;
  readonly notice_number: string;
  readonly file_reference: string;
  readonly channel: string | null;
  readonly dispatched_on: LocalDate | null;
  readonly deemed_notified_on: LocalDate | null;
  readonly final_on: LocalDate | null;
  readonly tranches: readonly TrancheRow[];
  readonly proposed_account: BankAccountRow | null;
  readonly confirmed_account: BankAccountRow | null;
  readonly blocks: readonly ActiveBlock[];
  readonly legal_ground_years: readonly number[];
}

export interface TrancheRow {
  readonly year: number;
  readonly year_state: BudgetYearState | null;
  readonly amount_cents: Cents;
  readonly requested_cents: Cents;
  readonly ordered_cents: Cents;
  readonly paid_cents: Cents;
}

/** Parts as in `trancheFigures` of the domain: drafts, returned and failed requests bind nothing until they are submitted. */
const TRANCHES = `
(SELECT coalesce(jsonb_agg(jsonb_build_object('year', t.year, 'year_state', y.state, 'amount_cents', t.amount_cents,
    'requested_cents', coalesce(s.requested, 0), 'ordered_cents', coalesce(s.ordered, 0), 'paid_cents', coalesce(s.paid, 0)) ORDER BY t.year), '[]')
  FROM decisions.tranche t
  LEFT JOIN budget.budget_year y ON y.programme_id = w.programme_id AND y.year = t.year
  LEFT JOIN LATERAL (SELECT
      sum(d.amount_cents) FILTER (WHERE d.state IN ('SUBMITTED', 'CHECKED'))::bigint AS requested,
      sum(d.amount_cents) FILTER (WHERE d.state IN ('ORDERED', 'EXPORTED'))::bigint AS ordered,
      sum(d.amount_cents) FILTER (WHERE d.state = 'PAID')::bigint AS paid
    FROM disbursements.disbursement_request d WHERE d.award_id = t.award_id AND d.year = t.year) s ON true
  WHERE t.award_id = w.id)`;

const accountIn = (state: BankAccountState): string =>
  `(SELECT to_jsonb(x) FROM (SELECT ${BANK_ACCOUNT_COLUMNS} ${BANK_ACCOUNT_TABLES} WHERE b.applicant_id = w.applicant_id AND b.state = '${state}') x)`;

export const AWARD_COLUMNS = `
w.id, w.programme_id, w.award_number, w.application_id, a.case_number, w.applicant_id, p.official_name AS applicant_name, w.state, w.total_cents,
  w.period_start, w.period_end, w.declaration_received_on, w.version, n.id AS notice_id, n.state AS notice_state, n.notice_number, n.file_reference,
  n.channel, n.dispatched_on, n.deemed_notified_on, n.final_on, n.appeal_waived_on, ${TRANCHES} AS tranches,
  ${accountIn('PROPOSED')} AS proposed_account, ${accountIn('CONFIRMED')} AS confirmed_account,
  (SELECT coalesce(jsonb_agg(jsonb_build_object('reasonCode', x.reason_code, 'endsOn', x.ends_on) ORDER BY x.set_at), '[]') FROM disbursements.payment_block x
    WHERE x.applicant_id = w.applicant_id AND x.state = 'ACTIVE' AND (x.award_id IS NULL OR x.award_id = w.id) AND (x.ends_on IS NULL OR x.ends_on >= platform.today())) AS blocks,
  (SELECT coalesce(jsonb_agg(g.year), '[]') FROM disbursements.legal_ground g WHERE g.award_id = w.id) AS legal_ground_years`;

/** The notice in force; a voided one only when there is no other. */
export const AWARD_TABLES = `
FROM decisions.award w
JOIN applications.application a ON a.id = w.application_id
JOIN programme.applicant p ON p.id = w.applicant_id
JOIN LATERAL (SELECT * FROM decisions.notice n WHERE n.award_id = w.id ORDER BY n.state = 'VOIDED', n.created_at DESC LIMIT 1) n ON true`;
