import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What the cash office answers, row by row, and what comes of a row that does not fit: a discrepancy with a life of its own.
 * Money that comes back after it was paid is a repayment, never more than was paid. The nightly comparison of case, ledger,
 * export and return is kept, also when it found nothing.
 */
const UP = `
ALTER TABLE disbursements.payment_return ADD COLUMN format text NOT NULL DEFAULT 'CSV', ADD COLUMN totals jsonb NOT NULL DEFAULT '[]',
  ADD CONSTRAINT payment_return_format_known CHECK (format IN ('CSV', 'CAMT_053', 'UNKNOWN'));
COMMENT ON COLUMN disbursements.payment_return.rows IS 'Zeilen älterer Einlesungen; neue stehen in payment_return_row.';

CREATE TABLE disbursements.payment_return_row (
  payment_return_id uuid NOT NULL REFERENCES disbursements.payment_return DEFERRABLE INITIALLY DEFERRED,
  line integer NOT NULL,
  payment_order_id uuid REFERENCES disbursements.payment_order,
  applicant_id uuid REFERENCES programme.applicant,
  order_number text NOT NULL,
  outcome text NOT NULL,
  code text,
  amount_cents bigint,
  expected_cents bigint,
  value_date date,
  document_number text NOT NULL DEFAULT '',
  direction text NOT NULL,
  discrepancy_id uuid,
  written_at timestamptz NOT NULL DEFAULT platform.now(),
  PRIMARY KEY (payment_return_id, line),
  CONSTRAINT payment_return_row_outcome_known CHECK (outcome IN ('BOOKED', 'FAILED', 'RETURNED', 'REPAID', 'REPEATED', 'REJECTED')),
  CONSTRAINT payment_return_row_direction_known CHECK (direction IN ('DEBIT', 'CREDIT')),
  CONSTRAINT payment_return_row_rejected_has_code CHECK (outcome <> 'REJECTED' OR code IS NOT NULL)
);
ALTER TABLE disbursements.payment_return_row ALTER COLUMN applicant_id SET STATISTICS 0;
CREATE INDEX payment_return_row_by_order ON disbursements.payment_return_row (payment_order_id, outcome) WHERE payment_order_id IS NOT NULL;
COMMENT ON TABLE disbursements.payment_return_row IS 'Zeile einer Rückmeldung der Kasse und was aus ihr wurde. Nur anfügen.';

INSERT INTO disbursements.payment_return_row (payment_return_id, line, payment_order_id, applicant_id, order_number, outcome, code, amount_cents, expected_cents,
  value_date, document_number, direction)
SELECT p.id, r.line, o.id, o.applicant_id, r."orderNumber", r.outcome, r.code, CASE WHEN r.outcome <> 'REJECTED' THEN o.amount_cents END, o.amount_cents,
  CASE WHEN r.outcome <> 'REJECTED' THEN o.value_date END, CASE WHEN r.outcome <> 'REJECTED' THEN coalesce(o.document_number, '') ELSE '' END,
  CASE WHEN r.outcome = 'FAILED' THEN 'CREDIT' ELSE 'DEBIT' END
FROM disbursements.payment_return p
CROSS JOIN LATERAL jsonb_to_recordset(p.rows) AS r (line integer, "orderNumber" text, outcome text, code text)
LEFT JOIN disbursements.payment_order o ON o.order_number = r."orderNumber";
ALTER TABLE disbursements.payment_return DISABLE TRIGGER payment_return_append_only;
UPDATE disbursements.payment_return p SET totals = coalesce((SELECT jsonb_agg(jsonb_build_object('outcome', x.outcome, 'count', x.count, 'amountCents', x.cents) ORDER BY x.outcome)
  FROM (SELECT r.outcome, count(*) AS count, coalesce(sum(r.amount_cents), 0) AS cents FROM disbursements.payment_return_row r WHERE r.payment_return_id = p.id GROUP BY r.outcome) x), '[]');
ALTER TABLE disbursements.payment_return ENABLE TRIGGER payment_return_append_only;

CREATE TABLE disbursements.repayment (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  payment_order_id uuid NOT NULL REFERENCES disbursements.payment_order,
  applicant_id uuid NOT NULL REFERENCES programme.applicant,
  payment_return_id uuid NOT NULL REFERENCES disbursements.payment_return DEFERRABLE INITIALLY DEFERRED,
  line integer NOT NULL,
  kind text NOT NULL,
  amount_cents bigint NOT NULL,
  value_date date NOT NULL,
  document_number text NOT NULL,
  reason text,
  booked_at timestamptz NOT NULL DEFAULT platform.now(),
  booked_by_account_id uuid NOT NULL DEFAULT identity.session_account(),
  CONSTRAINT repayment_amount_positive CHECK (amount_cents > 0),
  CONSTRAINT repayment_kind_known CHECK (kind IN ('RETURNED', 'REPAID')),
  CONSTRAINT repayment_once UNIQUE (payment_order_id, document_number, value_date, amount_cents)
);
ALTER TABLE disbursements.repayment ALTER COLUMN applicant_id SET STATISTICS 0;
COMMENT ON TABLE disbursements.repayment IS 'Geld, das nach der Auszahlung zurückkam: Rückläufer oder Rückzahlung. Nie mehr, als gezahlt wurde.';

CREATE FUNCTION disbursements.guard_repayment() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE paid bigint; repaid bigint;
BEGIN
  SELECT o.amount_cents INTO paid FROM disbursements.payment_order o WHERE o.id = NEW.payment_order_id AND o.state = 'PAID' FOR UPDATE;
  SELECT coalesce(sum(r.amount_cents), 0) INTO repaid FROM disbursements.repayment r WHERE r.payment_order_id = NEW.payment_order_id;
  IF paid IS NULL OR repaid + NEW.amount_cents > paid THEN
    RAISE EXCEPTION 'more would come back than was paid' USING ERRCODE = '23514', CONSTRAINT = 'repayment_within_paid';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER repayment_guard BEFORE INSERT ON disbursements.repayment FOR EACH ROW EXECUTE FUNCTION disbursements.guard_repayment();

CREATE TABLE disbursements.payment_discrepancy (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  programme_id uuid NOT NULL REFERENCES programme.programme,
  kind text NOT NULL,
  state text NOT NULL DEFAULT 'OPEN',
  payment_return_id uuid REFERENCES disbursements.payment_return DEFERRABLE INITIALLY DEFERRED,
  line integer,
  payment_order_id uuid REFERENCES disbursements.payment_order,
  order_number text NOT NULL,
  code text,
  detail text NOT NULL DEFAULT '',
  expected_cents bigint,
  actual_cents bigint,
  value_date date,
  document_number text NOT NULL DEFAULT '',
  fingerprint text NOT NULL,
  opened_at timestamptz NOT NULL DEFAULT platform.now(),
  opened_by_account_id uuid NOT NULL DEFAULT identity.session_account(),
  opened_by_person_id uuid NOT NULL DEFAULT identity.session_person(),
  assigned_to uuid REFERENCES identity.account,
  assigned_person_id uuid,
  assigned_at timestamptz,
  note text,
  document_reference text,
  resolution text,
  settled_at timestamptz,
  settled_by_account_id uuid,
  settled_by_person_id uuid,
  updated_at timestamptz NOT NULL DEFAULT platform.now(),
  version integer NOT NULL DEFAULT 1,
  CONSTRAINT payment_discrepancy_kind_known CHECK (kind IN ('UNKNOWN_ORDER', 'DIFFERENT_AMOUNT', 'ALREADY_PAID', 'NOT_EXPORTED', 'DIFFERENT_YEAR',
    'UNMATCHED_REPAYMENT', 'OVERPAID_REPAYMENT', 'REGISTER_UNKNOWN', 'RECONCILIATION')),
  CONSTRAINT payment_discrepancy_assigned_complete CHECK ((assigned_to IS NULL) = (assigned_person_id IS NULL) AND (state <> 'ASSIGNED' OR assigned_to IS NOT NULL)),
  CONSTRAINT payment_discrepancy_settled_complete CHECK ((state IN ('RESOLVED', 'WAIVED')) = (settled_at IS NOT NULL) AND (settled_at IS NULL) = (resolution IS NULL)),
  CONSTRAINT payment_discrepancy_waived_by_other_person CHECK (state <> 'WAIVED' OR (settled_by_person_id IS NOT NULL AND settled_by_person_id <> opened_by_person_id
    AND settled_by_person_id IS DISTINCT FROM assigned_person_id))
);
CREATE UNIQUE INDEX payment_discrepancy_open_once ON disbursements.payment_discrepancy (programme_id, fingerprint) WHERE state IN ('OPEN', 'ASSIGNED');
CREATE INDEX payment_discrepancy_by_fingerprint ON disbursements.payment_discrepancy (fingerprint, opened_at DESC);
CREATE INDEX payment_discrepancy_by_state ON disbursements.payment_discrepancy (state, opened_at DESC, id);
CREATE INDEX payment_discrepancy_by_number ON disbursements.payment_discrepancy (order_number) WHERE state IN ('OPEN', 'ASSIGNED');
CREATE INDEX payment_discrepancy_by_order ON disbursements.payment_discrepancy (payment_order_id) WHERE payment_order_id IS NOT NULL;
COMMENT ON TABLE disbursements.payment_discrepancy IS 'Klärungsfall: was die Kasse meldet oder der Abgleich findet und nicht zur Akte passt. Auf sich beruhen lässt es nur eine andere Person.';
ALTER TABLE disbursements.payment_return_row ADD CONSTRAINT payment_return_row_discrepancy_id_fkey
  FOREIGN KEY (discrepancy_id) REFERENCES disbursements.payment_discrepancy DEFERRABLE INITIALLY DEFERRED;

CREATE TABLE disbursements.payment_reconciliation (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  checked_on date NOT NULL DEFAULT platform.today(),
  checked_at timestamptz NOT NULL DEFAULT platform.now(),
  ok boolean NOT NULL,
  legs jsonb NOT NULL,
  difference_count integer NOT NULL,
  differences jsonb NOT NULL,
  open_items jsonb NOT NULL,
  CONSTRAINT payment_reconciliation_once_a_day UNIQUE (checked_on),
  CONSTRAINT payment_reconciliation_ok_without_difference CHECK (ok = (difference_count = 0))
);
COMMENT ON TABLE disbursements.payment_reconciliation IS 'Nächtlicher Abgleich von Akte, Kontobuch, Zahlungsläufen und Rückmeldungen; auch der ohne Befund.';

ALTER TABLE disbursements.instalment ADD COLUMN failed_request_id uuid REFERENCES disbursements.disbursement_request;
COMMENT ON COLUMN disbursements.instalment.failed_request_id IS 'Der Mittelabruf dieser Rate, der zurücklief; an seine Stelle tritt ein neuer.';
SELECT platform.bind_to_parent('disbursements.instalment', 'failed_request_id', 'disbursements.disbursement_request');

CREATE FUNCTION disbursements.handler_person(wanted_account uuid) RETURNS uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
  SELECT a.person_id FROM identity.account a WHERE a.id = wanted_account AND a.active AND (SELECT identity.session_is_staff())
    AND EXISTS (SELECT 1 FROM identity.role_grant g WHERE g.account_id = a.id AND g.role IN ('BUDGET_OFFICER', 'PAYMENT_ORDERER')
      AND platform.now() >= g.valid_from AND platform.now() < g.valid_to)
$$;
COMMENT ON FUNCTION disbursements.handler_person(uuid) IS 'Person eines Kontos, das Klärungsfälle bearbeiten darf; leer, wenn es das nicht darf.';

CREATE TRIGGER payment_return_row_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON disbursements.payment_return_row FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();
CREATE TRIGGER repayment_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON disbursements.repayment FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();
CREATE TRIGGER payment_reconciliation_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON disbursements.payment_reconciliation FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();
CREATE TRIGGER payment_discrepancy_transition BEFORE INSERT OR UPDATE OF state ON disbursements.payment_discrepancy FOR EACH ROW EXECUTE FUNCTION platform.guard_transition('payment_discrepancy');
CREATE TRIGGER payment_discrepancy_version BEFORE UPDATE ON disbursements.payment_discrepancy FOR EACH ROW EXECUTE FUNCTION platform.guard_version();
INSERT INTO platform.transition (machine, from_state, to_state) VALUES ('payment_discrepancy', '', 'OPEN'), ('payment_discrepancy', 'OPEN', 'ASSIGNED'),
  ('payment_discrepancy', 'OPEN', 'RESOLVED'), ('payment_discrepancy', 'OPEN', 'WAIVED'), ('payment_discrepancy', 'ASSIGNED', 'RESOLVED'), ('payment_discrepancy', 'ASSIGNED', 'WAIVED');

SELECT platform.protect_tenant('disbursements.repayment'::regclass);
SELECT platform.leave_to_authority('disbursements.repayment'::regclass);
SELECT platform.bind_to_parent('disbursements.repayment', 'payment_order_id', 'disbursements.payment_order');
SELECT platform.protect_tenant(t, true) FROM unnest(ARRAY['disbursements.payment_return_row', 'disbursements.payment_discrepancy', 'disbursements.payment_reconciliation']::regclass[]) t;

GRANT EXECUTE ON FUNCTION disbursements.handler_person(uuid) TO wir_app;
GRANT INSERT (format, totals) ON disbursements.payment_return TO wir_app;
GRANT SELECT ON disbursements.payment_return_row, disbursements.repayment, disbursements.payment_discrepancy, disbursements.payment_reconciliation TO wir_app;
GRANT INSERT (payment_return_id, line, payment_order_id, applicant_id, order_number, outcome, code, amount_cents, expected_cents, value_date, document_number, direction, discrepancy_id)
  ON disbursements.payment_return_row TO wir_app;
GRANT INSERT (id, payment_order_id, applicant_id, payment_return_id, line, kind, amount_cents, value_date, document_number, reason) ON disbursements.repayment TO wir_app;
GRANT INSERT (id, programme_id, kind, payment_return_id, line, payment_order_id, order_number, code, detail, expected_cents, actual_cents, value_date, document_number, fingerprint)
  ON disbursements.payment_discrepancy TO wir_app;
GRANT UPDATE (state, assigned_to, assigned_person_id, assigned_at, note, document_reference, resolution, settled_at, settled_by_account_id, settled_by_person_id, version)
  ON disbursements.payment_discrepancy TO wir_app;
GRANT INSERT (ok, legs, difference_count, differences, open_items) ON disbursements.payment_reconciliation TO wir_app;
GRANT UPDATE (failed_request_id) ON disbursements.instalment TO wir_app;
`;

const DOWN = `
DROP POLICY failed_request_id_of_same_tenant ON disbursements.instalment;
DROP POLICY failed_request_id_stays_with_tenant ON disbursements.instalment;
ALTER TABLE disbursements.instalment DROP COLUMN failed_request_id;
DROP TABLE disbursements.payment_reconciliation, disbursements.repayment, disbursements.payment_return_row, disbursements.payment_discrepancy;
DROP FUNCTION disbursements.guard_repayment(), disbursements.handler_person(uuid);
ALTER TABLE disbursements.payment_return DROP COLUMN format, DROP COLUMN totals;
DELETE FROM platform.transition WHERE machine = 'payment_discrepancy';
`;

export class PaymentReturns1795305604500 implements MigrationInterface {
  name = 'PaymentReturns1795305604500';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(UP);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(DOWN);
  }
}
