-- 10 000 payment orders of 10 €, fifty of each award, booked as the portal would have booked them.
CREATE TEMP TABLE staff ON COMMIT DROP AS
SELECT DISTINCT ON (g.role) g.role, a.id AS account_id, a.person_id FROM identity.role_grant g JOIN identity.account a ON a.id = g.account_id
WHERE a.applicant_id IS NULL AND g.role IN ('CASE_WORKER', 'HEAD_OF_UNIT', 'PAYMENT_ORDERER') ORDER BY g.role, a.email;

INSERT INTO disbursements.bank_account (id, applicant_id, iban, account_holder, state, proposed_by_person_id, proposed_by_account_id, confirmed_at, confirmed_by_person_id, confirmed_by_account_id)
SELECT md5('bank-' || w.applicant_id)::uuid, w.applicant_id, 'DE02120300000000202051', 'Landkreis Messungen an der Lahn', 'CONFIRMED', h.person_id, h.account_id, platform.now(), c.person_id, c.account_id
FROM decisions.award w JOIN staff h ON h.role = 'HEAD_OF_UNIT' JOIN staff c ON c.role = 'CASE_WORKER';

CREATE TEMP TABLE bench_order ON COMMIT DROP AS
SELECT w.id AS award_id, w.programme_id, w.applicant_id, w.application_id, a.case_number, row_number() OVER (ORDER BY w.award_number, n) AS number
FROM decisions.award w JOIN applications.application a ON a.id = w.application_id CROSS JOIN generate_series(1, 50) AS n;
INSERT INTO disbursements.disbursement_request (id, programme_id, award_id, applicant_id, request_number, year, amount_cents, needed_until, state, created_by_account_id,
  submitted_by_person_id, submitted_at, factual, arithmetical, checked_by_person_id, checked_by_account_id, checked_at, bank_account_id, version)
SELECT md5('request-' || b.number)::uuid, b.programme_id, b.award_id, b.applicant_id, 'WIR-2026-M-' || (900000 + b.number), 2026, 1000, date '2026-03-02', 'ORDERED', c.account_id,
  h.person_id, platform.now(), true, true, c.person_id, c.account_id, platform.now(), md5('bank-' || b.applicant_id)::uuid, 4
FROM bench_order b JOIN staff h ON h.role = 'HEAD_OF_UNIT' JOIN staff c ON c.role = 'CASE_WORKER';
INSERT INTO disbursements.payment_order (id, programme_id, disbursement_request_id, award_id, applicant_id, order_number, year, amount_cents, due_on, state, bank_account_id, iban,
  account_holder, remittance_text, checked_by_person_id, bank_editor_person_id, ordered_by_person_id, ordered_by_account_id)
SELECT md5('order-' || b.number)::uuid, b.programme_id, md5('request-' || b.number)::uuid, b.award_id, b.applicant_id, 'WIR-2026-A-' || (900000 + b.number), 2026, 1000, date '2026-03-02',
  'ORDERED', md5('bank-' || b.applicant_id)::uuid, 'DE02120300000000202051', 'Landkreis Messungen an der Lahn', b.case_number || ' Rate 2026', c.person_id, c.person_id, o.person_id, o.account_id
FROM bench_order b JOIN staff c ON c.role = 'CASE_WORKER' JOIN staff o ON o.role = 'PAYMENT_ORDERER';
INSERT INTO budget.transfer (kind, from_account_id, to_account_id, amount_cents, application_id, award_id, payment_order_id, reason, value_date, command_key, line, booked_by)
SELECT 'ORDER', budget.account_for(b.programme_id, 'committed', 2026, NULL, b.award_id), budget.account_for(b.programme_id, 'ordered', 2026, NULL, NULL), 1000, b.application_id, b.award_id,
  md5('order-' || b.number)::uuid, 'Messung', date '2026-03-02', md5('order-booking-' || b.number)::uuid, 1, o.account_id
FROM bench_order b JOIN staff o ON o.role = 'PAYMENT_ORDERER';
