import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Schema programme: programme, calls with modules and caps, the applicants with dated master data, dated legal parameters. */
const UP = `
CREATE SCHEMA programme;
GRANT USAGE ON SCHEMA programme TO wir_app, wir_auditor;

CREATE TABLE programme.programme (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  code text NOT NULL UNIQUE,
  name text NOT NULL,
  period_start date NOT NULL,
  period_end date NOT NULL,
  CONSTRAINT programme_period_not_empty CHECK (period_start < period_end)
);

CREATE TABLE programme.funding_call (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  programme_id uuid NOT NULL REFERENCES programme.programme,
  code text NOT NULL UNIQUE,
  title text NOT NULL,
  opens_at timestamptz NOT NULL,
  closes_on date NOT NULL,
  is_cut_off boolean NOT NULL DEFAULT false,
  period_start date NOT NULL,
  period_end date NOT NULL,
  CONSTRAINT funding_call_period_not_empty CHECK (period_start < period_end)
);
COMMENT ON COLUMN programme.funding_call.is_cut_off IS 'Ausschlussfrist: nur dann wird ein verspäteter Antrag abgewiesen.';

CREATE TABLE programme.call_module (
  call_id uuid NOT NULL REFERENCES programme.funding_call,
  module_code text NOT NULL,
  title text NOT NULL,
  PRIMARY KEY (call_id, module_code)
);

CREATE TABLE programme.module_component (
  call_id uuid NOT NULL,
  module_code text NOT NULL,
  component_code text NOT NULL,
  title text NOT NULL,
  position smallint NOT NULL,
  cap_cents_per_unit_year bigint NOT NULL,
  max_units smallint NOT NULL,
  PRIMARY KEY (call_id, module_code, component_code),
  FOREIGN KEY (call_id, module_code) REFERENCES programme.call_module,
  CONSTRAINT module_component_cap_positive CHECK (cap_cents_per_unit_year > 0 AND max_units > 0)
);

CREATE TABLE programme.applicant (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  code text NOT NULL UNIQUE,
  official_name text NOT NULL,
  addressee_body text NOT NULL,
  kind text NOT NULL,
  district_key text NOT NULL,
  official_key text NOT NULL,
  seat_town text NOT NULL,
  government_region text NOT NULL,
  administrative_court text NOT NULL,
  population_served integer NOT NULL,
  CONSTRAINT applicant_kind_known CHECK (kind IN ('landkreis', 'kreisfreie_stadt', 'sonderstatusstadt')),
  CONSTRAINT applicant_key_unique UNIQUE (official_key),
  CONSTRAINT applicant_court_known CHECK (administrative_court IN ('VG Darmstadt', 'VG Frankfurt am Main', 'VG Gießen', 'VG Kassel', 'VG Wiesbaden'))
);

CREATE TABLE programme.applicant_version (
  applicant_id uuid NOT NULL REFERENCES programme.applicant,
  valid_from date NOT NULL,
  official_name text NOT NULL,
  kind text NOT NULL,
  official_key text NOT NULL,
  administrative_court text NOT NULL,
  note text,
  PRIMARY KEY (applicant_id, valid_from)
);
COMMENT ON TABLE programme.applicant_version IS 'Datierte Stammdaten: ein Dokument zeigt Namen und Schlüssel des Tages (Hanau: 06435014 bis 31.12.2025).';

CREATE TABLE programme.legal_parameter (
  code text NOT NULL,
  valid_from date NOT NULL,
  value bigint NOT NULL,
  unit text NOT NULL,
  source text NOT NULL,
  PRIMARY KEY (code, valid_from)
);
COMMENT ON TABLE programme.legal_parameter IS 'Datierte Rechtsparameter (Fristen, Grenzen); eine Berechnung speichert die Werte, die sie benutzt hat.';

GRANT SELECT ON ALL TABLES IN SCHEMA programme TO wir_app;
`;

const DOWN = `DROP SCHEMA programme CASCADE;`;

export class CreateProgramme1795305600500 implements MigrationInterface {
  name = 'CreateProgramme1795305600500';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(UP);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(DOWN);
  }
}
