import type { MigrationInterface, QueryRunner } from 'typeorm';
import { CONFLICTS, DELEGATIONS } from './administration/delegations';
import { ERASURE, LEAVING } from './administration/leaving';

/** Deputies, conflicts of interest, leaving and erasure; who represented whom in a step of four eyes. */
const REPRESENTED = `
ALTER TABLE applications.application ADD COLUMN reviewed_for_person_id uuid, ADD COLUMN budget_confirmed_for_person_id uuid;
ALTER TABLE decisions.notice ADD COLUMN drafted_for_person_id uuid, ADD COLUMN signed_for_account_id uuid,
  ADD CONSTRAINT notice_signed_by_other_than_represented CHECK (signed_by_person_id <> drafted_for_person_id);
ALTER TABLE disbursements.disbursement_request ADD COLUMN checked_for_person_id uuid;
ALTER TABLE disbursements.bank_account ADD COLUMN proposed_for_person_id uuid, ADD COLUMN confirmed_for_person_id uuid;
GRANT INSERT (proposed_for_person_id) ON disbursements.bank_account TO wir_app;
CREATE FUNCTION decisions.keep_signature() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog AS $$
BEGIN
  IF OLD.document_sha256 IS NOT NULL AND (NEW.signed_for_account_id, NEW.signed_by_account_id) IS DISTINCT FROM (OLD.signed_for_account_id, OLD.signed_by_account_id) THEN
    RAISE EXCEPTION 'a signature never changes' USING ERRCODE = '23514', CONSTRAINT = 'notice_signed_is_immutable';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER notice_keeps_signature BEFORE UPDATE ON decisions.notice FOR EACH ROW EXECUTE FUNCTION decisions.keep_signature();
COMMENT ON COLUMN applications.application.reviewed_for_person_id IS 'Wer bei der Prüfung vertreten wurde. Auch sie hat mitgewirkt und nimmt an keinem weiteren Schritt der vier Augen teil.';
COMMENT ON COLUMN decisions.notice.signed_for_account_id IS 'Wer bei der Schlusszeichnung vertreten wurde (In Vertretung).';
`;

/** What the API may call; the others are parts of these. */
const FUNCTIONS = `
  identity.parties(uuid[]), identity.colleagues(uuid), identity.arrange_delegation(uuid, uuid, text, date, date, text),
  identity.find_delegations(text, text[], integer, integer), identity.lock_delegation(uuid), identity.revoke_delegation(uuid, text),
  identity.find_conflicts(boolean, integer, integer), identity.record_conflict(uuid, uuid, text), identity.lock_conflict(uuid), identity.end_conflict(uuid, text),
  identity.leaving_facts(uuid), identity.hand_over(uuid, uuid, date, text), identity.retire_leavers(), identity.erasure_facts(uuid), identity.erase_account(uuid)`;
const PARTS = `
  identity.took_part(uuid), identity.kept_cases(uuid), identity.open_case_tasks(uuid), identity.assigned_cases(uuid), identity.conflict_item(identity.conflict_of_interest),
  identity.may_see_delegation(identity.delegation), identity.may_arrange(identity.account), identity.may_see_account(identity.account)`;

const DOWN = `
DROP FUNCTION ${FUNCTIONS}, ${PARTS};
ALTER TABLE disbursements.bank_account DROP COLUMN proposed_for_person_id, DROP COLUMN confirmed_for_person_id;
ALTER TABLE disbursements.disbursement_request DROP COLUMN checked_for_person_id;
DROP FUNCTION decisions.keep_signature() CASCADE;
ALTER TABLE decisions.notice DROP COLUMN drafted_for_person_id, DROP COLUMN signed_for_account_id;
ALTER TABLE applications.application DROP COLUMN reviewed_for_person_id, DROP COLUMN budget_confirmed_for_person_id;
`;

export class Absence1795305603310 implements MigrationInterface {
  name = 'Absence1795305603310';

  async up(runner: QueryRunner): Promise<void> {
    for (const part of [REPRESENTED, DELEGATIONS, CONFLICTS, LEAVING, ERASURE]) await runner.query(part);
    await runner.query(`GRANT EXECUTE ON FUNCTION ${FUNCTIONS} TO wir_app`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(DOWN);
  }
}
