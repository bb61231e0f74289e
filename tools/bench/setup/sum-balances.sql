-- What the trigger would have kept: the balance of each account is the sum of its transfers.
UPDATE budget.account a SET balance_cents = coalesce(p.cents, 0)
FROM budget.account b LEFT JOIN (SELECT account_id, sum(cents)::bigint AS cents FROM (
  SELECT from_account_id AS account_id, -amount_cents AS cents FROM budget.transfer UNION ALL SELECT to_account_id, amount_cents FROM budget.transfer) AS sides GROUP BY account_id) AS p
  ON p.account_id = b.id
WHERE b.id = a.id AND a.balance_cents <> coalesce(p.cents, 0);
