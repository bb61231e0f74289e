import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Schema disbursements: bank data, requests, payment orders, runs and return files. */
const UP = `
CREATE SCHEMA disbursements;
GRANT USAGE ON SCHEMA disbursements TO wir_app, wir_auditor;

CREATE TABLE disbursements.bank_account (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  applicant_id uuid NOT NULL REFERENCES programme.applicant,
  iban text NOT NULL,
  account_holder text NOT NULL,
  state text NOT NULL DEFAULT 'PROPOSED',
  proposed_at timestamptz NOT NULL DEFAULT platform.now(),
  proposed_by_person_id uuid NOT NULL DEFAULT identity.session_person(),
  proposed_by_account_id uuid NOT NULL DEFAULT identity.session_account(),
  confirmed_at timestamptz,
  confirmed_by_person_id uuid,
  confirmed_by_account_id uuid,
  updated_at timestamptz NOT NULL DEFAULT platform.now(),
  version integer NOT NULL DEFAULT 1,
  CONSTRAINT bank_account_iban_shape CHECK (iban ~ '^[A-Z]{2}[0-9]{2}[A-Z0-9]{11,30}$'),
  CONSTRAINT bank_account_confirmed_by_other_person CHECK (confirmed_by_person_id <> proposed_by_person_id),
  CONSTRAINT bank_account_confirmed_has_person CHECK (state <> 'CONFIRMED' OR (confirmed_by_person_id IS NOT NULL AND confirmed_at IS NOT NULL))
);
CREATE UNIQUE INDEX bank_account_one_confirmed ON disbursements.bank_account (applicant_id) WHERE state = 'CONFIRMED';
CREATE UNIQUE INDEX bank_account_one_proposed ON disbursements.bank_account (applicant_id) WHERE state = 'PROPOSED';

CREATE TABLE disbursements.disbursement_request (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  programme_id uuid NOT NULL REFERENCES programme.programme,
  award_id uuid NOT NULL REFERENCES decisions.award,
  applicant_id uuid NOT NULL REFERENCES programme.applicant,
  request_number text NOT NULL,
  year integer NOT NULL,
  amount_cents bigint NOT NULL,
  needed_until date NOT NULL,
  state text NOT NULL DEFAULT 'DRAFT',
  created_by_account_id uuid NOT NULL DEFAULT identity.session_account(),
  submitted_by_person_id uuid,
  submitted_at timestamptz,
  factual boolean,
  arithmetical boolean,
  check_note text,
  checked_by_person_id uuid,
  checked_by_account_id uuid,
  checked_at timestamptz,
  bank_account_id uuid REFERENCES disbursements.bank_account,
  return_reason text,
  created_at timestamptz NOT NULL DEFAULT platform.now(),
  updated_at timestamptz NOT NULL DEFAULT platform.now(),
  version integer NOT NULL DEFAULT 1,
  CONSTRAINT disbursement_request_number_unique UNIQUE (request_number),
  CONSTRAINT disbursement_request_amount_positive CHECK (amount_cents > 0),
  CONSTRAINT disbursement_request_within_tranche_year FOREIGN KEY (award_id, year) REFERENCES decisions.tranche (award_id, year),
  CONSTRAINT disbursement_request_checked_complete CHECK (state NOT IN ('CHECKED', 'ORDERED', 'EXPORTED', 'PAID') OR
    (factual AND arithmetical AND checked_by_person_id IS NOT NULL AND bank_account_id IS NOT NULL))
);
CREATE INDEX disbursement_request_by_award ON disbursements.disbursement_request (award_id, year);
CREATE INDEX disbursement_request_by_state ON disbursements.disbursement_request (state, updated_at DESC, id);

CREATE TABLE disbursements.payment_run (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  programme_id uuid NOT NULL REFERENCES programme.programme,
  run_number text NOT NULL UNIQUE,
  state text NOT NULL DEFAULT 'EXPORTED',
  order_count integer NOT NULL,
  sum_cents bigint NOT NULL,
  checksum text NOT NULL,
  files jsonb NOT NULL,
  created_at timestamptz NOT NULL DEFAULT platform.now(),
  created_by_account_id uuid NOT NULL DEFAULT identity.session_account(),
  version integer NOT NULL DEFAULT 1,
  CONSTRAINT payment_run_not_empty CHECK (order_count > 0 AND sum_cents > 0)
);
CREATE TRIGGER payment_run_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON disbursements.payment_run FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();

CREATE TABLE disbursements.payment_order (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  programme_id uuid NOT NULL REFERENCES programme.programme,
  disbursement_request_id uuid NOT NULL REFERENCES disbursements.disbursement_request,
  award_id uuid NOT NULL REFERENCES decisions.award,
  applicant_id uuid NOT NULL REFERENCES programme.applicant,
  order_number text NOT NULL,
  year integer NOT NULL,
  amount_cents bigint NOT NULL,
  due_on date NOT NULL,
  state text NOT NULL DEFAULT 'ORDERED',
  bank_account_id uuid NOT NULL REFERENCES disbursements.bank_account,
  iban text NOT NULL,
  account_holder text NOT NULL,
  remittance_text text NOT NULL,
  checked_by_person_id uuid NOT NULL,
  bank_editor_person_id uuid NOT NULL,
  ordered_by_person_id uuid NOT NULL DEFAULT identity.session_person(),
  ordered_by_account_id uuid NOT NULL DEFAULT identity.session_account(),
  ordered_at timestamptz NOT NULL DEFAULT platform.now(),
  payment_run_id uuid REFERENCES disbursements.payment_run,
  document_number text,
  value_date date,
  failure_reason text,
  updated_at timestamptz NOT NULL DEFAULT platform.now(),
  version integer NOT NULL DEFAULT 1,
  CONSTRAINT payment_order_number_unique UNIQUE (order_number),
  CONSTRAINT payment_order_amount_positive CHECK (amount_cents > 0),
  CONSTRAINT payment_order_ordered_by_other_person CHECK (ordered_by_person_id <> checked_by_person_id AND ordered_by_person_id <> bank_editor_person_id),
  CONSTRAINT payment_order_remittance_fits_sepa CHECK (length(remittance_text) <= 140),
  CONSTRAINT payment_order_exported_in_run CHECK (state NOT IN ('EXPORTED', 'PAID', 'FAILED') OR payment_run_id IS NOT NULL),
  CONSTRAINT payment_order_paid_has_document CHECK (state <> 'PAID' OR (document_number IS NOT NULL AND value_date IS NOT NULL))
);
CREATE UNIQUE INDEX payment_order_one_per_request ON disbursements.payment_order (disbursement_request_id) WHERE state NOT IN ('FAILED', 'CANCELLED');
CREATE INDEX payment_order_by_state ON disbursements.payment_order (state, due_on, id);
CREATE INDEX payment_order_by_run ON disbursements.payment_order (payment_run_id);
CREATE INDEX payment_order_by_award ON disbursements.payment_order (award_id, year);

CREATE TABLE disbursements.payment_return (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  programme_id uuid NOT NULL REFERENCES programme.programme,
  file_name text NOT NULL,
  sha256 text NOT NULL,
  rejected boolean NOT NULL,
  code text,
  rows jsonb NOT NULL,
  booked_cents bigint NOT NULL,
  imported_at timestamptz NOT NULL DEFAULT platform.now(),
  imported_by_account_id uuid NOT NULL DEFAULT identity.session_account()
);
CREATE TRIGGER payment_return_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON disbursements.payment_return FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();

SELECT platform.protect_tenant(t) FROM unnest(ARRAY['disbursements.bank_account', 'disbursements.disbursement_request', 'disbursements.payment_order']::regclass[]) t;
SELECT platform.protect_tenant(t, true) FROM unnest(ARRAY['disbursements.payment_run', 'disbursements.payment_return']::regclass[]) t;

CREATE TRIGGER bank_account_transition BEFORE INSERT OR UPDATE OF state ON disbursements.bank_account FOR EACH ROW EXECUTE FUNCTION platform.guard_transition('bank_account');
CREATE TRIGGER bank_account_version BEFORE UPDATE ON disbursements.bank_account FOR EACH ROW EXECUTE FUNCTION platform.guard_version();
CREATE TRIGGER disbursement_request_transition BEFORE INSERT OR UPDATE OF state ON disbursements.disbursement_request FOR EACH ROW EXECUTE FUNCTION platform.guard_transition('disbursement_request');
CREATE TRIGGER disbursement_request_version BEFORE UPDATE ON disbursements.disbursement_request FOR EACH ROW EXECUTE FUNCTION platform.guard_version();
CREATE TRIGGER payment_order_transition BEFORE INSERT OR UPDATE OF state ON disbursements.payment_order FOR EACH ROW EXECUTE FUNCTION platform.guard_transition('payment_order');
CREATE TRIGGER payment_order_version BEFORE UPDATE ON disbursements.payment_order FOR EACH ROW EXECUTE FUNCTION platform.guard_version();
INSERT INTO platform.transition (machine, from_state, to_state) VALUES
  ('bank_account', '', 'PROPOSED'), ('bank_account', 'PROPOSED', 'CONFIRMED'), ('bank_account', 'PROPOSED', 'SUPERSEDED'), ('bank_account', 'CONFIRMED', 'SUPERSEDED'),
  ('disbursement_request', '', 'DRAFT'), ('disbursement_request', 'DRAFT', 'SUBMITTED'), ('disbursement_request', 'SUBMITTED', 'RETURNED'),
  ('disbursement_request', 'RETURNED', 'SUBMITTED'), ('disbursement_request', 'SUBMITTED', 'CHECKED'), ('disbursement_request', 'CHECKED', 'SUBMITTED'),
  ('disbursement_request', 'CHECKED', 'ORDERED'), ('disbursement_request', 'ORDERED', 'EXPORTED'), ('disbursement_request', 'EXPORTED', 'PAID'),
  ('disbursement_request', 'EXPORTED', 'FAILED'), ('disbursement_request', 'FAILED', 'SUBMITTED'), ('disbursement_request', 'DRAFT', 'CANCELLED'),
  ('disbursement_request', 'SUBMITTED', 'CANCELLED'), ('disbursement_request', 'RETURNED', 'CANCELLED'), ('disbursement_request', 'CHECKED', 'CANCELLED'),
  ('disbursement_request', 'ORDERED', 'CANCELLED'), ('disbursement_request', 'FAILED', 'CANCELLED'),
  ('payment_order', '', 'ORDERED'), ('payment_order', 'ORDERED', 'EXPORTED'), ('payment_order', 'ORDERED', 'CANCELLED'),
  ('payment_order', 'EXPORTED', 'PAID'), ('payment_order', 'EXPORTED', 'FAILED');

GRANT SELECT, UPDATE ON disbursements.bank_account, disbursements.disbursement_request, disbursements.payment_order TO wir_app;
GRANT INSERT (id, applicant_id, iban, account_holder, state) ON disbursements.bank_account TO wir_app;
GRANT INSERT (id, programme_id, award_id, applicant_id, request_number, year, amount_cents, needed_until, state) ON disbursements.disbursement_request TO wir_app;
GRANT INSERT (id, programme_id, disbursement_request_id, award_id, applicant_id, order_number, year, amount_cents, due_on, state, bank_account_id, iban,
  account_holder, remittance_text, checked_by_person_id, bank_editor_person_id) ON disbursements.payment_order TO wir_app;
GRANT SELECT ON disbursements.payment_run, disbursements.payment_return TO wir_app;
GRANT INSERT (id, programme_id, run_number, order_count, sum_cents, checksum, files) ON disbursements.payment_run TO wir_app;
GRANT INSERT (id, programme_id, file_name, sha256, rejected, code, rows, booked_cents) ON disbursements.payment_return TO wir_app;
`;

const DOWN = `DROP SCHEMA disbursements CASCADE;
DELETE FROM platform.transition WHERE machine IN ('bank_account', 'disbursement_request', 'payment_order');`;

export class CreateDisbursements1795305600900 implements MigrationInterface {
  name = 'CreateDisbursements1795305600900';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(UP);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(DOWN);
  }
}
