import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Scheduled instalments: a plan per award, of which the job makes requests once, and vacancies that make them smaller. */
const UP = `
CREATE TABLE disbursements.instalment (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  award_id uuid NOT NULL REFERENCES decisions.award,
  applicant_id uuid NOT NULL REFERENCES programme.applicant,
  year integer NOT NULL,
  number smallint NOT NULL,
  due_on date NOT NULL,
  amount_cents bigint NOT NULL,
  request_id uuid REFERENCES disbursements.disbursement_request,
  created_at timestamptz NOT NULL DEFAULT platform.now(),
  created_by_account_id uuid NOT NULL DEFAULT identity.session_account(),
  CONSTRAINT instalment_once UNIQUE (award_id, year, number),
  CONSTRAINT instalment_amount_positive CHECK (amount_cents > 0),
  CONSTRAINT instalment_due_in_its_year CHECK (extract(year FROM due_on) = year),
  CONSTRAINT instalment_within_tranche_year FOREIGN KEY (award_id, year) REFERENCES decisions.tranche (award_id, year)
);
CREATE UNIQUE INDEX instalment_makes_one_request ON disbursements.instalment (request_id) WHERE request_id IS NOT NULL;
CREATE INDEX instalment_waiting ON disbursements.instalment (due_on) WHERE request_id IS NULL;
COMMENT ON TABLE disbursements.instalment IS 'Rate nach Auszahlungsplan; aus jeder entsteht höchstens ein Mittelabruf.';

CREATE TABLE disbursements.vacancy (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  award_id uuid NOT NULL REFERENCES decisions.award,
  applicant_id uuid NOT NULL REFERENCES programme.applicant,
  year integer NOT NULL,
  component text NOT NULL,
  fte_hundredths integer NOT NULL,
  months smallint NOT NULL,
  reason text NOT NULL,
  reported_at timestamptz NOT NULL DEFAULT platform.now(),
  reported_by_account_id uuid NOT NULL DEFAULT identity.session_account(),
  CONSTRAINT vacancy_months CHECK (months BETWEEN 1 AND 12),
  CONSTRAINT vacancy_fte CHECK (fte_hundredths BETWEEN 1 AND 10000),
  CONSTRAINT vacancy_within_tranche_year FOREIGN KEY (award_id, year) REFERENCES decisions.tranche (award_id, year)
);
CREATE INDEX vacancy_by_award ON disbursements.vacancy (award_id, year);
COMMENT ON TABLE disbursements.vacancy IS 'Gemeldete Nicht- oder Teilbesetzung einer geförderten Stelle (Mitteilungspflicht).';
CREATE TRIGGER vacancy_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON disbursements.vacancy FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();

SELECT platform.protect_tenant(t) FROM unnest(ARRAY['disbursements.instalment', 'disbursements.vacancy']::regclass[]) t;
SELECT platform.bind_to_parent(t, 'award_id', 'decisions.award') FROM unnest(ARRAY['disbursements.instalment', 'disbursements.vacancy']::regclass[]) t;
SELECT platform.leave_to_authority('disbursements.instalment'::regclass);
CREATE POLICY changed_by_authority ON disbursements.instalment AS RESTRICTIVE FOR UPDATE TO wir_app USING ((SELECT identity.session_is_staff())) WITH CHECK ((SELECT identity.session_is_staff()));
CREATE POLICY removed_by_authority ON disbursements.instalment AS RESTRICTIVE FOR DELETE TO wir_app USING ((SELECT identity.session_is_staff()) AND request_id IS NULL);
ALTER TABLE disbursements.instalment ALTER COLUMN applicant_id SET STATISTICS 0;
ALTER TABLE disbursements.vacancy ALTER COLUMN applicant_id SET STATISTICS 0;
GRANT SELECT, DELETE ON disbursements.instalment TO wir_app;
GRANT INSERT (award_id, applicant_id, year, number, due_on, amount_cents) ON disbursements.instalment TO wir_app;
GRANT UPDATE (request_id) ON disbursements.instalment TO wir_app;
GRANT SELECT ON disbursements.vacancy TO wir_app;
GRANT INSERT (award_id, applicant_id, year, component, fte_hundredths, months, reason) ON disbursements.vacancy TO wir_app;
`;

const DOWN = 'DROP TABLE disbursements.vacancy, disbursements.instalment;';

export class Instalments1795305604310 implements MigrationInterface {
  name = 'Instalments1795305604310';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(UP);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(DOWN);
  }
}
