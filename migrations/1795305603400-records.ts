import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Schema records: audit bundles (Prüfmappen). Retention of closed cases follows in a migration of its own. */
const UP = `
CREATE SCHEMA IF NOT EXISTS records;
GRANT USAGE ON SCHEMA records TO wir_app, wir_auditor;

CREATE TABLE records.bundle (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  kind text NOT NULL,
  object_id text NOT NULL,
  label text NOT NULL,
  state text NOT NULL DEFAULT 'QUEUED',
  done integer NOT NULL DEFAULT 0,
  total integer NOT NULL DEFAULT 0,
  head_sequence bigint,
  head text,
  sha256 text,
  size_bytes bigint,
  failure_code text,
  requested_at timestamptz NOT NULL DEFAULT platform.now(),
  requested_by_account_id uuid NOT NULL DEFAULT identity.session_account(),
  finished_at timestamptz,
  updated_at timestamptz NOT NULL DEFAULT platform.now(),
  version integer NOT NULL DEFAULT 1,
  CONSTRAINT bundle_kind_known CHECK (kind IN ('CASE', 'PAYMENT', 'BUDGET_YEAR')),
  CONSTRAINT bundle_progress_within_total CHECK (done BETWEEN 0 AND total),
  CONSTRAINT bundle_done_has_file CHECK (state <> 'DONE' OR (sha256 IS NOT NULL AND size_bytes > 0 AND head IS NOT NULL AND finished_at IS NOT NULL)),
  CONSTRAINT bundle_failed_has_code CHECK ((state = 'FAILED') = (failure_code IS NOT NULL))
);
CREATE INDEX bundle_by_time ON records.bundle (requested_at DESC, id);
COMMENT ON TABLE records.bundle IS 'Prüfmappe: ein Fall, eine Auszahlung oder ein Haushaltsjahr als Archiv, das ohne das Portal gelesen und geprüft werden kann.';

CREATE FUNCTION records.keep_bundle() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog AS $$
BEGIN
  IF OLD.state = 'DONE' OR (NEW.kind, NEW.object_id, NEW.requested_at, NEW.requested_by_account_id) IS DISTINCT FROM (OLD.kind, OLD.object_id, OLD.requested_at, OLD.requested_by_account_id) THEN
    RAISE EXCEPTION 'a finished bundle never changes' USING ERRCODE = '23514', CONSTRAINT = 'bundle_finished_is_immutable';
  END IF;
  RETURN NEW;
END $$;

INSERT INTO platform.transition (machine, from_state, to_state) VALUES
  ('bundle', '', 'QUEUED'), ('bundle', 'QUEUED', 'RUNNING'), ('bundle', 'RUNNING', 'DONE'), ('bundle', 'RUNNING', 'FAILED'), ('bundle', 'FAILED', 'RUNNING');
CREATE TRIGGER bundle_transition BEFORE INSERT OR UPDATE OF state ON records.bundle FOR EACH ROW EXECUTE FUNCTION platform.guard_transition('bundle');
CREATE TRIGGER bundle_keeps_finished BEFORE UPDATE ON records.bundle FOR EACH ROW EXECUTE FUNCTION records.keep_bundle();
CREATE TRIGGER bundle_version BEFORE UPDATE ON records.bundle FOR EACH ROW EXECUTE FUNCTION platform.guard_version();
SELECT platform.protect_tenant('records.bundle', true);

CREATE FUNCTION records.messages_about(ids uuid[], until timestamptz)
RETURNS TABLE (id uuid, event_key text, recipient_account_id uuid, subject text, body text, created_at timestamptz)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
  PERFORM identity.demand_role('SYSTEM');
  RETURN QUERY SELECT m.id, m.event_key, m.recipient_account_id, m.subject, m.body, m.created_at FROM notifications.outbound_message m
    WHERE m.created_at <= until AND EXISTS (SELECT 1 FROM unnest(ids) i (id) WHERE position(i.id::text IN m.event_key) > 0) ORDER BY m.created_at, m.id;
END $$;
COMMENT ON FUNCTION records.messages_about(uuid[], timestamptz) IS 'Nachrichten zu diesen Vorgängen, für die Prüfmappe; sonst liest jeder nur eigene.';

GRANT SELECT ON records.bundle TO wir_app;
GRANT INSERT (id, kind, object_id, label, head_sequence) ON records.bundle TO wir_app;
GRANT UPDATE (state, done, total, head_sequence, head, sha256, size_bytes, failure_code, finished_at, version) ON records.bundle TO wir_app;
GRANT EXECUTE ON FUNCTION records.messages_about(uuid[], timestamptz), records.keep_bundle() TO wir_app;
`;

const DOWN = `DROP FUNCTION records.messages_about(uuid[], timestamptz); DROP TABLE records.bundle; DROP FUNCTION records.keep_bundle();
DELETE FROM platform.transition WHERE machine = 'bundle';`;

export class Records1795305603400 implements MigrationInterface {
  name = 'Records1795305603400';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(UP);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(DOWN);
  }
}
