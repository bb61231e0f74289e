/** Rows travel as JSON; moments leave the database as ISO 8601 in UTC. */
const utc = (column: string): string => `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
const list = (order: string): string => `coalesce(jsonb_agg(to_jsonb(x) ORDER BY ${order}), '[]')`;

const APPLICATION = `
(SELECT to_jsonb(x) FROM (SELECT a.id, a.case_number AS "caseNumber", a.state, a.module_code AS "moduleCode", a.applicant_id AS "applicantId",
  p.official_name AS "applicantName", a.requested_cents AS "requestedCents", ${utc('a.submitted_at')} AS "submittedAt", ${utc('a.decided_at')} AS "decidedAt"
  FROM applications.application a JOIN programme.applicant p ON p.id = a.applicant_id WHERE a.id = w.application_id) x)`;

const NOTICE = `
(SELECT to_jsonb(x) FROM (SELECT n.id, n.notice_number AS "noticeNumber", n.state, w.id AS "awardId", w.award_number AS "awardNumber", w.total_cents AS "totalCents",
  coalesce((SELECT t.amount_cents FROM decisions.tranche t WHERE t.award_id = w.id AND t.year = o.year), 0) AS "trancheCents", ${utc('n.signed_at')} AS "signedAt",
  identity.name_of(n.signed_by_account_id) AS "signedBy", identity.name_of(n.signed_for_account_id) AS "signedFor", n.deemed_notified_on AS "deemedNotifiedOn",
  n.final_on AS "finalOn", n.document_sha256 AS "documentSha256"
  FROM decisions.notice n WHERE n.award_id = w.id ORDER BY n.state = 'VOIDED', n.created_at DESC LIMIT 1) x)`;

const REQUEST = `
(SELECT to_jsonb(x) FROM (SELECT d.id, d.request_number AS "requestNumber", d.state, d.amount_cents AS "amountCents", d.needed_until AS "neededUntil",
  (SELECT i.number FROM disbursements.instalment i WHERE i.request_id = d.id) AS instalment, ${utc('d.submitted_at')} AS "submittedAt") x)`;

const CHECK = `
(SELECT to_jsonb(x) FROM (SELECT ${utc('d.checked_at')} AS "checkedAt", identity.name_of(d.checked_by_account_id) AS "checkedBy", coalesce(d.factual, false) AS factual,
  coalesce(d.arithmetical, false) AS arithmetical, d.check_note AS note) x)`;

const BANK_ACCOUNT = `
(SELECT to_jsonb(x) FROM (SELECT b.id, b.iban, b.account_holder AS "accountHolder", b.state,
  (SELECT count(*) FROM disbursements.bank_account e WHERE e.applicant_id = b.applicant_id AND e.proposed_at <= b.proposed_at) AS version,
  ${utc('b.proposed_at')} AS "proposedAt", identity.name_of(b.proposed_by_account_id) AS "proposedBy", ${utc('b.confirmed_at')} AS "confirmedAt",
  identity.name_of(b.confirmed_by_account_id) AS "confirmedBy", ${utc('b.hold_until')} AS "holdUntil"
  FROM disbursements.bank_account b WHERE b.id = o.bank_account_id) x)`;

/** The limit as it stood when the order was given: what was set later does not count. */
const ORDER = `
(SELECT to_jsonb(x) FROM (SELECT o.id, o.order_number AS "orderNumber", o.state, o.year, o.amount_cents AS "amountCents", o.due_on AS "dueOn", o.iban,
  o.remittance_text AS "remittanceText", ${utc('o.ordered_at')} AS "orderedAt", identity.name_of(o.ordered_by_account_id) AS "orderedBy",
  (SELECT min(l.max_cents) FROM disbursements.order_limit l WHERE l.account_id = o.ordered_by_account_id AND l.set_at <= o.ordered_at
    AND l.valid_from <= (o.ordered_at AT TIME ZONE 'Europe/Berlin')::date AND l.valid_to > (o.ordered_at AT TIME ZONE 'Europe/Berlin')::date) AS "limitCents",
  o.document_number AS "documentNumber", o.value_date AS "valueDate", o.failure_reason AS "failureReason") x)`;

const RUNS = `
(SELECT ${list('x."frozenAt"')} FROM (SELECT r.id, r.run_number AS "runNumber", r.state, l.position, r.order_count AS "orderCount", r.sum_cents AS "sumCents", r.checksum,
  ${utc('r.created_at')} AS "frozenAt", identity.name_of(r.created_by_account_id) AS "frozenBy", ${utc('r.released_at')} AS "releasedAt",
  identity.name_of(r.released_by_account_id) AS "releasedBy", ${utc('r.exported_at')} AS "exportedAt",
  (SELECT coalesce(jsonb_agg(jsonb_build_object('format', f->>'format', 'sha256', f->>'sha256')), '[]') FROM jsonb_array_elements(r.files) f) AS files
  FROM disbursements.payment_run_line l JOIN disbursements.payment_run r ON r.id = l.payment_run_id WHERE l.payment_order_id = o.id) x)`;

const RETURNS = `
(SELECT ${list('x."importedAt", x.line')} FROM (SELECT p.id AS "paymentReturnId", p.file_name AS "fileName", r.line, r.outcome, r.code, r.amount_cents AS "amountCents",
  r.value_date AS "valueDate", r.document_number AS "documentNumber", ${utc('p.imported_at')} AS "importedAt", identity.name_of(p.imported_by_account_id) AS "importedBy"
  FROM disbursements.payment_return_row r JOIN disbursements.payment_return p ON p.id = r.payment_return_id WHERE r.payment_order_id = o.id
  ORDER BY p.imported_at DESC LIMIT 1000) x)`;

const REPAYMENTS = `
(SELECT ${list('x."valueDate", x."documentNumber"')} FROM (SELECT r.kind, r.amount_cents AS "amountCents", r.value_date AS "valueDate", r.document_number AS "documentNumber", r.reason
  FROM disbursements.repayment r WHERE r.payment_order_id = o.id) x)`;

const DISCREPANCIES = `
(SELECT ${list('x."openedAt"')} FROM (SELECT c.id, c.kind, c.state, ${utc('c.opened_at')} AS "openedAt", c.expected_cents AS "expectedCents", c.actual_cents AS "actualCents"
  FROM disbursements.payment_discrepancy c WHERE c.payment_order_id = o.id OR c.order_number = o.order_number) x)`;

const TRANSFERS = `
(SELECT ${list('x.id::bigint')} FROM (SELECT t.id::text, t.kind, f.budget_year AS year, f.kind AS "fromAccount", g.kind AS "toAccount", t.amount_cents AS "amountCents",
  t.value_date AS "valueDate", ${utc('t.booked_at')} AS "bookedAt", identity.name_of(t.booked_by) AS "bookedBy"
  FROM budget.transfer t JOIN budget.account f ON f.id = t.from_account_id JOIN budget.account g ON g.id = t.to_account_id WHERE t.payment_order_id = o.id) x)`;

const OTHER_ORDERS = `
(SELECT coalesce(jsonb_agg(e.order_number ORDER BY e.order_number), '[]') FROM disbursements.payment_order e
  WHERE e.disbursement_request_id = o.disbursement_request_id AND e.id <> o.id)`;

/** $1 order number. */
export const CHAIN = `
SELECT ${APPLICATION} AS application, ${NOTICE} AS notice, ${REQUEST} AS request, ${CHECK} AS "check", ${BANK_ACCOUNT} AS "bankAccount", ${ORDER} AS "order",
  ${RUNS} AS runs, ${RETURNS} AS returns, ${REPAYMENTS} AS repayments, ${DISCREPANCIES} AS discrepancies, ${TRANSFERS} AS transfers, ${OTHER_ORDERS} AS "otherOrders"
FROM disbursements.payment_order o JOIN disbursements.disbursement_request d ON d.id = o.disbursement_request_id JOIN decisions.award w ON w.id = o.award_id
WHERE o.order_number = $1`;

/** $1 types, $2 ids. What was done, in the order of the trail; refused attempts have a page of their own. */
export const EVENTS = `
SELECT e.sequence, e.occurred_at, e.action, e.object_type, e.object_id, identity.name_of(e.account_id) AS actor_name, e.actor_role,
  identity.name_of(e.deputy_for) AS deputy_for_name, e.from_state, e.to_state, t.reason
FROM unnest($1::text[], $2::text[]) AS o (type, id) JOIN audit.event e ON e.object_type = o.type AND e.object_id = o.id AND e.outcome = 'DONE'
LEFT JOIN audit.event_text t USING (sequence) ORDER BY e.sequence LIMIT 2000`;
