import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The transfers of one statement change each balance once. Row by row, a return file of ten thousand payments wrote ten
 * thousand versions of the same two balances in one transaction, and each had to be found behind all those before it.
 */
const UP = `
CREATE FUNCTION budget.apply_transfers() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE wrong record;
BEGIN
  PERFORM 1 FROM budget.account a WHERE a.id IN (SELECT b.from_account_id FROM booked b UNION SELECT b.to_account_id FROM booked b) ORDER BY a.id FOR UPDATE;
  SELECT b.kind, source.kind AS from_kind, target.kind AS to_kind INTO wrong
  FROM booked b JOIN budget.account source ON source.id = b.from_account_id JOIN budget.account target ON target.id = b.to_account_id
  JOIN budget.transfer_rule r ON r.kind = b.kind
  WHERE (source.kind, target.kind) IS DISTINCT FROM (r.from_kind, r.to_kind)
    OR (source.programme_id, source.budget_year, source.due_year) IS DISTINCT FROM (target.programme_id, target.budget_year, target.due_year)
    OR (b.kind = 'SHIFT') <> (source.line_id <> target.line_id)
    OR (coalesce(source.award_id, target.award_id) IS NOT NULL AND coalesce(source.award_id, target.award_id) IS DISTINCT FROM b.award_id)
  ORDER BY b.id LIMIT 1;
  IF FOUND THEN
    RAISE EXCEPTION '% may not move from % to %', wrong.kind, wrong.from_kind, wrong.to_kind USING ERRCODE = '23514', CONSTRAINT = 'transfer_kind_fits_accounts';
  END IF;
  SELECT source.budget_year, y.state INTO wrong
  FROM booked b JOIN budget.account source ON source.id = b.from_account_id JOIN budget.transfer_rule r ON r.kind = b.kind
  LEFT JOIN budget.budget_year y ON y.programme_id = source.programme_id AND y.year = source.budget_year
  WHERE y.state IS NULL OR y.state <> ALL (r.year_states) ORDER BY b.id LIMIT 1;
  IF FOUND THEN
    RAISE EXCEPTION 'budget year % is %', wrong.budget_year, wrong.state USING ERRCODE = '23514', CONSTRAINT = 'transfer_year_accepts_bookings';
  END IF;
  UPDATE budget.account a SET balance_cents = a.balance_cents + moved.cents
  FROM (SELECT side.account_id, sum(side.cents)::bigint AS cents
    FROM (SELECT b.from_account_id AS account_id, -b.amount_cents AS cents FROM booked b UNION ALL SELECT b.to_account_id, b.amount_cents FROM booked b) AS side
    GROUP BY side.account_id) AS moved
  WHERE a.id = moved.account_id;
  RETURN NULL;
END $$;
COMMENT ON FUNCTION budget.apply_transfers() IS 'Prüft die Buchungen einer Anweisung gegen Regeln und Haushaltsjahr und ändert jeden Saldo einmal.';
DROP TRIGGER transfer_applies ON budget.transfer;
CREATE TRIGGER transfer_applies AFTER INSERT ON budget.transfer REFERENCING NEW TABLE AS booked FOR EACH STATEMENT EXECUTE FUNCTION budget.apply_transfers();
GRANT EXECUTE ON FUNCTION budget.apply_transfers() TO wir_app;
`;

const DOWN = `
DROP TRIGGER transfer_applies ON budget.transfer;
CREATE TRIGGER transfer_applies AFTER INSERT ON budget.transfer FOR EACH ROW EXECUTE FUNCTION budget.apply_transfer();
DROP FUNCTION budget.apply_transfers();
`;

export class ApplyTransfersTogether1795305604710 implements MigrationInterface {
  name = 'ApplyTransfersTogether1795305604710';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(UP);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(DOWN);
  }
}
