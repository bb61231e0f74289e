import type { Role } from '@wir/identity/domain';
import type { TaskKind } from '@wir/notifications/domain';

/**
 * One SELECT per kind over the live states; columns: object, award, application, amount, year, due, since.
 * `$1` kinds of this person, `$2` who acts by role (the person and, in deputy, whom she represents), `$3` today, `$4` days a notice stays retrievable, `$5` months for the declaration.
 * What the person may not do for reasons of four eyes is no task of hers.
 */
export const TASK_BRANCHES: Readonly<Record<TaskKind, string>> = {
  CONTINUE_DRAFT: application(`a.state = 'DRAFT'`),
  SIGN_APPLICATION: application(`a.state = 'READY_TO_SIGN'`),
  ANSWER_INFORMATION_REQUEST: `
    SELECT a.id, NULL::uuid, a.id, NULL::bigint, NULL::integer, i.due_date, i.created_at
    FROM applications.application a JOIN applications.information_request i ON i.application_id = a.id AND i.state = 'OPEN'
    WHERE a.state = 'INFO_REQUESTED'`,
  CHECK_COMPLETENESS: application(`a.state = 'SUBMITTED'`, 'a.submitted_at'),
  REVIEW_APPLICATION: application(`a.state = 'UNDER_REVIEW'`),
  CONFIRM_BUDGET: application(
    `a.state = 'REVIEWED' AND ${noneOf('BUDGET_OFFICER', 'a.reviewed_by_person_id', 'a.reviewed_for_person_id')}`,
  ),
  DECIDE_APPLICATION: application(
    `a.state = 'BUDGET_CONFIRMED' AND ${noneOf('HEAD_OF_UNIT', 'a.reviewed_by_person_id', 'a.reviewed_for_person_id', 'a.budget_confirmed_by_person_id', 'a.budget_confirmed_for_person_id')}`,
  ),

  COSIGN_NOTICE: notice(`n.state = 'DRAFT'`),
  SIGN_NOTICE: notice(
    `n.state = 'IN_COSIGN' AND ${noneOf('HEAD_OF_UNIT', 'n.drafted_by_person_id', 'n.drafted_for_person_id')}`,
  ),
  DISPATCH_NOTICE: notice(`n.state IN ('SIGNED', 'NOT_RETRIEVED')`),
  RETRIEVE_NOTICE: notice(
    `n.state = 'DISPATCHED' AND n.channel = 'PORTAL' AND n.retrieved_on IS NULL`,
    '(n.dispatched_on + $4::integer)',
  ),
  WAIVE_APPEAL: notice(`n.state = 'NOTIFIED' AND n.kind = 'GRANT' AND n.appeal_waived_on IS NULL`, 'n.appeal_ends_on'),
  SEND_DECLARATION: `
    SELECT w.id, w.id, w.application_id, w.total_cents, NULL::integer, (n.deemed_notified_on + make_interval(months => $5::integer))::date, n.updated_at
    FROM decisions.award w JOIN decisions.notice n ON n.award_id = w.id AND n.state IN ('NOTIFIED', 'FINAL')
    WHERE w.declaration_received_on IS NULL AND w.state <> 'VOIDED'`,

  CONFIRM_BANK_ACCOUNT: `
    SELECT b.id, w.id, w.application_id, NULL::bigint, NULL::integer, NULL::date, b.proposed_at
    FROM disbursements.bank_account b
    JOIN LATERAL (SELECT id, application_id FROM decisions.award w WHERE w.applicant_id = b.applicant_id AND w.state <> 'VOIDED' ORDER BY w.created_at DESC LIMIT 1) w ON true
    WHERE b.state = 'PROPOSED' AND ${noneOf('CASE_WORKER', 'b.proposed_by_person_id', 'b.proposed_for_person_id')}`,
  REQUEST_DISBURSEMENT: `
    SELECT w.id, w.id, w.application_id, t.amount_cents - coalesce(d.requested_cents, 0), t.year, NULL::date, w.updated_at
    FROM decisions.award w
    JOIN decisions.tranche t ON t.award_id = w.id AND t.year = extract(year FROM $3::date)
    JOIN budget.budget_year y ON y.programme_id = w.programme_id AND y.year = t.year AND y.state IN ('PROVISIONAL', 'OPEN')
    LEFT JOIN LATERAL (SELECT sum(d.amount_cents)::bigint AS requested_cents FROM disbursements.disbursement_request d
      WHERE d.award_id = w.id AND d.year = t.year AND d.state <> 'CANCELLED') d ON true
    WHERE w.state = 'FINAL' AND w.declaration_received_on IS NOT NULL AND t.amount_cents > coalesce(d.requested_cents, 0)`,
  SUBMIT_DISBURSEMENT: request(`d.state IN ('DRAFT', 'RETURNED', 'FAILED')`),
  CORRECT_DISBURSEMENT: request(`d.state IN ('RETURNED', 'FAILED')`),
  CHECK_DISBURSEMENT: request(`d.state = 'SUBMITTED'`),
  ORDER_DISBURSEMENT: `${request(`d.state = 'CHECKED' AND ${noneOf('PAYMENT_ORDERER', 'd.checked_by_person_id', 'd.checked_for_person_id')}`)}
      AND NOT EXISTS (SELECT 1 FROM disbursements.bank_account b WHERE b.id = d.bank_account_id
        AND NOT ${noneOf('PAYMENT_ORDERER', 'b.proposed_by_person_id', 'b.proposed_for_person_id', 'b.confirmed_by_person_id', 'b.confirmed_for_person_id')})`,

  EXPORT_ORDER: `
    SELECT o.id, o.award_id, w.application_id, o.amount_cents, o.year, o.due_on, o.ordered_at
    FROM disbursements.payment_order o JOIN decisions.award w ON w.id = o.award_id WHERE o.state = 'ORDERED' AND o.payment_run_id IS NULL`,
  RELEASE_BUDGET_ACT: `
    SELECT b.id, NULL::uuid, NULL::uuid, NULL::bigint, NULL::integer, NULL::date, b.proposed_at
    FROM budget.budget_act b WHERE b.state = 'PROPOSED' AND b.scenario_id IS NULL AND ${notProposedBy('b')}`,
  RELEASE_SCENARIO: `
    SELECT s.id, NULL::uuid, NULL::uuid, NULL::bigint, NULL::integer, NULL::date, s.proposed_at
    FROM budget.scenario s WHERE s.state = 'PROPOSED' AND ${notProposedBy('s')}`,
  RELEASE_RUN: `
    SELECT r.id, NULL::uuid, NULL::uuid, r.sum_cents, NULL::integer, NULL::date, r.created_at
    FROM disbursements.payment_run r WHERE r.state = 'FROZEN'
      AND ${noneOf('PAYMENT_ORDERER', 'r.created_by_person_id', 'r.created_for_person_id')} AND ${noneOf('BUDGET_OFFICER', 'r.created_by_person_id', 'r.created_for_person_id')}`,
  CLARIFY_DISCREPANCY: `
    SELECT d.id, w.id, w.application_id, d.actual_cents, NULL::integer, NULL::date, d.opened_at
    FROM disbursements.payment_discrepancy d LEFT JOIN disbursements.payment_order o ON o.id = d.payment_order_id
    LEFT JOIN decisions.award w ON w.id = o.award_id WHERE d.state = 'OPEN'`,
  IMPORT_RETURN: `
    SELECT r.id, NULL::uuid, NULL::uuid, o.open_cents, NULL::integer, NULL::date, r.created_at
    FROM disbursements.payment_run r
    JOIN LATERAL (SELECT sum(o.amount_cents)::bigint AS open_cents FROM disbursements.payment_order o WHERE o.payment_run_id = r.id AND o.state = 'EXPORTED') o
      ON o.open_cents > 0`,
};

/** Number or name of what is no case. */
export const TASK_OBJECT_NAME = `CASE t.kind
  WHEN 'RELEASE_RUN' THEN (SELECT r.run_number FROM disbursements.payment_run r WHERE r.id = t.object_id)
  WHEN 'IMPORT_RETURN' THEN (SELECT r.run_number FROM disbursements.payment_run r WHERE r.id = t.object_id)
  WHEN 'CLARIFY_DISCREPANCY' THEN (SELECT nullif(d.order_number, '') FROM disbursements.payment_discrepancy d WHERE d.id = t.object_id)
  WHEN 'RELEASE_BUDGET_ACT' THEN (SELECT b.act_number FROM budget.budget_act b WHERE b.id = t.object_id)
  WHEN 'RELEASE_SCENARIO' THEN (SELECT s.name FROM budget.scenario s WHERE s.id = t.object_id) END`;

function notProposedBy(alias: string): string {
  const proposer = `${alias}.proposed_by_person_id`;
  return `${noneOf('HEAD_OF_UNIT', proposer)} AND ${noneOf('BUDGET_OFFICER', proposer)}`;
}

/** Four eyes: none of the columns names a person who would act now. */
function noneOf(role: Role, ...columns: readonly string[]): string {
  return `(NOT ($2::jsonb->'${role}' ?| ARRAY[${columns.map((column) => `${column}::text`).join(', ')}]))`;
}

function application(condition: string, since = 'a.updated_at'): string {
  return `
    SELECT a.id, a.award_id, a.id, a.requested_cents, NULL::integer, a.due_date, ${since}
    FROM applications.application a WHERE ${condition}`;
}

function notice(condition: string, due = 'NULL::date'): string {
  return `
    SELECT n.id, n.award_id, n.application_id, w.total_cents, NULL::integer, ${due}, n.updated_at
    FROM decisions.notice n LEFT JOIN decisions.award w ON w.id = n.award_id WHERE ${condition}`;
}

function request(condition: string): string {
  return `
    SELECT d.id, d.award_id, w.application_id, d.amount_cents, d.year, d.needed_until, d.updated_at
    FROM disbursements.disbursement_request d JOIN decisions.award w ON w.id = d.award_id WHERE ${condition}`;
}
