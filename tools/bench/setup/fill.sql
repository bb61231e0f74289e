-- Fills a migrated database with base data up to the size of the measurements. Runs as superuser with triggers off
-- (session_replication_role = replica); that everything adds up is proved afterwards by reconcile.sql.
-- One round number per row, no chance: two runs measure the same rows.

-- 30 000 municipalities: the first 10 000 have one application each, the others apply while it is measured.
INSERT INTO programme.applicant (id, code, official_name, addressee_body, kind, district_key, official_key, seat_town, government_region, administrative_court, population_served)
SELECT md5('applicant-' || i)::uuid, 'M' || lpad(i::text, 5, '0'), 'Landkreis Messungen an der Lahn Nr. ' || i, 'Kreisausschuss des Landkreises Messungen an der Lahn Nr. ' || i,
  'landkreis', lpad(i::text, 5, '0'), 'M' || lpad(i::text, 8, '0'), 'Messungen', 'Gießen', 'VG Gießen', 100000 + i
FROM generate_series(1, 30000) AS i;

-- An account with a session for each municipality that applies while it is measured. The token is made of the number (see sessions.mjs).
INSERT INTO identity.person (id, name) SELECT md5('person-' || i)::uuid, 'Maria Messung ' || i FROM generate_series(10001, 30000) AS i;
INSERT INTO identity.account (id, person_id, email, applicant_id, organisation, is_demo)
SELECT md5('account-' || i)::uuid, md5('person-' || i)::uuid, 'messung-' || i || '@bench.wir.example', md5('applicant-' || i)::uuid, 'Landkreis Messungen an der Lahn Nr. ' || i, true
FROM generate_series(10001, 30000) AS i;
INSERT INTO identity.role_grant (account_id, role, reason)
SELECT md5('account-' || i)::uuid, r.role, 'Messung' FROM generate_series(10001, 30000) AS i CROSS JOIN (VALUES ('APPLICANT_EDITOR'), ('APPLICANT_FINANCE')) AS r (role);
INSERT INTO identity.session_family (id, account_id, kind, expires_at)
SELECT md5('family-' || i)::uuid, md5('account-' || i)::uuid, 'program', clock_timestamp() + interval '10 hours' FROM generate_series(10001, 30000) AS i;
INSERT INTO identity.session (token_hash, account_id, kind, family_id, expires_at)
SELECT identity.hash_token(translate(rtrim(encode(sha256(convert_to('bench-session-' || i, 'UTF8')), 'base64'), '='), '+/', '-_')),
  md5('account-' || i)::uuid, 'program', md5('family-' || i)::uuid, clock_timestamp() + interval '10 hours'
FROM generate_series(10001, 30000) AS i;

CREATE TEMP TABLE staff ON COMMIT DROP AS
SELECT DISTINCT ON (g.role) g.role, a.id AS account_id, a.person_id FROM identity.role_grant g JOIN identity.account a ON a.id = g.account_id ORDER BY g.role, a.email;

CREATE TEMP TABLE bench_case ON COMMIT DROP AS
SELECT i, md5('application-' || i)::uuid AS id, md5('applicant-' || i)::uuid AS applicant_id, k.state, timestamptz '2025-09-01 08:00+02' + ((i * 7919) % 10000) * interval '25 minutes' AS at
FROM generate_series(1, 10000) AS i
JOIN (VALUES (0, 9, 'DRAFT'), (10, 24, 'SUBMITTED'), (25, 29, 'INFO_REQUESTED'), (30, 44, 'UNDER_REVIEW'), (45, 74, 'REVIEWED'), (75, 77, 'BUDGET_CONFIRMED'),
  (78, 92, 'APPROVED'), (93, 96, 'REJECTED'), (97, 99, 'WITHDRAWN')) AS k (low, high, state) ON (i * 37) % 100 BETWEEN k.low AND k.high;

INSERT INTO applications.application (id, programme_id, call_id, module_code, applicant_id, case_number, state, title, purpose, period_start, period_end, contact_name, contact_email,
  no_premature_start, total_financing_secured, no_double_funding, no_input_tax_deduction, requested_cents, submitted_at, submission_count, assignee_account_id,
  created_by_account_id, submitted_by_person_id, reviewed_by_person_id, created_at, updated_at, version)
SELECT c.id, l.programme_id, l.id, 'DIVERSITY_CENTRE', c.applicant_id, 'WIR-2025-' || lpad(c.i::text, 5, '0'), c.state, 'WIR-Vielfaltszentrum Messungen an der Lahn Nr. ' || c.i,
  repeat('Zwei WIR-Koordinationskräfte steuern die vielfaltsorientierte Öffnung der Verwaltung. ', 6), l.period_start, l.period_end, 'Maria Messung', 'maria.messung@bench.wir.example',
  true, true, true, true, 60000000 + c.i, CASE WHEN c.state <> 'DRAFT' THEN c.at END, (c.state <> 'DRAFT')::integer, CASE WHEN c.state <> 'DRAFT' THEN w.account_id END,
  w.account_id, w.person_id, CASE WHEN c.state IN ('REVIEWED', 'BUDGET_CONFIRMED', 'APPROVED', 'REJECTED') THEN w.person_id END, c.at - interval '3 days', c.at, 4
FROM bench_case c CROSS JOIN programme.funding_call l JOIN staff w ON w.role = 'CASE_WORKER';

INSERT INTO applications.plan_year (application_id, applicant_id, year, requested_cents)
SELECT c.id, c.applicant_id, y, 12000000 FROM bench_case c CROSS JOIN generate_series(2026, 2030) AS y;
INSERT INTO applications.plan_line (application_id, applicant_id, year, kind, position, code, label, fte_hundredths, months, amount_cents)
SELECT c.id, c.applicant_id, y, l.kind, l.position, l.code, l.label, l.fte, l.months, l.cents
FROM bench_case c CROSS JOIN generate_series(2026, 2030) AS y
CROSS JOIN (VALUES ('EXPENSE', 0, 'COORDINATOR_POST', 'WIR-Koordinationskraft', 200, 12, 15240000), ('EXPENSE', 1, 'MICRO_PROJECT_FUND', 'Mikroprojekte', NULL, NULL, 960000),
  ('INCOME', 0, 'OWN', 'Eigenmittel der Kommune', NULL, NULL, 4200000)) AS l (kind, position, code, label, fte, months, cents);
INSERT INTO applications.attachment (application_id, applicant_id, kind, file_name, media_type, size_bytes, sha256, uploaded_at, uploaded_by_account_id)
SELECT c.id, c.applicant_id, 'CONCEPT', 'Konzept Vielfaltszentrum.pdf', 'application/pdf', 48213, encode(sha256(convert_to(c.id::text, 'UTF8')), 'hex'), c.at, w.account_id
FROM bench_case c JOIN staff w ON w.role = 'CASE_WORKER';
INSERT INTO applications.information_request (application_id, applicant_id, state, items, due_date, created_at, created_by_account_id)
SELECT c.id, c.applicant_id, 'OPEN', '[{"field": "attachments", "reason": "OUTDATED", "text": "Bitte die Fassung für 2026 bis 2030 nachreichen."}]', date '2026-03-23', c.at, w.account_id
FROM bench_case c JOIN staff w ON w.role = 'CASE_WORKER' WHERE c.state = 'INFO_REQUESTED';
INSERT INTO applications.check_answer (application_id, applicant_id, check_code, result, note, answered_by_account_id, answered_at, updated_at)
SELECT c.id, c.applicant_id, k, 'YES', 'Anhand des Antrags und des Konzepts geprüft.', w.account_id, c.at, c.at
FROM bench_case c JOIN staff w ON w.role = 'CASE_WORKER' CROSS JOIN unnest(string_to_array(current_setting('bench.check_codes'), ',')) AS k
WHERE c.state IN ('UNDER_REVIEW', 'REVIEWED', 'BUDGET_CONFIRMED', 'APPROVED', 'REJECTED');
INSERT INTO applications.recommendation (application_id, applicant_id, reasons, created_at, created_by_account_id)
SELECT c.id, c.applicant_id, 'Die Voraussetzungen der Richtlinie sind erfüllt.', c.at, w.account_id
FROM bench_case c JOIN staff w ON w.role = 'CASE_WORKER' WHERE c.state IN ('REVIEWED', 'BUDGET_CONFIRMED', 'APPROVED');
INSERT INTO applications.recommendation_year (application_id, applicant_id, year, proposed_cents)
SELECT c.id, c.applicant_id, y, CASE c.state WHEN 'APPROVED' THEN 1000000 ELSE 1000 END FROM bench_case c CROSS JOIN generate_series(2026, 2030) AS y
WHERE c.state IN ('REVIEWED', 'BUDGET_CONFIRMED', 'APPROVED');

-- 200 of the approved cases have an award with a signed notice; their money is committed, as all awards of the programme would be.
CREATE TEMP TABLE bench_award ON COMMIT DROP AS
SELECT c.*, md5('award-' || c.i)::uuid AS award_id, md5('notice-' || c.i)::uuid AS notice_id FROM bench_case c WHERE c.state = 'APPROVED' ORDER BY c.i LIMIT 200;
INSERT INTO decisions.award (id, programme_id, application_id, applicant_id, award_number, state, total_cents, period_start, period_end)
SELECT b.award_id, l.programme_id, b.id, b.applicant_id, 'WIR-Z-2025-' || b.i, 'COMMITTED', 5000000, l.period_start, l.period_end FROM bench_award b CROSS JOIN programme.funding_call l;
INSERT INTO decisions.tranche (award_id, applicant_id, year, amount_cents)
SELECT b.award_id, b.applicant_id, y, 1000000 FROM bench_award b CROSS JOIN generate_series(2026, 2030) AS y;
INSERT INTO decisions.notice (id, programme_id, application_id, award_id, applicant_id, notice_number, file_reference, kind, state, addressee, court, texts, ancillary_provisions, content,
  document_sha256, drafted_by_person_id, drafted_by_account_id, signed_by_person_id, signed_by_account_id, signed_at)
SELECT b.notice_id, l.programme_id, b.id, b.award_id, b.applicant_id, 'WIR-B-2025-' || b.i, 'VI 4 - ' || b.i, 'GRANT', 'SIGNED', '{}', 'VG Gießen', '{}', '[]', '{}',
  encode(sha256(convert_to(b.id::text, 'UTF8')), 'hex'), w.person_id, w.account_id, h.person_id, h.account_id, timestamptz '2026-02-16 10:00+01'
FROM bench_award b CROSS JOIN programme.funding_call l JOIN staff w ON w.role = 'CASE_WORKER' JOIN staff h ON h.role = 'HEAD_OF_UNIT';
UPDATE applications.application a SET award_id = b.award_id, notice_id = b.notice_id, approved_cents = 5000000, outcome = 'APPROVED', decision_reasons = 'Bewilligt.', decided_at = b.at,
  decided_by_person_id = h.person_id FROM bench_award b JOIN staff h ON h.role = 'HEAD_OF_UNIT' WHERE a.id = b.id;

-- Their bookings, and the reservations of the cases whose budget is confirmed.
INSERT INTO budget.transfer (kind, from_account_id, to_account_id, amount_cents, application_id, award_id, notice_id, reason, value_date, command_key, line, booked_at, booked_by)
SELECT t.kind, budget.account_for(l.programme_id, t.source, t.budget_year, t.due_year, NULL),
  budget.account_for(l.programme_id, t.target, t.budget_year, t.due_year, CASE t.target WHEN 'committed' THEN b.award_id END), 1000000, b.id, CASE t.kind WHEN 'RESERVE' THEN NULL ELSE b.award_id END,
  b.notice_id, 'Messung', date '2026-02-16', md5(b.id || t.kind)::uuid, t.line, timestamptz '2026-02-16 10:00+01', w.account_id
FROM bench_award b CROSS JOIN programme.funding_call l JOIN staff w ON w.role = 'BUDGET_OFFICER'
CROSS JOIN (
  SELECT k.kind, k.source, k.target, y AS budget_year, NULL::integer AS due_year, y - 2025 AS line
  FROM generate_series(2026, 2030) AS y CROSS JOIN (VALUES ('RESERVE', 'free', 'reserved'), ('COMMIT', 'reserved', 'committed')) AS k (kind, source, target)
  UNION ALL SELECT 'USE_VE', 've_free', 've_used', 2026, y, y - 2025 FROM generate_series(2027, 2030) AS y) AS t;
INSERT INTO budget.transfer (kind, from_account_id, to_account_id, amount_cents, application_id, reason, value_date, command_key, line, booked_at, booked_by)
SELECT 'RESERVE', budget.account_for(l.programme_id, 'free', y, NULL, NULL), budget.account_for(l.programme_id, 'reserved', y, NULL, NULL), 1000, c.id, 'Messung', date '2026-02-16',
  md5(c.id || 'RESERVE')::uuid, y - 2025, timestamptz '2026-02-16 10:00+01', w.account_id
FROM bench_case c CROSS JOIN generate_series(2026, 2030) AS y CROSS JOIN programme.funding_call l JOIN staff w ON w.role = 'BUDGET_OFFICER' WHERE c.state = 'BUDGET_CONFIRMED';
SELECT budget.account_for(l.programme_id, 'locked', y, NULL, NULL) FROM programme.funding_call l CROSS JOIN generate_series(2026, 2030) AS y;
