import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who was represented when a payout was ordered, and names of persons, for the approval chain on the Kassenanordnung. */
const UP = `
ALTER TABLE disbursements.payment_order ADD COLUMN ordered_for_person_id uuid;
GRANT INSERT (ordered_for_person_id) ON disbursements.payment_order TO wir_app;
COMMENT ON COLUMN disbursements.payment_order.ordered_for_person_id IS 'Wer bei der Anordnung vertreten wurde.';

CREATE FUNCTION identity.person_name(wanted uuid) RETURNS text
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
  SELECT p.name FROM identity.person p WHERE p.id = wanted AND (SELECT identity.session_is_staff())
$$;
COMMENT ON FUNCTION identity.person_name(uuid) IS 'Name einer Person, nur für die Behörde.';
GRANT EXECUTE ON FUNCTION identity.person_name(uuid) TO wir_app;
`;

const DOWN = `
DROP FUNCTION identity.person_name(uuid);
ALTER TABLE disbursements.payment_order DROP COLUMN ordered_for_person_id;
`;

export class ApprovalNames1795305604410 implements MigrationInterface {
  name = 'ApprovalNames1795305604410';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(UP);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(DOWN);
  }
}
