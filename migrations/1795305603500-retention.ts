import type { MigrationInterface, QueryRunner } from 'typeorm';
import { CASE_DELETION } from './records/case-deletion';

/** Retention of closed cases (domain.md 4.1): the clock, the offer to the Landesarchiv, its decision, the deletion by a second person. */
const UP = `
CREATE SCHEMA IF NOT EXISTS records;
GRANT USAGE ON SCHEMA records TO wir_app, wir_auditor;
GRANT SELECT ON public.schema_migration TO wir_app;

INSERT INTO programme.legal_parameter (code, valid_from, value, unit, source)
VALUES ('file_retention_years', '2000-01-01', 10, 'years', 'Aktenführungserlass Hessen, VV zu §§ 70–80 LHO (Festlegung der Bewilligungsbehörde)') ON CONFLICT DO NOTHING;

CREATE TABLE records.retention (
  application_id uuid PRIMARY KEY REFERENCES applications.application,
  applicant_id uuid NOT NULL,
  state text NOT NULL DEFAULT 'OPEN',
  closed_on date,
  retention_years integer,
  retain_until date,
  offered_on date,
  offer_reference text,
  offered_by_account_id uuid,
  decision text,
  decision_reference text,
  decided_on date,
  decided_by_account_id uuid,
  decided_by_person_id uuid,
  deleted_at timestamptz,
  deleted_by_account_id uuid,
  deleted_by_person_id uuid,
  deletion_reason text,
  created_at timestamptz NOT NULL DEFAULT platform.now(),
  updated_at timestamptz NOT NULL DEFAULT platform.now(),
  version integer NOT NULL DEFAULT 1,
  CONSTRAINT retention_state_known CHECK (state IN ('OPEN', 'RETENTION', 'DUE', 'ARCHIVE_OFFERED', 'ARCHIVED', 'DELETED')),
  CONSTRAINT retention_runs_when_closed CHECK ((state = 'OPEN') = (closed_on IS NULL) AND (closed_on IS NULL) = (retain_until IS NULL)),
  CONSTRAINT retention_ends_with_the_year CHECK (retain_until = make_date(extract(year FROM closed_on)::integer + retention_years, 12, 31)),
  CONSTRAINT retention_years_positive CHECK (retention_years BETWEEN 1 AND 30),
  CONSTRAINT retention_offer_complete CHECK (state NOT IN ('ARCHIVE_OFFERED', 'ARCHIVED', 'DELETED') OR (offered_on IS NOT NULL AND offer_reference <> '')),
  CONSTRAINT retention_decision_known CHECK (decision IN ('ARCHIVE', 'DELETE')),
  CONSTRAINT retention_decision_complete CHECK (decision IS NULL OR (decision_reference <> '' AND decided_on IS NOT NULL AND decided_by_person_id IS NOT NULL)),
  CONSTRAINT retention_archived_by_decision CHECK (state <> 'ARCHIVED' OR decision = 'ARCHIVE'),
  CONSTRAINT retention_deleted_after_decision CHECK (state <> 'DELETED' OR (decision IS NOT NULL AND deleted_at IS NOT NULL AND deleted_by_person_id IS NOT NULL AND deletion_reason <> '')),
  CONSTRAINT retention_deleted_by_other_person CHECK (deleted_by_person_id <> decided_by_person_id)
);
CREATE INDEX retention_by_state ON records.retention (state, retain_until);
COMMENT ON TABLE records.retention IS 'Aufbewahrung je Fall: die Frist beginnt mit dem Ende des Jahres, in dem der Fall abgeschlossen wurde; vernichtet wird erst nach Anbietung (§ 4 HArchivG).';

INSERT INTO platform.transition (machine, from_state, to_state) VALUES
  ('retention', '', 'OPEN'), ('retention', '', 'RETENTION'), ('retention', 'OPEN', 'RETENTION'), ('retention', 'RETENTION', 'OPEN'), ('retention', 'RETENTION', 'DUE'),
  ('retention', 'DUE', 'ARCHIVE_OFFERED'), ('retention', 'ARCHIVE_OFFERED', 'ARCHIVED'), ('retention', 'ARCHIVE_OFFERED', 'DELETED'), ('retention', 'ARCHIVED', 'DELETED');
CREATE TRIGGER retention_transition BEFORE INSERT OR UPDATE OF state ON records.retention FOR EACH ROW EXECUTE FUNCTION platform.guard_transition('retention');
CREATE TRIGGER retention_version BEFORE UPDATE ON records.retention FOR EACH ROW EXECUTE FUNCTION platform.guard_version();
CREATE TRIGGER retention_kept BEFORE DELETE OR TRUNCATE ON records.retention FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();

CREATE FUNCTION records.guard_retention() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog AS $$
BEGIN
  IF NEW.state NOT IN ('OPEN', 'RETENTION') AND NEW.retain_until >= platform.today() THEN
    RAISE EXCEPTION 'retention runs until %', NEW.retain_until USING ERRCODE = '23514', CONSTRAINT = 'retention_not_over';
  END IF;
  IF NEW.state = 'DELETED' AND (TG_OP = 'INSERT' OR OLD.state <> 'DELETED') AND current_user <> 'wir_owner' THEN
    RAISE EXCEPTION 'a case is deleted by records.delete_case only' USING ERRCODE = '42501';
  END IF;
  IF TG_OP = 'UPDATE' AND OLD.decision IS NOT NULL AND (OLD.decision, OLD.decision_reference, OLD.decided_on, OLD.decided_by_person_id)
    IS DISTINCT FROM (NEW.decision, NEW.decision_reference, NEW.decided_on, NEW.decided_by_person_id) THEN
    RAISE EXCEPTION 'the decision of the archive stands' USING ERRCODE = '23514', CONSTRAINT = 'retention_decision_stands';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER retention_guard BEFORE INSERT OR UPDATE ON records.retention FOR EACH ROW EXECUTE FUNCTION records.guard_retention();

SELECT platform.protect_tenant('records.retention', true);
GRANT SELECT ON records.retention TO wir_app;
GRANT INSERT (application_id, applicant_id, state, closed_on, retention_years, retain_until) ON records.retention TO wir_app;
GRANT UPDATE (state, closed_on, retention_years, retain_until, offered_on, offer_reference, offered_by_account_id,
  decision, decision_reference, decided_on, decided_by_account_id, decided_by_person_id, version) ON records.retention TO wir_app;
`;

const DOWN = `
DROP TRIGGER submission_deleted_by_retention ON applications.submission;
DROP TRIGGER submission_append_only ON applications.submission;
CREATE TRIGGER submission_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON applications.submission FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();
DROP TRIGGER notice_keeps_signed ON decisions.notice;
CREATE TRIGGER notice_keeps_signed BEFORE UPDATE ON decisions.notice FOR EACH ROW EXECUTE FUNCTION decisions.keep_signed_notice();
DROP FUNCTION records.delete_case(uuid, text, text), records.unused_files(text[]), records.objects_of(uuid);
DROP VIEW platform.file_reference;
DROP FUNCTION records.blanked(jsonb), records.is_deleted(uuid), records.case_of_bundle(text, text);
DROP TABLE records.retention;
DROP FUNCTION records.guard_retention();
DELETE FROM platform.transition WHERE machine = 'retention';
DELETE FROM programme.legal_parameter WHERE code = 'file_retention_years';
REVOKE SELECT ON public.schema_migration FROM wir_app;
`;

export class Retention1795305603500 implements MigrationInterface {
  name = 'Retention1795305603500';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(UP);
    await runner.query(CASE_DELETION);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(DOWN);
  }
}
