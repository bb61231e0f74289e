import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Looking back reads the bookings of the month once and not once for each side. */
const UP = `
CREATE OR REPLACE FUNCTION budget.balances_at(moment timestamptz) RETURNS TABLE (account_id uuid, balance_cents bigint)
LANGUAGE sql STABLE SET search_path = pg_catalog AS $$
  WITH base AS (SELECT max(s.taken_at) AS taken_at FROM budget.balance_snapshot s WHERE s.taken_at <= moment),
  booked AS MATERIALIZED (
    SELECT t.from_account_id, t.to_account_id, sum(t.amount_cents) AS cents FROM budget.transfer t
    WHERE t.booked_at >= coalesce((SELECT taken_at FROM base), '-infinity') AND t.booked_at < moment + interval '1 millisecond'
    GROUP BY t.from_account_id, t.to_account_id
  ),
  moved AS (
    SELECT b.from_account_id AS account_id, -b.cents AS cents FROM booked b
    UNION ALL
    SELECT b.to_account_id, b.cents FROM booked b
    UNION ALL
    SELECT s.account_id, s.balance_cents FROM budget.balance_snapshot s WHERE s.taken_at = (SELECT taken_at FROM base)
  )
  SELECT m.account_id, sum(m.cents)::bigint FROM moved m GROUP BY m.account_id
$$;
`;

export class LookBack1795305604700 implements MigrationInterface {
  name = 'LookBack1795305604700';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(UP);
  }

  /** The same figures either way. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query('SELECT 1;');
  }
}
