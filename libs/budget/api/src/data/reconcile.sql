-- Reconciliation of the ledger with itself and with the cases. Returns one row per finding; no rows = everything agrees.
-- Runs after every test that touches the database, nightly, and on demand. Works for wir_owner, wir_auditor and staff sessions.
WITH posted AS (
  SELECT account_id, sum(cents)::bigint AS cents
  FROM (
    SELECT from_account_id AS account_id, -amount_cents AS cents FROM budget.transfer
    UNION ALL
    SELECT to_account_id, amount_cents FROM budget.transfer
  ) AS sides
  GROUP BY account_id
),
by_order AS (
  SELECT payment_order_id,
    sum(CASE kind WHEN 'ORDER' THEN amount_cents WHEN 'CANCEL_ORDER' THEN -amount_cents WHEN 'FAIL' THEN -amount_cents WHEN 'PAY' THEN -amount_cents ELSE 0 END)::bigint AS ordered_cents,
    sum(CASE kind WHEN 'PAY' THEN amount_cents ELSE 0 END)::bigint AS paid_cents
  FROM budget.transfer WHERE payment_order_id IS NOT NULL GROUP BY payment_order_id
),
by_tranche AS (
  SELECT t.award_id, a.budget_year AS year,
    sum(CASE t.kind WHEN 'COMMIT' THEN t.amount_cents WHEN 'RELEASE_COMMITMENT' THEN -t.amount_cents ELSE 0 END)::bigint AS committed_cents,
    sum(CASE t.kind WHEN 'PAY' THEN t.amount_cents ELSE 0 END)::bigint AS paid_cents
  FROM budget.transfer t JOIN budget.account a ON a.id = t.from_account_id
  WHERE t.award_id IS NOT NULL AND a.due_year IS NULL GROUP BY t.award_id, a.budget_year
),
reserved AS (
  SELECT t.application_id, sum(CASE t.kind WHEN 'RESERVE' THEN t.amount_cents ELSE -t.amount_cents END)::bigint AS cents
  FROM budget.transfer t WHERE t.kind IN ('RESERVE', 'RELEASE_RESERVATION', 'COMMIT') GROUP BY t.application_id
)
SELECT 'account-balance' AS "check", a.kind || ' ' || a.budget_year || coalesce(' → ' || a.due_year, '') || coalesce(' ' || a.award_id, '') AS "row",
  coalesce(p.cents, 0) AS expected_cents, a.balance_cents AS actual_cents
FROM budget.account a LEFT JOIN posted p ON p.account_id = a.id
WHERE a.balance_cents <> coalesce(p.cents, 0)
UNION ALL
SELECT 'ledger-sums-to-zero', 'all accounts', 0, sum(balance_cents)::bigint FROM budget.account HAVING sum(balance_cents) <> 0
UNION ALL
SELECT 'account-overdrawn', a.kind || ' ' || a.budget_year, 0, a.balance_cents
FROM budget.account a WHERE a.balance_cents < 0 AND a.kind NOT IN ('appropriation', 've_authorised')
UNION ALL
SELECT 'tranche-committed', n.notice_number || ' ' || tr.year, tr.amount_cents, coalesce(bt.committed_cents, 0)
FROM decisions.tranche tr JOIN decisions.award aw ON aw.id = tr.award_id JOIN decisions.notice n ON n.award_id = aw.id
LEFT JOIN by_tranche bt ON bt.award_id = tr.award_id AND bt.year = tr.year
WHERE coalesce(bt.committed_cents, 0) <> CASE WHEN aw.state IN ('COMMITTED', 'FINAL') THEN tr.amount_cents ELSE 0 END
UNION ALL
SELECT 'tranche-paid-within', bt.award_id || ' ' || bt.year, tr.amount_cents, bt.paid_cents
FROM by_tranche bt JOIN decisions.tranche tr ON tr.award_id = bt.award_id AND tr.year = bt.year WHERE bt.paid_cents > tr.amount_cents
UNION ALL
SELECT 'application-reserved', ap.case_number, w.expected, coalesce(r.cents, 0)
FROM applications.application ap
LEFT JOIN reserved r ON r.application_id = ap.id
LEFT JOIN decisions.award aw ON aw.application_id = ap.id
CROSS JOIN LATERAL (SELECT CASE
    WHEN ap.state = 'BUDGET_CONFIRMED' THEN (SELECT sum(y.proposed_cents) FROM applications.recommendation_year y WHERE y.application_id = ap.id)
    WHEN ap.state IN ('APPROVED', 'PARTLY_APPROVED') AND aw.state = 'PENDING' THEN aw.total_cents
    ELSE 0 END::bigint + coalesce((SELECT sum(CASE l.kind WHEN 'RESERVE' THEN l.amount_cents ELSE -l.amount_cents END)
      FROM budget.budget_act_line l JOIN budget.budget_act ba ON ba.id = l.act_id AND ba.state = 'APPLIED' WHERE l.application_id = ap.id), 0)::bigint AS expected) AS w
WHERE coalesce(r.cents, 0) <> coalesce(w.expected, 0)
UNION ALL
SELECT 'order-booked', o.order_number, CASE WHEN o.state IN ('ORDERED', 'EXPORTED') THEN o.amount_cents ELSE 0 END, coalesce(b.ordered_cents, 0)
FROM disbursements.payment_order o LEFT JOIN by_order b ON b.payment_order_id = o.id
WHERE coalesce(b.ordered_cents, 0) <> CASE WHEN o.state IN ('ORDERED', 'EXPORTED') THEN o.amount_cents ELSE 0 END
UNION ALL
SELECT 'order-paid', o.order_number, CASE WHEN o.state = 'PAID' THEN o.amount_cents ELSE 0 END, coalesce(b.paid_cents, 0)
FROM disbursements.payment_order o LEFT JOIN by_order b ON b.payment_order_id = o.id
WHERE coalesce(b.paid_cents, 0) <> CASE WHEN o.state = 'PAID' THEN o.amount_cents ELSE 0 END
UNION ALL
SELECT 'order-in-two-states', r.request_number, NULL, NULL
FROM disbursements.disbursement_request r JOIN disbursements.payment_order o ON o.disbursement_request_id = r.id AND o.state NOT IN ('FAILED', 'CANCELLED')
WHERE r.state IN ('ORDERED', 'EXPORTED', 'PAID') AND r.state <> o.state
UNION ALL
SELECT 'run-sum', pr.run_number, pr.sum_cents, coalesce(sum(l.amount_cents), 0)::bigint
FROM disbursements.payment_run pr LEFT JOIN disbursements.payment_run_line l ON l.payment_run_id = pr.id
GROUP BY pr.id HAVING pr.sum_cents <> coalesce(sum(l.amount_cents), 0) OR pr.order_count <> count(l.position)
UNION ALL
SELECT 'run-order', o.order_number, l.amount_cents, o.amount_cents
FROM disbursements.payment_run_line l JOIN disbursements.payment_run pr ON pr.id = l.payment_run_id AND pr.state <> 'TAKEN_BACK'
JOIN disbursements.payment_order o ON o.id = l.payment_order_id
WHERE o.payment_run_id IS DISTINCT FROM pr.id OR o.amount_cents <> l.amount_cents OR o.state = 'CANCELLED' OR (pr.state = 'EXPORTED') = (o.state = 'ORDERED')
UNION ALL
SELECT 'authorisation-used', 'award ' || x.award_id || ' → ' || x.due_year, x.expected, x.used
FROM (
  SELECT tr.award_id, tr.year AS due_year, tr.amount_cents AS expected,
    coalesce((SELECT sum(CASE t.kind WHEN 'USE_VE' THEN t.amount_cents ELSE -t.amount_cents END) FROM budget.transfer t JOIN budget.account a ON a.id = t.from_account_id
      WHERE t.award_id = tr.award_id AND t.kind IN ('USE_VE', 'RELEASE_VE') AND a.due_year = tr.year), 0)::bigint AS used
  FROM decisions.tranche tr JOIN decisions.award aw ON aw.id = tr.award_id AND aw.state IN ('COMMITTED', 'FINAL')
  JOIN decisions.notice n ON n.award_id = aw.id AND n.signed_at IS NOT NULL AND tr.year > extract(year FROM n.signed_at AT TIME ZONE 'Europe/Berlin')
) AS x WHERE x.expected <> x.used
UNION ALL
SELECT 'snapshot-balance', a.kind || ' ' || a.budget_year || ' am ' || to_char(s.taken_at AT TIME ZONE 'Europe/Berlin', 'DD.MM.YYYY'), coalesce(p.cents, 0), s.balance_cents
FROM (SELECT DISTINCT taken_at FROM budget.balance_snapshot) AS m
CROSS JOIN budget.account a
JOIN LATERAL (SELECT m.taken_at, coalesce((SELECT b.balance_cents FROM budget.balance_snapshot b WHERE b.taken_at = m.taken_at AND b.account_id = a.id), 0) AS balance_cents) AS s ON true
LEFT JOIN LATERAL (
  SELECT sum(CASE t.to_account_id WHEN a.id THEN t.amount_cents ELSE -t.amount_cents END)::bigint AS cents
  FROM budget.transfer t WHERE a.id IN (t.from_account_id, t.to_account_id) AND t.booked_at < m.taken_at) AS p ON true
WHERE s.balance_cents <> coalesce(p.cents, 0)
