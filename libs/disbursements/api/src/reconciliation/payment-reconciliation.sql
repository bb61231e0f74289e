-- The payments three ways (Akte, Kontobuch, Zahlungsläufe, Rückmeldungen), order by order, in one statement and therefore one
-- snapshot. Works for wir_owner, wir_auditor and staff sessions. `$1` limits the differences that are named.
WITH cases AS (
  SELECT o.id, o.order_number, o.state, o.amount_cents, a.case_number
  FROM disbursements.payment_order o JOIN decisions.award w ON w.id = o.award_id JOIN applications.application a ON a.id = w.application_id
),
-- What was booked or answered without an order stands under the empty id, so that it is found and not lost in a join.
ledger AS (
  SELECT coalesce(payment_order_id, '00000000-0000-0000-0000-000000000000') AS id,
    coalesce(sum(amount_cents) FILTER (WHERE kind = 'ORDER'), 0) - coalesce(sum(amount_cents) FILTER (WHERE kind = 'CANCEL_ORDER'), 0) AS ordered,
    coalesce(sum(amount_cents) FILTER (WHERE kind = 'PAY'), 0) AS paid,
    coalesce(sum(amount_cents) FILTER (WHERE kind = 'FAIL'), 0) AS failed,
    coalesce(sum(amount_cents) FILTER (WHERE kind = 'RETURN'), 0) AS returned
  FROM budget.transfer WHERE kind IN ('ORDER', 'CANCEL_ORDER', 'PAY', 'FAIL', 'RETURN') GROUP BY payment_order_id
),
exported AS (
  SELECT l.payment_order_id AS id, sum(l.amount_cents) AS cents, min(r.exported_at) AS since
  FROM disbursements.payment_run_line l JOIN disbursements.payment_run r ON r.id = l.payment_run_id AND r.state = 'EXPORTED' GROUP BY l.payment_order_id
),
answered AS (
  SELECT coalesce(payment_order_id, '00000000-0000-0000-0000-000000000000') AS id,
    coalesce(sum(amount_cents) FILTER (WHERE outcome = 'BOOKED'), 0) AS paid,
    coalesce(sum(amount_cents) FILTER (WHERE outcome = 'FAILED'), 0) AS failed,
    coalesce(sum(amount_cents) FILTER (WHERE outcome IN ('RETURNED', 'REPAID')), 0) AS returned
  FROM disbursements.payment_return_row WHERE outcome IN ('BOOKED', 'FAILED', 'RETURNED', 'REPAID') GROUP BY payment_order_id
),
repaid AS (SELECT payment_order_id AS id, sum(amount_cents) AS cents FROM disbursements.repayment GROUP BY payment_order_id),
ids AS (SELECT id FROM cases UNION SELECT id FROM ledger UNION SELECT id FROM exported UNION SELECT id FROM answered),
facts AS (
  SELECT coalesce(c.order_number, 'ohne Anordnung') AS order_number, c.case_number, coalesce(c.state, '') AS state, coalesce(c.amount_cents, 0) AS amount,
    coalesce(l.ordered, 0) AS ledger_ordered, coalesce(l.paid, 0) AS ledger_paid, coalesce(l.failed, 0) AS ledger_failed, coalesce(l.returned, 0) AS ledger_returned,
    coalesce(e.cents, 0) AS exported, e.since, coalesce(n.paid, 0) AS answered_paid, coalesce(n.failed, 0) AS answered_failed, coalesce(n.returned, 0) AS answered_returned,
    coalesce(r.cents, 0) AS repaid
  FROM ids i LEFT JOIN cases c ON c.id = i.id LEFT JOIN ledger l ON l.id = i.id LEFT JOIN exported e ON e.id = i.id
  LEFT JOIN answered n ON n.id = i.id LEFT JOIN repaid r ON r.id = i.id
),
-- What is still on its way or bounced is no payment yet, unless somebody says it was paid.
payment AS (
  SELECT f.*, CASE WHEN state = 'PAID' THEN amount ELSE 0 END AS case_paid,
    CASE WHEN state = 'PAID' OR ledger_paid <> 0 OR answered_paid <> 0 THEN exported ELSE 0 END AS exported_paid
  FROM facts f
),
checks AS (
  SELECT p.order_number, p.case_number, v.* FROM payment p CROSS JOIN LATERAL (VALUES
    (1, 'Auszahlung', p.case_paid, p.ledger_paid, p.exported_paid, p.answered_paid),
    (2, 'Rückläufer', CASE WHEN p.state = 'FAILED' THEN p.amount ELSE 0 END, p.ledger_failed,
      CASE WHEN p.state = 'FAILED' OR p.ledger_failed <> 0 OR p.answered_failed <> 0 THEN p.exported ELSE 0 END, p.answered_failed),
    (3, 'Ausgabe an die Kasse', CASE WHEN p.state = 'EXPORTED' THEN p.amount ELSE 0 END, CASE WHEN p.state = 'EXPORTED' THEN p.ledger_ordered - p.ledger_failed ELSE 0 END,
      CASE WHEN p.state IN ('PAID', 'FAILED') THEN 0 ELSE p.exported END, CASE WHEN p.state = 'EXPORTED' THEN p.amount ELSE 0 END),
    (4, 'Rückzahlung', p.repaid, p.ledger_returned, p.repaid, p.answered_returned)
  ) AS v (place, what, application_cents, ledger_cents, exported_cents, returned_cents)
),
differences AS (
  SELECT DISTINCT ON (order_number) * FROM checks
  WHERE application_cents <> ledger_cents OR application_cents <> exported_cents OR application_cents <> returned_cents ORDER BY order_number, place
)
SELECT
  (SELECT jsonb_build_object(
    'application', jsonb_build_object('count', count(*) FILTER (WHERE case_paid <> 0), 'cents', coalesce(sum(case_paid), 0)),
    'ledger', jsonb_build_object('count', count(*) FILTER (WHERE ledger_paid <> 0), 'cents', coalesce(sum(ledger_paid), 0)),
    'exported', jsonb_build_object('count', count(*) FILTER (WHERE exported_paid <> 0), 'cents', coalesce(sum(exported_paid), 0)),
    'returned', jsonb_build_object('count', count(*) FILTER (WHERE answered_paid <> 0), 'cents', coalesce(sum(answered_paid), 0))) FROM payment) AS legs,
  (SELECT jsonb_build_object(
    'ordered', jsonb_build_object('count', count(*) FILTER (WHERE state = 'ORDERED'), 'cents', coalesce(sum(amount) FILTER (WHERE state = 'ORDERED'), 0)),
    'exportedUnanswered', jsonb_build_object('count', count(*) FILTER (WHERE state = 'EXPORTED'), 'cents', coalesce(sum(amount) FILTER (WHERE state = 'EXPORTED'), 0),
      'oldestOn', (min(since) FILTER (WHERE state = 'EXPORTED') AT TIME ZONE 'Europe/Berlin')::date),
    'discrepancies', (SELECT jsonb_build_object('count', count(*)) FROM disbursements.payment_discrepancy WHERE state IN ('OPEN', 'ASSIGNED'))) FROM payment) AS open_items,
  (SELECT count(*) FROM differences)::integer AS difference_count,
  (SELECT coalesce(jsonb_agg(jsonb_build_object('orderNumber', order_number, 'caseNumber', case_number, 'what', what, 'applicationCents', application_cents,
      'ledgerCents', ledger_cents, 'exportedCents', exported_cents, 'returnedCents', returned_cents) ORDER BY order_number), '[]')
    FROM (SELECT * FROM differences ORDER BY order_number LIMIT $1) named) AS differences
