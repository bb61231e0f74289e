import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Schema decisions: award with yearly tranches, the notice (Bescheid) with its document and legal dates. */
const UP = `
CREATE SCHEMA decisions;
GRANT USAGE ON SCHEMA decisions TO wir_app, wir_auditor;

CREATE TABLE decisions.award (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  programme_id uuid NOT NULL REFERENCES programme.programme,
  application_id uuid NOT NULL REFERENCES applications.application,
  applicant_id uuid NOT NULL REFERENCES programme.applicant,
  award_number text NOT NULL,
  state text NOT NULL DEFAULT 'PENDING',
  financing_type text NOT NULL DEFAULT 'FIXED_AMOUNT',
  total_cents bigint NOT NULL,
  period_start date NOT NULL,
  period_end date NOT NULL,
  declaration_received_on date,
  declared_by_person_id uuid,
  created_at timestamptz NOT NULL DEFAULT platform.now(),
  updated_at timestamptz NOT NULL DEFAULT platform.now(),
  version integer NOT NULL DEFAULT 1,
  CONSTRAINT award_number_unique UNIQUE (award_number),
  CONSTRAINT award_once_per_application UNIQUE (application_id),
  CONSTRAINT award_state_known CHECK (state IN ('PENDING', 'COMMITTED', 'FINAL', 'VOIDED')),
  CONSTRAINT award_financing_type_known CHECK (financing_type IN ('SHARE', 'DEFICIT', 'FIXED_AMOUNT', 'FULL')),
  CONSTRAINT award_total_positive CHECK (total_cents > 0)
);
CREATE INDEX award_by_applicant ON decisions.award (applicant_id);

CREATE TABLE decisions.tranche (
  award_id uuid NOT NULL REFERENCES decisions.award,
  applicant_id uuid NOT NULL,
  year integer NOT NULL,
  amount_cents bigint NOT NULL,
  PRIMARY KEY (award_id, year),
  CONSTRAINT tranche_amount_positive CHECK (amount_cents > 0),
  CONSTRAINT tranche_year_in_period CHECK (year BETWEEN 2026 AND 2030)
);

CREATE FUNCTION decisions.tranches_equal_total() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE wanted uuid := CASE WHEN TG_TABLE_NAME = 'award' THEN NEW.id ELSE NEW.award_id END;
BEGIN
  IF (SELECT total_cents FROM decisions.award WHERE id = wanted) <> (SELECT coalesce(sum(amount_cents), 0) FROM decisions.tranche WHERE award_id = wanted) THEN
    RAISE EXCEPTION 'tranches of award % do not sum to its total', wanted USING ERRCODE = '23514', CONSTRAINT = 'award_tranches_sum_to_total';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER award_tranches_sum_to_total AFTER INSERT OR UPDATE ON decisions.award DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION decisions.tranches_equal_total();
CREATE CONSTRAINT TRIGGER tranche_sum_to_total AFTER INSERT OR UPDATE ON decisions.tranche DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION decisions.tranches_equal_total();

CREATE TABLE decisions.notice (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  programme_id uuid NOT NULL REFERENCES programme.programme,
  application_id uuid NOT NULL REFERENCES applications.application,
  award_id uuid REFERENCES decisions.award,
  applicant_id uuid NOT NULL REFERENCES programme.applicant,
  notice_number text NOT NULL,
  file_reference text NOT NULL,
  kind text NOT NULL,
  state text NOT NULL DEFAULT 'DRAFT',
  addressee jsonb NOT NULL,
  court text NOT NULL,
  texts jsonb NOT NULL,
  ancillary_provisions jsonb NOT NULL,
  content jsonb,
  preview_sha256 text,
  document_sha256 text,
  drafted_by_person_id uuid NOT NULL,
  drafted_by_account_id uuid NOT NULL,
  cosign_remark text,
  signed_by_person_id uuid,
  signed_by_account_id uuid,
  signed_at timestamptz,
  channel text,
  dispatched_on date,
  retrieved_on date,
  appeal_waived_on date,
  is_faulty boolean NOT NULL DEFAULT false,
  deemed_notified_on date,
  appeal_ends_on date,
  final_on date,
  reasoning jsonb NOT NULL DEFAULT '[]',
  void_reason text,
  created_at timestamptz NOT NULL DEFAULT platform.now(),
  updated_at timestamptz NOT NULL DEFAULT platform.now(),
  version integer NOT NULL DEFAULT 1,
  CONSTRAINT notice_number_unique UNIQUE (notice_number),
  CONSTRAINT notice_kind_known CHECK (kind IN ('GRANT', 'REJECTION')),
  CONSTRAINT notice_grant_has_award CHECK ((kind = 'GRANT') = (award_id IS NOT NULL)),
  CONSTRAINT notice_channel_known CHECK (channel IN ('PORTAL', 'POST', 'HANDOVER')),
  CONSTRAINT notice_signed_by_other_person CHECK (signed_by_person_id <> drafted_by_person_id),
  CONSTRAINT notice_signed_has_document CHECK (state IN ('DRAFT', 'IN_COSIGN') OR (document_sha256 IS NOT NULL AND signed_by_person_id IS NOT NULL AND signed_at IS NOT NULL AND content IS NOT NULL)),
  CONSTRAINT notice_dispatched_has_channel CHECK (state NOT IN ('DISPATCHED', 'NOT_RETRIEVED', 'NOTIFIED', 'APPEALED', 'FINAL') OR (channel IS NOT NULL AND dispatched_on IS NOT NULL)),
  CONSTRAINT notice_names_court CHECK (court <> ''),
  CONSTRAINT notice_waiver_not_before_notification CHECK (appeal_waived_on >= deemed_notified_on)
);
CREATE INDEX notice_by_application ON decisions.notice (application_id);
CREATE INDEX notice_by_state ON decisions.notice (state, updated_at DESC, id);
CREATE INDEX notice_by_award ON decisions.notice (award_id);

CREATE FUNCTION decisions.keep_signed_notice() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog AS $$
BEGIN
  IF OLD.document_sha256 IS NOT NULL AND (
    (NEW.document_sha256, NEW.content, NEW.texts, NEW.ancillary_provisions, NEW.addressee, NEW.court, NEW.notice_number, NEW.signed_at, NEW.signed_by_person_id)
    IS DISTINCT FROM
    (OLD.document_sha256, OLD.content, OLD.texts, OLD.ancillary_provisions, OLD.addressee, OLD.court, OLD.notice_number, OLD.signed_at, OLD.signed_by_person_id)) THEN
    RAISE EXCEPTION 'a signed notice never changes' USING ERRCODE = '23514', CONSTRAINT = 'notice_signed_is_immutable';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER notice_keeps_signed BEFORE UPDATE ON decisions.notice FOR EACH ROW EXECUTE FUNCTION decisions.keep_signed_notice();
CREATE TRIGGER notice_not_deleted BEFORE DELETE OR TRUNCATE ON decisions.notice FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();

SELECT platform.protect_tenant('decisions.notice', false, $r$state IN ('DISPATCHED','NOT_RETRIEVED','NOTIFIED','APPEALED','FINAL')$r$);
SELECT platform.protect_tenant(t, false, $r$EXISTS (SELECT 1 FROM decisions.notice n WHERE n.award_id = $r$ || c || $r$)$r$)
  FROM (VALUES ('decisions.award'::regclass, 'award.id'), ('decisions.tranche'::regclass, 'tranche.award_id')) AS v(t, c);

CREATE TRIGGER award_transition BEFORE INSERT OR UPDATE OF state ON decisions.award FOR EACH ROW EXECUTE FUNCTION platform.guard_transition('award');
CREATE TRIGGER award_version BEFORE UPDATE ON decisions.award FOR EACH ROW EXECUTE FUNCTION platform.guard_version();
CREATE TRIGGER notice_transition BEFORE INSERT OR UPDATE OF state ON decisions.notice FOR EACH ROW EXECUTE FUNCTION platform.guard_transition('notice');
CREATE TRIGGER notice_version BEFORE UPDATE ON decisions.notice FOR EACH ROW EXECUTE FUNCTION platform.guard_version();
INSERT INTO platform.transition (machine, from_state, to_state) VALUES
  ('award', '', 'PENDING'), ('award', 'PENDING', 'COMMITTED'), ('award', 'COMMITTED', 'FINAL'), ('award', 'PENDING', 'VOIDED'), ('award', 'COMMITTED', 'VOIDED'),
  ('notice', '', 'DRAFT'), ('notice', 'DRAFT', 'IN_COSIGN'), ('notice', 'IN_COSIGN', 'DRAFT'), ('notice', 'IN_COSIGN', 'SIGNED'),
  ('notice', 'SIGNED', 'DISPATCHED'), ('notice', 'SIGNED', 'VOIDED'), ('notice', 'DISPATCHED', 'NOTIFIED'), ('notice', 'DISPATCHED', 'NOT_RETRIEVED'),
  ('notice', 'NOT_RETRIEVED', 'DISPATCHED'), ('notice', 'NOTIFIED', 'APPEALED'), ('notice', 'NOTIFIED', 'FINAL'), ('notice', 'APPEALED', 'FINAL');

GRANT SELECT, INSERT, UPDATE ON decisions.award, decisions.notice TO wir_app;
GRANT SELECT, INSERT ON decisions.tranche TO wir_app;
`;

const DOWN = `DROP SCHEMA decisions CASCADE; DELETE FROM platform.transition WHERE machine IN ('award', 'notice');`;

export class CreateDecisions1795305600800 implements MigrationInterface {
  name = 'CreateDecisions1795305600800';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(UP);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(DOWN);
  }
}
