import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Schema applications: the application with plan, annexes, information requests and the review. */
const UP = `
CREATE FUNCTION platform.protect_tenant(target regclass, staff_only boolean DEFAULT false, applicant_rule text DEFAULT 'true') RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog AS $$
DECLARE own text := format('(SELECT identity.session_is_staff()) OR (applicant_id = (SELECT identity.session_applicant()) AND %s)', applicant_rule);
BEGIN
  IF staff_only THEN own := '(SELECT identity.session_is_staff())'; END IF;
  EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', target);
  EXECUTE format('ALTER TABLE %s FORCE ROW LEVEL SECURITY', target);
  EXECUTE format('CREATE POLICY owner_all ON %s TO wir_owner USING (true) WITH CHECK (true)', target);
  EXECUTE format('CREATE POLICY auditor_reads ON %s FOR SELECT TO wir_auditor USING (true)', target);
  EXECUTE format('CREATE POLICY app_own ON %s TO wir_app USING (%s) WITH CHECK (%s)', target, own, own);
END $$;
COMMENT ON FUNCTION platform.protect_tenant(regclass, boolean, text) IS 'Zeilenschutz: eine Kommune sieht nur eigene Zeilen, Prüfvermerke sieht nur die Behörde.';

CREATE SCHEMA applications;
GRANT USAGE ON SCHEMA applications TO wir_app, wir_auditor;

CREATE TABLE applications.application (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  programme_id uuid NOT NULL REFERENCES programme.programme,
  call_id uuid NOT NULL REFERENCES programme.funding_call,
  module_code text NOT NULL,
  applicant_id uuid NOT NULL REFERENCES programme.applicant,
  case_number text NOT NULL,
  state text NOT NULL DEFAULT 'DRAFT',
  title text NOT NULL DEFAULT '',
  purpose text NOT NULL DEFAULT '',
  period_start date NOT NULL,
  period_end date NOT NULL,
  contact_name text NOT NULL DEFAULT '',
  contact_email text NOT NULL DEFAULT '',
  no_premature_start boolean NOT NULL DEFAULT false,
  total_financing_secured boolean NOT NULL DEFAULT false,
  no_double_funding boolean NOT NULL DEFAULT false,
  no_input_tax_deduction boolean NOT NULL DEFAULT false,
  requested_cents bigint NOT NULL DEFAULT 0,
  approved_cents bigint,
  due_date date,
  late boolean NOT NULL DEFAULT false,
  submitted_at timestamptz,
  submission_count integer NOT NULL DEFAULT 0,
  assignee_account_id uuid,
  created_by_account_id uuid NOT NULL,
  submitted_by_person_id uuid,
  reviewed_by_person_id uuid,
  budget_confirmed_by_person_id uuid,
  decided_by_person_id uuid,
  decided_at timestamptz,
  outcome text,
  decision_reasons text,
  award_id uuid,
  notice_id uuid,
  created_at timestamptz NOT NULL DEFAULT platform.now(),
  updated_at timestamptz NOT NULL DEFAULT platform.now(),
  version integer NOT NULL DEFAULT 1,
  CONSTRAINT application_case_number_unique UNIQUE (case_number),
  CONSTRAINT application_period_not_empty CHECK (period_start <= period_end),
  CONSTRAINT application_amounts_not_negative CHECK (requested_cents >= 0 AND coalesce(approved_cents, 0) >= 0),
  CONSTRAINT application_approved_within_requested CHECK (coalesce(approved_cents, 0) <= requested_cents),
  CONSTRAINT application_outcome_known CHECK (outcome IN ('APPROVED', 'PARTLY_APPROVED', 'REJECTED')),
  CONSTRAINT application_budget_confirmed_by_other_person CHECK (budget_confirmed_by_person_id <> reviewed_by_person_id),
  CONSTRAINT application_decided_by_other_person CHECK (decided_by_person_id <> reviewed_by_person_id),
  CONSTRAINT application_one_live_per_module_and_period EXCLUDE USING gist (
    applicant_id WITH =, module_code WITH =, daterange(period_start, period_end, '[]') WITH &&)
    WHERE (state NOT IN ('REJECTED', 'WITHDRAWN', 'EXPIRED'))
);
CREATE INDEX application_by_state_updated ON applications.application (state, updated_at DESC, id);
CREATE INDEX application_by_updated ON applications.application (updated_at DESC, id);
CREATE INDEX application_by_submitted ON applications.application (submitted_at DESC NULLS LAST, id);
CREATE INDEX application_by_requested ON applications.application (requested_cents, id);
CREATE INDEX application_by_applicant ON applications.application (applicant_id, updated_at DESC, id);
CREATE INDEX application_search ON applications.application USING gin ((case_number || ' ' || title) gin_trgm_ops);

CREATE TABLE applications.plan_year (
  application_id uuid NOT NULL REFERENCES applications.application,
  applicant_id uuid NOT NULL,
  year integer NOT NULL,
  requested_cents bigint NOT NULL,
  PRIMARY KEY (application_id, year),
  CONSTRAINT plan_year_in_period CHECK (year BETWEEN 2026 AND 2030),
  CONSTRAINT plan_year_requested_not_negative CHECK (requested_cents >= 0)
);

CREATE TABLE applications.plan_line (
  application_id uuid NOT NULL,
  applicant_id uuid NOT NULL,
  year integer NOT NULL,
  kind text NOT NULL,
  position smallint NOT NULL,
  code text NOT NULL,
  label text NOT NULL,
  fte_hundredths integer,
  months smallint,
  amount_cents bigint NOT NULL,
  PRIMARY KEY (application_id, year, kind, position),
  FOREIGN KEY (application_id, year) REFERENCES applications.plan_year ON DELETE CASCADE,
  CONSTRAINT plan_line_kind_known CHECK (kind IN ('EXPENSE', 'INCOME')),
  CONSTRAINT plan_line_amount_positive CHECK (amount_cents > 0),
  CONSTRAINT plan_line_months_in_year CHECK (months BETWEEN 1 AND 12),
  CONSTRAINT plan_line_fte_positive CHECK (fte_hundredths > 0)
);

CREATE TABLE applications.submission (
  application_id uuid NOT NULL REFERENCES applications.application,
  applicant_id uuid NOT NULL,
  number integer NOT NULL,
  content jsonb NOT NULL,
  content_sha256 text NOT NULL,
  submitted_at timestamptz NOT NULL DEFAULT platform.now(),
  submitted_by_account_id uuid NOT NULL DEFAULT identity.session_account(),
  PRIMARY KEY (application_id, number)
);
COMMENT ON TABLE applications.submission IS 'Eingefrorener Stand jeder Einreichung; nur anfügen.';
CREATE TRIGGER submission_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON applications.submission FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();

CREATE TABLE applications.attachment (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  application_id uuid NOT NULL REFERENCES applications.application,
  applicant_id uuid NOT NULL,
  kind text NOT NULL,
  file_name text NOT NULL,
  media_type text NOT NULL,
  size_bytes bigint NOT NULL,
  sha256 text NOT NULL,
  uploaded_at timestamptz NOT NULL DEFAULT platform.now(),
  uploaded_by_account_id uuid NOT NULL DEFAULT identity.session_account(),
  CONSTRAINT attachment_kind_known CHECK (kind IN ('CONCEPT', 'FINANCING_PLAN', 'TARGET_AGREEMENT', 'OTHER'))
);
CREATE INDEX attachment_by_application ON applications.attachment (application_id);

CREATE TABLE applications.information_request (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  application_id uuid NOT NULL REFERENCES applications.application,
  applicant_id uuid NOT NULL,
  state text NOT NULL DEFAULT 'OPEN',
  items jsonb NOT NULL,
  due_date date NOT NULL,
  created_at timestamptz NOT NULL DEFAULT platform.now(),
  created_by_account_id uuid NOT NULL DEFAULT identity.session_account(),
  answered_at timestamptz,
  CONSTRAINT information_request_state_known CHECK (state IN ('OPEN', 'ANSWERED'))
);
CREATE UNIQUE INDEX information_request_one_open ON applications.information_request (application_id) WHERE state = 'OPEN';
CREATE INDEX information_request_by_application ON applications.information_request (application_id);

CREATE TABLE applications.check_answer (
  application_id uuid NOT NULL REFERENCES applications.application,
  applicant_id uuid NOT NULL,
  check_code text NOT NULL,
  result text NOT NULL,
  note text NOT NULL DEFAULT '',
  answered_by_account_id uuid NOT NULL DEFAULT identity.session_account(),
  answered_at timestamptz NOT NULL DEFAULT platform.now(),
  updated_at timestamptz NOT NULL DEFAULT platform.now(),
  version integer NOT NULL DEFAULT 1,
  PRIMARY KEY (application_id, check_code),
  CONSTRAINT check_answer_result_known CHECK (result IN ('YES', 'NO', 'NOT_APPLICABLE'))
);

CREATE TABLE applications.recommendation (
  application_id uuid PRIMARY KEY REFERENCES applications.application,
  applicant_id uuid NOT NULL,
  reasons text NOT NULL,
  created_at timestamptz NOT NULL DEFAULT platform.now(),
  created_by_account_id uuid NOT NULL DEFAULT identity.session_account()
);

CREATE TABLE applications.recommendation_year (
  application_id uuid NOT NULL REFERENCES applications.recommendation,
  applicant_id uuid NOT NULL,
  year integer NOT NULL,
  proposed_cents bigint NOT NULL,
  PRIMARY KEY (application_id, year),
  CONSTRAINT recommendation_year_not_negative CHECK (proposed_cents >= 0)
);

SELECT platform.protect_tenant(t) FROM unnest(ARRAY['applications.application', 'applications.plan_year', 'applications.plan_line',
  'applications.submission', 'applications.attachment', 'applications.information_request']::regclass[]) t;
SELECT platform.protect_tenant(t, true) FROM unnest(ARRAY['applications.check_answer', 'applications.recommendation', 'applications.recommendation_year']::regclass[]) t;

CREATE TRIGGER application_transition BEFORE INSERT OR UPDATE OF state ON applications.application FOR EACH ROW EXECUTE FUNCTION platform.guard_transition('application');
CREATE TRIGGER application_version BEFORE UPDATE ON applications.application FOR EACH ROW EXECUTE FUNCTION platform.guard_version();
CREATE TRIGGER check_answer_version BEFORE UPDATE ON applications.check_answer FOR EACH ROW EXECUTE FUNCTION platform.guard_version();
INSERT INTO platform.transition (machine, from_state, to_state) VALUES
  ('application', '', 'DRAFT'), ('application', 'DRAFT', 'READY_TO_SIGN'), ('application', 'READY_TO_SIGN', 'DRAFT'),
  ('application', 'DRAFT', 'SUBMITTED'), ('application', 'READY_TO_SIGN', 'SUBMITTED'), ('application', 'DRAFT', 'EXPIRED'), ('application', 'READY_TO_SIGN', 'EXPIRED'),
  ('application', 'SUBMITTED', 'UNDER_REVIEW'), ('application', 'SUBMITTED', 'INFO_REQUESTED'), ('application', 'INFO_REQUESTED', 'SUBMITTED'),
  ('application', 'UNDER_REVIEW', 'INFO_REQUESTED'), ('application', 'UNDER_REVIEW', 'REVIEWED'), ('application', 'REVIEWED', 'BUDGET_CONFIRMED'),
  ('application', 'BUDGET_CONFIRMED', 'APPROVED'), ('application', 'BUDGET_CONFIRMED', 'PARTLY_APPROVED'), ('application', 'BUDGET_CONFIRMED', 'REJECTED'),
  ('application', 'REVIEWED', 'REJECTED'),
  ('application', 'SUBMITTED', 'WITHDRAWN'), ('application', 'INFO_REQUESTED', 'WITHDRAWN'), ('application', 'UNDER_REVIEW', 'WITHDRAWN'),
  ('application', 'REVIEWED', 'WITHDRAWN'), ('application', 'BUDGET_CONFIRMED', 'WITHDRAWN');

GRANT SELECT, INSERT, UPDATE ON applications.application, applications.information_request, applications.check_answer TO wir_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON applications.plan_year, applications.plan_line TO wir_app;
GRANT SELECT, INSERT, DELETE ON applications.attachment TO wir_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON applications.recommendation, applications.recommendation_year TO wir_app;
GRANT SELECT ON applications.submission TO wir_app;
GRANT INSERT (application_id, applicant_id, number, content, content_sha256) ON applications.submission TO wir_app;
`;

const DOWN = `DROP SCHEMA applications CASCADE; DROP FUNCTION platform.protect_tenant(regclass, boolean, text); DELETE FROM platform.transition WHERE machine = 'application';`;

export class CreateApplications1795305600700 implements MigrationInterface {
  name = 'CreateApplications1795305600700';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(UP);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(DOWN);
  }
}
