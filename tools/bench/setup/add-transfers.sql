-- Pairs of LOCK and UNLOCK until the ledger holds the wanted number of transfers; no balance changes by a pair.
INSERT INTO budget.transfer (kind, from_account_id, to_account_id, amount_cents, reason, value_date, command_key, line, booked_at, booked_by)
SELECT k.kind, CASE k.kind WHEN 'LOCK' THEN free.id ELSE locked.id END, CASE k.kind WHEN 'LOCK' THEN locked.id ELSE free.id END, 100000 + i, 'Messung',
  date '2026-01-05' + i % 50, md5('pair-' || i || '-' || current_setting('bench.transfers'))::uuid, k.line, timestamptz '2026-01-05 08:00+01' + i * interval '50 seconds', booker.id
FROM generate_series(1, (current_setting('bench.transfers')::integer - (SELECT count(*) FROM budget.transfer))::integer / 2) AS i
CROSS JOIN (VALUES ('LOCK', 1), ('UNLOCK', 2)) AS k (kind, line)
JOIN budget.account free ON free.kind = 'free' AND free.budget_year = 2026 + i % 5
JOIN budget.account locked ON locked.kind = 'locked' AND locked.budget_year = 2026 + i % 5
JOIN identity.account booker ON booker.email = 'haushalt@wir.example';
