import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What the balances were at the beginning of each month, so that "as we knew it then" reads a month of bookings and not all
 * of them. Snapshots are derived and prove nothing by themselves: reconcile.sql compares them with the bookings.
 */
const UP = `
CREATE TABLE budget.balance_snapshot (
  taken_at timestamptz NOT NULL,
  account_id uuid NOT NULL REFERENCES budget.account,
  balance_cents bigint NOT NULL,
  PRIMARY KEY (taken_at, account_id)
);
COMMENT ON TABLE budget.balance_snapshot IS 'Salden zu Monatsbeginn: alle Buchungen vor taken_at.';
CREATE INDEX transfer_by_time ON budget.transfer (booked_at) INCLUDE (from_account_id, to_account_id, amount_cents);

CREATE FUNCTION budget.balances_at(moment timestamptz) RETURNS TABLE (account_id uuid, balance_cents bigint)
LANGUAGE sql STABLE SET search_path = pg_catalog AS $$
  WITH base AS (SELECT max(s.taken_at) AS taken_at FROM budget.balance_snapshot s WHERE s.taken_at <= moment),
  moved AS (
    SELECT t.from_account_id AS account_id, -t.amount_cents AS cents FROM budget.transfer t
      WHERE t.booked_at >= coalesce((SELECT taken_at FROM base), '-infinity') AND t.booked_at < moment + interval '1 millisecond'
    UNION ALL
    SELECT t.to_account_id, t.amount_cents FROM budget.transfer t
      WHERE t.booked_at >= coalesce((SELECT taken_at FROM base), '-infinity') AND t.booked_at < moment + interval '1 millisecond'
    UNION ALL
    SELECT s.account_id, s.balance_cents FROM budget.balance_snapshot s WHERE s.taken_at = (SELECT taken_at FROM base)
  )
  SELECT m.account_id, sum(m.cents)::bigint FROM moved m GROUP BY m.account_id
$$;
COMMENT ON FUNCTION budget.balances_at(timestamptz) IS 'Salden, wie sie zu einem Zeitpunkt gebucht waren (auf die Millisekunde): letzter Monatsbeginn und die Buchungen seither.';

CREATE FUNCTION budget.take_snapshot(moment timestamptz) RETURNS integer
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE written integer;
BEGIN
  PERFORM identity.demand_role('SYSTEM');
  PERFORM 1 FROM budget.budget_year ORDER BY programme_id, year FOR UPDATE;
  IF moment >= platform.now() OR EXISTS (SELECT 1 FROM budget.balance_snapshot s WHERE s.taken_at >= moment) THEN RETURN 0; END IF;
  INSERT INTO budget.balance_snapshot (taken_at, account_id, balance_cents)
    SELECT moment, b.account_id, b.balance_cents FROM budget.balances_at(moment - interval '1 millisecond') b WHERE b.balance_cents <> 0;
  GET DIAGNOSTICS written = ROW_COUNT;
  RETURN written;
END $$;
COMMENT ON FUNCTION budget.take_snapshot(timestamptz) IS 'Hält alle Haushaltsjahre an: keine Buchung ist unterwegs, die vor den Zeitpunkt fiele.';

ALTER TABLE budget.balance_snapshot ENABLE ROW LEVEL SECURITY;
ALTER TABLE budget.balance_snapshot FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_all ON budget.balance_snapshot TO wir_owner USING (true) WITH CHECK (true);
CREATE POLICY auditor_reads ON budget.balance_snapshot FOR SELECT TO wir_auditor USING (true);
CREATE POLICY staff_reads ON budget.balance_snapshot FOR SELECT TO wir_app USING ((SELECT identity.session_is_staff()));
GRANT SELECT ON budget.balance_snapshot TO wir_app;
GRANT EXECUTE ON FUNCTION budget.take_snapshot(timestamptz) TO wir_app;
GRANT EXECUTE ON FUNCTION budget.balances_at(timestamptz) TO wir_app, wir_auditor;
`;

const DOWN = `
DROP FUNCTION budget.take_snapshot(timestamptz), budget.balances_at(timestamptz);
DROP TABLE budget.balance_snapshot;
DROP INDEX budget.transfer_by_time;
`;

export class BalanceSnapshots1795305604100 implements MigrationInterface {
  name = 'BalanceSnapshots1795305604100';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(UP);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(DOWN);
  }
}
