-- What the job of the first of each month would have kept: all that was booked before.
DELETE FROM budget.balance_snapshot;
WITH months AS (
  SELECT month AT TIME ZONE 'Europe/Berlin' AS moment
  FROM generate_series(date_trunc('month', now() - interval '60 months')::timestamp, date_trunc('month', now())::timestamp, interval '1 month') AS month
), sides AS (
  SELECT from_account_id AS account_id, booked_at, -amount_cents AS cents FROM budget.transfer UNION ALL SELECT to_account_id, booked_at, amount_cents FROM budget.transfer
), monthly AS (
  SELECT account_id, (date_trunc('month', booked_at AT TIME ZONE 'Europe/Berlin') + interval '1 month') AT TIME ZONE 'Europe/Berlin' AS moment, sum(cents) AS cents
  FROM sides GROUP BY 1, 2
)
INSERT INTO budget.balance_snapshot (taken_at, account_id, balance_cents)
SELECT m.moment, s.account_id, sum(s.cents)::bigint FROM months m JOIN monthly s ON s.moment <= m.moment GROUP BY 1, 2 HAVING sum(s.cents) <> 0;
