import type { MigrationInterface, QueryRunner } from 'typeorm';
import { AUDIT_READS_AND_ANCHORS } from './audit/reads-and-anchors';
import { AUDIT_VERIFICATION } from './audit/verification';
import { AUDIT_WRITING } from './audit/writing';

/**
 * The trail in its second form (ADR 0016): content and chain are separated, so that one case can be proven without the
 * others, and texts are committed instead of contained, so that they can be erased without breaking the chain.
 */
const TABLES = `
CREATE TEMPORARY TABLE earlier_trail ON COMMIT DROP AS SELECT * FROM audit.event;
DROP FUNCTION audit.append(jsonb, text), audit.verify(), audit.canonical(audit.event);
DROP TABLE audit.event;

CREATE TABLE audit.event (
  sequence bigint PRIMARY KEY,
  occurred_at timestamptz NOT NULL,
  account_id uuid,
  person_id uuid,
  actor_role text NOT NULL,
  deputy_for uuid,
  session_family uuid,
  action text NOT NULL,
  object_type text NOT NULL,
  object_id text NOT NULL,
  object_version integer,
  applicant_id uuid,
  from_state text,
  to_state text,
  outcome text NOT NULL DEFAULT 'DONE',
  code text,
  reason_digest bytea,
  before_digest bytea,
  after_digest bytea,
  request_id text NOT NULL,
  digest bytea NOT NULL,
  previous_hash bytea NOT NULL,
  hash bytea NOT NULL,
  CONSTRAINT event_names_its_act CHECK (action <> '' AND object_type <> '' AND object_id <> ''),
  CONSTRAINT event_outcome_known CHECK (outcome IN ('DONE', 'REFUSED')),
  CONSTRAINT event_person_belongs_to_account CHECK ((account_id IS NULL) = (person_id IS NULL)),
  CONSTRAINT event_nobody_only_at_sign_in CHECK (account_id IS NOT NULL OR object_type = 'SIGN_IN')
);
CREATE INDEX event_by_object ON audit.event (object_type, object_id, sequence);
CREATE INDEX event_by_applicant ON audit.event (applicant_id, sequence);
CREATE INDEX event_refused ON audit.event (sequence) WHERE outcome = 'REFUSED';
CREATE INDEX event_of_erasure ON audit.event (sequence) WHERE action = 'audit.texts-erased';
COMMENT ON TABLE audit.event IS 'Protokoll: wer, wann, was; jede Zeile trägt den Hash der vorigen. Nur anfügen. Texte liegen in audit.event_text, hier steht ihr Fingerabdruck.';

CREATE TABLE audit.event_text (
  sequence bigint PRIMARY KEY,
  applicant_id uuid,
  salt bytea,
  reason text,
  before_text text,
  after_text text,
  erased_by bigint,
  CONSTRAINT event_text_erased_whole CHECK (CASE WHEN erased_by IS NULL THEN salt IS NOT NULL ELSE salt IS NULL AND reason IS NULL AND before_text IS NULL AND after_text IS NULL END),
  CONSTRAINT event_text_erased_later CHECK (erased_by > sequence)
);
COMMENT ON TABLE audit.event_text IS 'Gründe und Inhalte zum Protokoll. Löschbar (Art. 17 DSGVO): ohne Salz verrät der Fingerabdruck nichts mehr.';

CREATE FUNCTION audit.guard_text() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog AS $$
BEGIN
  IF NEW.sequence <> OLD.sequence OR OLD.erased_by IS NOT NULL OR NEW.erased_by IS NULL OR NEW.applicant_id IS DISTINCT FROM OLD.applicant_id THEN
    RAISE EXCEPTION 'texts of the trail are erased, never changed' USING ERRCODE = '42501';
  END IF;
  RETURN NEW;
END $$;
`;

const RE_CHAIN = `
INSERT INTO audit.event_text (sequence, applicant_id, salt, reason, before_text, after_text)
  SELECT sequence, applicant_id, uuid_send(gen_random_uuid()), reason, before_text, after_text FROM earlier_trail
  WHERE coalesce(reason, before_text, after_text) IS NOT NULL;
INSERT INTO audit.event (sequence, occurred_at, account_id, person_id, actor_role, action, object_type, object_id, object_version, applicant_id, from_state, to_state,
    reason_digest, before_digest, after_digest, request_id, digest, previous_hash, hash)
  SELECT o.sequence, o.occurred_at, o.account_id, o.person_id, o.actor_role, o.action, o.object_type, o.object_id, o.object_version, o.applicant_id, o.from_state, o.to_state,
    audit.commitment(t.salt, t.reason), audit.commitment(t.salt, t.before_text), audit.commitment(t.salt, t.after_text), o.request_id, '', '', ''
  FROM earlier_trail o LEFT JOIN audit.event_text t USING (sequence);
DO $$
DECLARE e audit.event; tip bytea := sha256(''::bytea);
BEGIN
  FOR e IN SELECT * FROM audit.event ORDER BY sequence LOOP
    e.digest := sha256(convert_to(audit.canonical(e), 'UTF8'));
    e.previous_hash := tip;
    tip := sha256(tip || e.digest);
    UPDATE audit.event SET digest = e.digest, previous_hash = e.previous_hash, hash = tip WHERE sequence = e.sequence;
  END LOOP;
  UPDATE audit.head SET hash = tip;
END $$;
`;

const RIGHTS = `
CREATE TRIGGER event_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON audit.event FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();
CREATE TRIGGER event_text_kept BEFORE DELETE OR TRUNCATE ON audit.event_text FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();
CREATE TRIGGER event_text_erased_only BEFORE UPDATE ON audit.event_text FOR EACH ROW EXECUTE FUNCTION audit.guard_text();

ALTER TABLE audit.event ENABLE ROW LEVEL SECURITY; ALTER TABLE audit.event FORCE ROW LEVEL SECURITY;
CREATE POLICY event_owner ON audit.event TO wir_owner USING (true) WITH CHECK (true);
CREATE POLICY event_reader ON audit.event FOR SELECT TO wir_app
  USING ((SELECT identity.session_is_staff()) OR applicant_id = (SELECT identity.session_applicant()));
CREATE POLICY event_auditor ON audit.event FOR SELECT TO wir_auditor USING (true);
ALTER TABLE audit.event_text ENABLE ROW LEVEL SECURITY; ALTER TABLE audit.event_text FORCE ROW LEVEL SECURITY;
CREATE POLICY event_text_owner ON audit.event_text TO wir_owner USING (true) WITH CHECK (true);
CREATE POLICY event_text_reader ON audit.event_text FOR SELECT TO wir_app
  USING ((SELECT identity.session_is_staff()) OR applicant_id = (SELECT identity.session_applicant()));
CREATE POLICY event_text_auditor ON audit.event_text FOR SELECT TO wir_auditor USING (true);
GRANT SELECT ON audit.event, audit.event_text TO wir_app;
`;

export class AuditCommitments1795305603100 implements MigrationInterface {
  name = 'AuditCommitments1795305603100';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TABLES);
    await runner.query(AUDIT_WRITING);
    await runner.query(RE_CHAIN);
    await runner.query(AUDIT_READS_AND_ANCHORS);
    await runner.query(AUDIT_VERIFICATION);
    await runner.query(RIGHTS);
  }

  /** Hashes once given out are not taken back: the second form stays. */
  async down(): Promise<void> {
    await Promise.resolve();
  }
}
