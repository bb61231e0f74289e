-- What there is was booked before; then pairs of LOCK and UNLOCK over the five years before today, until the ledger holds the
-- wanted number of transfers.
UPDATE budget.transfer SET booked_at = now() - interval '61 months';
INSERT INTO budget.transfer (kind, from_account_id, to_account_id, amount_cents, reason, value_date, command_key, line, booked_at, booked_by)
SELECT k.kind, CASE k.kind WHEN 'LOCK' THEN free.id ELSE locked.id END, CASE k.kind WHEN 'LOCK' THEN locked.id ELSE free.id END, 1000 + i % 100000, 'Messung',
  current_date, md5('five-years-' || i)::uuid, k.line, now() - interval '1 hour' - (n.pairs - i) * (interval '60 months' / n.pairs), booker.id
FROM (SELECT ((current_setting('bench.transfers')::integer - (SELECT count(*) FROM budget.transfer)) / 2)::integer AS pairs) AS n
CROSS JOIN generate_series(1, n.pairs) AS i
CROSS JOIN (VALUES ('LOCK', 1), ('UNLOCK', 2)) AS k (kind, line)
JOIN budget.account free ON free.kind = 'free' AND free.budget_year = 2026 + i % 5
JOIN budget.account locked ON locked.kind = 'locked' AND locked.budget_year = 2026 + i % 5
JOIN identity.account booker ON booker.email = 'haushalt@wir.example';
