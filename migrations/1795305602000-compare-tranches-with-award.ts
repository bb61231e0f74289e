import type { MigrationInterface, QueryRunner } from 'typeorm';

/** One trigger function serves two tables: a column that only one of them has must be asked by name, not as a member of NEW. */
const UP = `
CREATE OR REPLACE FUNCTION decisions.tranches_equal_total() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE wanted uuid := coalesce(to_jsonb(NEW)->>'award_id', to_jsonb(NEW)->>'id')::uuid;
BEGIN
  IF (SELECT total_cents FROM decisions.award WHERE id = wanted) <> (SELECT coalesce(sum(amount_cents), 0) FROM decisions.tranche WHERE award_id = wanted) THEN
    RAISE EXCEPTION 'tranches of award % do not sum to its total', wanted USING ERRCODE = '23514', CONSTRAINT = 'award_tranches_sum_to_total';
  END IF;
  RETURN NULL;
END $$;
`;

/** The earlier version failed on every award; there is nothing to go back to. */
const DOWN = `SELECT 1;`;

export class CompareTranchesWithAward1795305602000 implements MigrationInterface {
  name = 'CompareTranchesWithAward1795305602000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(UP);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(DOWN);
  }
}
