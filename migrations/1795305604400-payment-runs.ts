import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A run is frozen by one person and released by another; its lines stay as they were frozen. Between both it may be taken
 * back. What the register outside the database tells after a restore is adopted or acknowledged, row by row.
 */
const UP = `
DROP TRIGGER payment_run_append_only ON disbursements.payment_run;
ALTER TABLE disbursements.payment_run
  ADD COLUMN created_by_person_id uuid,
  ADD COLUMN created_for_person_id uuid,
  ADD COLUMN release text NOT NULL DEFAULT 'SECOND_PERSON',
  ADD COLUMN export_payer jsonb NOT NULL DEFAULT '{}',
  ADD COLUMN released_at timestamptz,
  ADD COLUMN released_by_account_id uuid,
  ADD COLUMN released_by_person_id uuid,
  ADD COLUMN released_for_person_id uuid,
  ADD COLUMN release_shown jsonb,
  ADD COLUMN exported_at timestamptz,
  ADD COLUMN taken_back_at timestamptz,
  ADD COLUMN taken_back_by_account_id uuid,
  ADD COLUMN taken_back_by_person_id uuid,
  ADD COLUMN taken_back_reason text,
  ADD COLUMN updated_at timestamptz NOT NULL DEFAULT platform.now();
UPDATE disbursements.payment_run r SET release = 'ONE_STEP', released_at = r.created_at, released_by_account_id = r.created_by_account_id, exported_at = r.created_at,
  created_by_person_id = a.person_id, released_by_person_id = a.person_id FROM identity.account a WHERE a.id = r.created_by_account_id;
ALTER TABLE disbursements.payment_run
  ALTER COLUMN created_by_person_id SET DEFAULT identity.session_person(),
  ALTER COLUMN created_by_person_id SET NOT NULL,
  ALTER COLUMN state SET DEFAULT 'FROZEN',
  ALTER COLUMN files SET DEFAULT '[]',
  ADD CONSTRAINT payment_run_release_known CHECK (release IN ('SECOND_PERSON', 'ONE_STEP', 'REGISTER')),
  ADD CONSTRAINT payment_run_released_by_other_person CHECK (release <> 'SECOND_PERSON'
    OR (released_by_person_id <> created_by_person_id AND released_by_person_id IS DISTINCT FROM created_for_person_id AND released_for_person_id IS DISTINCT FROM created_by_person_id)
    OR released_by_person_id IS NULL),
  ADD CONSTRAINT payment_run_exported_complete CHECK (state NOT IN ('EXPORTING', 'EXPORTED') OR (released_by_person_id IS NOT NULL AND released_at IS NOT NULL)),
  ADD CONSTRAINT payment_run_files_after_release CHECK ((state IN ('EXPORTING', 'EXPORTED') OR files = '[]') AND (state NOT IN ('EXPORTING', 'EXPORTED') OR release = 'REGISTER' OR files <> '[]')),
  ADD CONSTRAINT payment_run_taken_back_complete CHECK ((state = 'TAKEN_BACK') = (taken_back_at IS NOT NULL) AND (state = 'TAKEN_BACK') = (taken_back_reason IS NOT NULL));
CREATE INDEX payment_run_unfinished ON disbursements.payment_run (state) WHERE state IN ('FROZEN', 'EXPORTING');
COMMENT ON COLUMN disbursements.payment_run.export_payer IS 'Auftraggeber, wie er beim Einfrieren eingestellt war: die Dateien lassen sich Byte für Byte wieder herstellen.';
COMMENT ON COLUMN disbursements.payment_run.release IS 'Wie freigegeben wird: durch eine zweite Person, in einem Schritt (Demo), oder nach dem Register übernommen.';

CREATE TRIGGER payment_run_kept BEFORE DELETE OR TRUNCATE ON disbursements.payment_run FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();
CREATE FUNCTION disbursements.keep_frozen_run() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND ROW(NEW.id, NEW.programme_id, NEW.run_number, NEW.order_count, NEW.sum_cents, NEW.checksum, NEW.export_payer, NEW.created_at,
      NEW.created_by_account_id, NEW.created_by_person_id, NEW.created_for_person_id)
    IS DISTINCT FROM ROW(OLD.id, OLD.programme_id, OLD.run_number, OLD.order_count, OLD.sum_cents, OLD.checksum, OLD.export_payer, OLD.created_at,
      OLD.created_by_account_id, OLD.created_by_person_id, OLD.created_for_person_id)
    OR TG_OP = 'UPDATE' AND (OLD.state IN ('EXPORTED', 'TAKEN_BACK') OR OLD.state = 'EXPORTING' AND ROW(NEW.files, NEW.released_at, NEW.released_by_person_id, NEW.release_shown)
      IS DISTINCT FROM ROW(OLD.files, OLD.released_at, OLD.released_by_person_id, OLD.release_shown)) THEN
    RAISE EXCEPTION 'a frozen run stays as it is' USING ERRCODE = '42501';
  END IF;
  IF NEW.release = 'REGISTER' AND (TG_OP = 'INSERT' OR OLD.release <> 'REGISTER') THEN PERFORM identity.demand_role('BUDGET_OFFICER');
  ELSIF TG_OP = 'UPDATE' AND NEW.release <> OLD.release THEN RAISE EXCEPTION 'the way of release is fixed' USING ERRCODE = '42501';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER payment_run_stays_frozen BEFORE INSERT OR UPDATE ON disbursements.payment_run FOR EACH ROW EXECUTE FUNCTION disbursements.keep_frozen_run();
CREATE TRIGGER payment_run_transition BEFORE INSERT OR UPDATE OF state ON disbursements.payment_run FOR EACH ROW EXECUTE FUNCTION platform.guard_transition('payment_run');
CREATE TRIGGER payment_run_version BEFORE UPDATE ON disbursements.payment_run FOR EACH ROW EXECUTE FUNCTION platform.guard_version();
INSERT INTO platform.transition (machine, from_state, to_state) VALUES
  ('payment_run', '', 'FROZEN'), ('payment_run', 'FROZEN', 'EXPORTING'), ('payment_run', 'EXPORTING', 'EXPORTED'), ('payment_run', 'FROZEN', 'TAKEN_BACK');

CREATE TABLE disbursements.payment_run_line (
  payment_run_id uuid NOT NULL REFERENCES disbursements.payment_run,
  position integer NOT NULL,
  payment_order_id uuid NOT NULL REFERENCES disbursements.payment_order,
  order_number text NOT NULL,
  applicant_id uuid NOT NULL REFERENCES programme.applicant,
  award_id uuid NOT NULL REFERENCES decisions.award,
  case_number text NOT NULL,
  year integer NOT NULL,
  amount_cents bigint NOT NULL,
  iban text NOT NULL,
  account_holder text NOT NULL,
  remittance_text text NOT NULL,
  due_on date NOT NULL,
  approval jsonb NOT NULL DEFAULT '{}',
  written_at timestamptz NOT NULL DEFAULT platform.now(),
  PRIMARY KEY (payment_run_id, position),
  CONSTRAINT payment_run_line_order_once UNIQUE (payment_run_id, payment_order_id),
  CONSTRAINT payment_run_line_position_counts CHECK (position > 0),
  CONSTRAINT payment_run_line_amount_positive CHECK (amount_cents > 0)
);
CREATE INDEX payment_run_line_by_order ON disbursements.payment_run_line (payment_order_id);
ALTER TABLE disbursements.payment_run_line ALTER COLUMN applicant_id SET STATISTICS 0;
COMMENT ON TABLE disbursements.payment_run_line IS 'Zeilen eines Zahlungslaufs, wie sie eingefroren wurden; Grundlage aller Dateien und des Abgleichs.';
COMMENT ON COLUMN disbursements.payment_run_line.approval IS 'Wer geprüft und angeordnet hat, mit Namen, Zeit und Vertretung, für die Kassenanordnung.';
INSERT INTO disbursements.payment_run_line (payment_run_id, position, payment_order_id, order_number, applicant_id, award_id, case_number, year, amount_cents, iban,
  account_holder, remittance_text, due_on)
SELECT o.payment_run_id, row_number() OVER (PARTITION BY o.payment_run_id ORDER BY o.order_number), o.id, o.order_number, o.applicant_id, o.award_id, a.case_number, o.year,
  o.amount_cents, o.iban, o.account_holder, o.remittance_text, o.due_on
FROM disbursements.payment_order o JOIN decisions.award w ON w.id = o.award_id JOIN applications.application a ON a.id = w.application_id WHERE o.payment_run_id IS NOT NULL;
CREATE TRIGGER payment_run_line_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON disbursements.payment_run_line FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();
SELECT platform.protect_tenant('disbursements.payment_run_line'::regclass, true);

CREATE FUNCTION disbursements.guard_run_line() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM disbursements.payment_order o JOIN disbursements.payment_run r ON r.id = o.payment_run_id
    WHERE o.id = NEW.payment_order_id AND r.id = NEW.payment_run_id AND r.state = 'FROZEN' AND o.amount_cents = NEW.amount_cents AND o.iban = NEW.iban
      AND o.order_number = NEW.order_number AND o.applicant_id = NEW.applicant_id AND o.award_id = NEW.award_id AND o.year = NEW.year) THEN
    RAISE EXCEPTION 'a line shows an order of its own run' USING ERRCODE = '23514', CONSTRAINT = 'payment_run_line_of_own_order';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER payment_run_line_guard BEFORE INSERT ON disbursements.payment_run_line FOR EACH ROW EXECUTE FUNCTION disbursements.guard_run_line();

ALTER TABLE disbursements.payment_order ADD CONSTRAINT payment_order_not_cancelled_in_run CHECK (state <> 'CANCELLED' OR payment_run_id IS NULL);
CREATE FUNCTION disbursements.guard_run_of_order() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE old_run text; new_run text;
BEGIN
  SELECT r.state INTO old_run FROM disbursements.payment_run r WHERE r.id = OLD.payment_run_id;
  IF NEW.payment_run_id IS DISTINCT FROM OLD.payment_run_id THEN
    SELECT r.state INTO new_run FROM disbursements.payment_run r WHERE r.id = NEW.payment_run_id;
    IF old_run <> 'TAKEN_BACK' THEN
      RAISE EXCEPTION 'the order is in a run' USING ERRCODE = '23514', CONSTRAINT = 'payment_order_one_live_run';
    END IF;
    IF NEW.payment_run_id IS NOT NULL AND (new_run IS DISTINCT FROM 'FROZEN' OR NEW.state <> 'ORDERED') THEN
      RAISE EXCEPTION 'an order joins a run that is being frozen' USING ERRCODE = '23514', CONSTRAINT = 'payment_order_joins_frozen_run';
    END IF;
  END IF;
  IF OLD.state = 'ORDERED' AND NEW.state = 'EXPORTED' AND old_run IS DISTINCT FROM 'EXPORTING' THEN
    RAISE EXCEPTION 'an order leaves with its released run' USING ERRCODE = '23514', CONSTRAINT = 'payment_order_leaves_with_run';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER payment_order_run_guard BEFORE UPDATE OF state, payment_run_id ON disbursements.payment_order FOR EACH ROW EXECUTE FUNCTION disbursements.guard_run_of_order();

DROP TRIGGER payment_order_guard ON disbursements.payment_order;
CREATE TRIGGER payment_order_guard BEFORE INSERT ON disbursements.payment_order FOR EACH ROW EXECUTE FUNCTION disbursements.guard_order();
-- What the cash office paid long ago cannot be held back any more; only the register's adoption may say so.
CREATE FUNCTION disbursements.guard_export() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM disbursements.payment_run r WHERE r.id = NEW.payment_run_id AND r.release = 'REGISTER') THEN RETURN NEW; END IF;
  IF disbursements.is_blocked(NEW.applicant_id, NEW.award_id) THEN
    RAISE EXCEPTION 'payouts are blocked' USING ERRCODE = '23514', CONSTRAINT = 'payment_order_not_blocked';
  END IF;
  IF EXISTS (SELECT 1 FROM disbursements.bank_account b WHERE b.id = NEW.bank_account_id AND b.hold_until > platform.now()) THEN
    RAISE EXCEPTION 'the account is on hold' USING ERRCODE = '23514', CONSTRAINT = 'payment_order_account_not_on_hold';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER payment_order_export_guard BEFORE UPDATE OF payment_run_id ON disbursements.payment_order FOR EACH ROW
  WHEN (NEW.payment_run_id IS NOT NULL AND NEW.payment_run_id IS DISTINCT FROM OLD.payment_run_id) EXECUTE FUNCTION disbursements.guard_export();
-- The export itself is asked when the run is released: what is EXPORTING has its files and may be on its way.
CREATE FUNCTION disbursements.guard_release() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
  IF NEW.release <> 'REGISTER' AND EXISTS (SELECT 1 FROM disbursements.payment_order o WHERE o.payment_run_id = NEW.id AND disbursements.is_blocked(o.applicant_id, o.award_id)) THEN
    RAISE EXCEPTION 'payouts are blocked' USING ERRCODE = '23514', CONSTRAINT = 'payment_order_not_blocked';
  END IF;
  IF NEW.release <> 'REGISTER' AND EXISTS (SELECT 1 FROM disbursements.payment_order o JOIN disbursements.bank_account b ON b.id = o.bank_account_id
    WHERE o.payment_run_id = NEW.id AND b.hold_until > platform.now()) THEN
    RAISE EXCEPTION 'the account is on hold' USING ERRCODE = '23514', CONSTRAINT = 'payment_order_account_not_on_hold';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER payment_run_release_guard BEFORE UPDATE OF state ON disbursements.payment_run FOR EACH ROW
  WHEN (OLD.state = 'FROZEN' AND NEW.state = 'EXPORTING') EXECUTE FUNCTION disbursements.guard_release();

CREATE TABLE disbursements.register_acknowledgement (
  run_id uuid NOT NULL,
  run_number text NOT NULL,
  order_number text NOT NULL,
  amount_cents bigint NOT NULL,
  iban text NOT NULL,
  outcome text NOT NULL,
  acknowledged_at timestamptz NOT NULL DEFAULT platform.now(),
  acknowledged_by_account_id uuid NOT NULL DEFAULT identity.session_account(),
  PRIMARY KEY (run_id, order_number),
  CONSTRAINT register_acknowledgement_outcome_known CHECK (outcome IN ('ADOPTED', 'UNKNOWN_ORDER', 'DIFFERENT_AMOUNT', 'DIFFERENT_ACCOUNT', 'NOT_ORDERED', 'RUN_NUMBER_TAKEN'))
);
COMMENT ON TABLE disbursements.register_acknowledgement IS 'Zeilen des Registers der Ausgaben, die diese Datenbank nach einer Rücksicherung nicht kannte, und was aus ihnen wurde.';
CREATE TRIGGER register_acknowledgement_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON disbursements.register_acknowledgement FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();
SELECT platform.protect_tenant('disbursements.register_acknowledgement'::regclass, true);

CREATE FUNCTION platform.raise_number(wanted_series text, wanted_year integer, at_least bigint) RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
  PERFORM identity.demand_role('BUDGET_OFFICER');
  INSERT INTO platform.counter AS c (series, year, value) VALUES (wanted_series, wanted_year, at_least)
  ON CONFLICT (series, year) DO UPDATE SET value = greatest(c.value, at_least);
END $$;
COMMENT ON FUNCTION platform.raise_number(text, integer, bigint) IS 'Nach einer Rücksicherung: Nummern, die schon hinausgegangen sind, werden nicht noch einmal vergeben.';

GRANT SELECT ON disbursements.payment_run_line, disbursements.register_acknowledgement TO wir_app;
GRANT INSERT (payment_run_id, position, payment_order_id, order_number, applicant_id, award_id, case_number, year, amount_cents, iban, account_holder, remittance_text,
  due_on, approval) ON disbursements.payment_run_line TO wir_app;
GRANT INSERT (run_id, run_number, order_number, amount_cents, iban, outcome) ON disbursements.register_acknowledgement TO wir_app;
GRANT INSERT (created_for_person_id, release, export_payer) ON disbursements.payment_run TO wir_app;
GRANT UPDATE (state, release, files, released_at, released_by_account_id, released_by_person_id, released_for_person_id, release_shown, exported_at, taken_back_at,
  taken_back_by_account_id, taken_back_by_person_id, taken_back_reason, version) ON disbursements.payment_run TO wir_app;
GRANT EXECUTE ON FUNCTION platform.raise_number(text, integer, bigint) TO wir_app;
`;

const DOWN = `
DROP FUNCTION platform.raise_number(text, integer, bigint);
DROP TABLE disbursements.register_acknowledgement, disbursements.payment_run_line;
DROP TRIGGER payment_order_export_guard ON disbursements.payment_order;
DROP TRIGGER payment_order_run_guard ON disbursements.payment_order;
DROP TRIGGER payment_order_guard ON disbursements.payment_order;
CREATE TRIGGER payment_order_guard BEFORE INSERT OR UPDATE OF state ON disbursements.payment_order FOR EACH ROW EXECUTE FUNCTION disbursements.guard_order();
ALTER TABLE disbursements.payment_order DROP CONSTRAINT payment_order_not_cancelled_in_run;
DROP TRIGGER payment_run_release_guard ON disbursements.payment_run;
DROP TRIGGER payment_run_stays_frozen ON disbursements.payment_run;
DROP TRIGGER payment_run_transition ON disbursements.payment_run;
DROP TRIGGER payment_run_version ON disbursements.payment_run;
DROP TRIGGER payment_run_kept ON disbursements.payment_run;
DROP FUNCTION disbursements.guard_run_line(), disbursements.guard_run_of_order(), disbursements.guard_export(), disbursements.guard_release(), disbursements.keep_frozen_run();
DROP INDEX disbursements.payment_run_unfinished;
ALTER TABLE disbursements.payment_run
  DROP CONSTRAINT payment_run_release_known, DROP CONSTRAINT payment_run_released_by_other_person, DROP CONSTRAINT payment_run_exported_complete,
  DROP CONSTRAINT payment_run_files_after_release, DROP CONSTRAINT payment_run_taken_back_complete,
  ALTER COLUMN state SET DEFAULT 'EXPORTED', ALTER COLUMN files DROP DEFAULT,
  DROP COLUMN created_by_person_id, DROP COLUMN created_for_person_id, DROP COLUMN release, DROP COLUMN export_payer, DROP COLUMN released_at, DROP COLUMN released_by_account_id,
  DROP COLUMN released_by_person_id, DROP COLUMN released_for_person_id, DROP COLUMN release_shown, DROP COLUMN exported_at, DROP COLUMN taken_back_at,
  DROP COLUMN taken_back_by_account_id, DROP COLUMN taken_back_by_person_id, DROP COLUMN taken_back_reason, DROP COLUMN updated_at;
CREATE TRIGGER payment_run_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON disbursements.payment_run FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();
REVOKE UPDATE ON disbursements.payment_run FROM wir_app;
DELETE FROM platform.transition WHERE machine = 'payment_run';
`;

export class PaymentRuns1795305604400 implements MigrationInterface {
  name = 'PaymentRuns1795305604400';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(UP);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(DOWN);
  }
}
