import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What stands between a request and its payment besides the award: blocks, limits of the orderers, the day's hold after bank
 * data changed, and in a provisional year the legal ground. The database refuses an order or an export that ignores them.
 */
const UP = `
CREATE TABLE disbursements.payment_block (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  programme_id uuid NOT NULL REFERENCES programme.programme,
  applicant_id uuid NOT NULL REFERENCES programme.applicant,
  award_id uuid REFERENCES decisions.award,
  reason_code text NOT NULL,
  reason text NOT NULL,
  ends_on date,
  state text NOT NULL DEFAULT 'ACTIVE',
  set_at timestamptz NOT NULL DEFAULT platform.now(),
  set_by_person_id uuid NOT NULL DEFAULT identity.session_person(),
  set_by_account_id uuid NOT NULL DEFAULT identity.session_account(),
  lifted_at timestamptz,
  lifted_by_person_id uuid,
  lifted_by_account_id uuid,
  lift_reason text,
  updated_at timestamptz NOT NULL DEFAULT platform.now(),
  version integer NOT NULL DEFAULT 1,
  CONSTRAINT payment_block_reason_known CHECK (reason_code IN ('PROOF_OVERDUE', 'APPEAL', 'BANK_DATA_UNCONFIRMED', 'NO_DECLARATION', 'VACANCY_CLARIFICATION',
    'HAUSHALTSSPERRE', 'MANUAL')),
  CONSTRAINT payment_block_lifted_complete CHECK ((state = 'LIFTED') = (lifted_at IS NOT NULL) AND (state = 'LIFTED') = (lift_reason IS NOT NULL)),
  CONSTRAINT payment_block_lifted_by_other_person CHECK (lifted_by_person_id <> set_by_person_id)
);
CREATE INDEX payment_block_active ON disbursements.payment_block (applicant_id) WHERE state = 'ACTIVE';
CREATE INDEX payment_block_by_state ON disbursements.payment_block (state, set_at DESC, id);
COMMENT ON TABLE disbursements.payment_block IS 'Zahlungssperre mit Grund und Ende; aufgehoben nur von einer anderen Person.';
SELECT platform.protect_tenant('disbursements.payment_block'::regclass);
ALTER TABLE disbursements.payment_block ALTER COLUMN applicant_id SET STATISTICS 0;
SELECT platform.leave_to_authority('disbursements.payment_block'::regclass);
SELECT platform.bind_to_parent('disbursements.payment_block', 'award_id', 'decisions.award');
CREATE POLICY changed_by_authority ON disbursements.payment_block AS RESTRICTIVE FOR UPDATE TO wir_app USING ((SELECT identity.session_is_staff()));
CREATE TRIGGER payment_block_transition BEFORE INSERT OR UPDATE OF state ON disbursements.payment_block FOR EACH ROW EXECUTE FUNCTION platform.guard_transition('payment_block');
CREATE TRIGGER payment_block_version BEFORE UPDATE ON disbursements.payment_block FOR EACH ROW EXECUTE FUNCTION platform.guard_version();
INSERT INTO platform.transition (machine, from_state, to_state) VALUES ('payment_block', '', 'ACTIVE'), ('payment_block', 'ACTIVE', 'LIFTED');

CREATE TABLE disbursements.order_limit (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  account_id uuid NOT NULL REFERENCES identity.account,
  max_cents bigint NOT NULL,
  valid_from date NOT NULL,
  valid_to date NOT NULL DEFAULT 'infinity',
  reason text NOT NULL,
  set_at timestamptz NOT NULL DEFAULT platform.now(),
  set_by_account_id uuid NOT NULL DEFAULT identity.session_account(),
  version integer NOT NULL DEFAULT 1,
  CONSTRAINT order_limit_positive CHECK (max_cents > 0 AND max_cents <= 1000000000000),
  CONSTRAINT order_limit_period CHECK (valid_from < valid_to),
  CONSTRAINT order_limit_not_for_oneself CHECK (account_id <> set_by_account_id),
  CONSTRAINT order_limit_once_at_a_time EXCLUDE USING gist (account_id WITH =, daterange(valid_from, valid_to) WITH &&)
);
COMMENT ON TABLE disbursements.order_limit IS 'Anordnungsgrenze einer Person, taggenau [von, bis); ohne Zeile gibt es keine.';
SELECT platform.protect_tenant('disbursements.order_limit'::regclass, true);

CREATE TABLE disbursements.legal_ground (
  award_id uuid NOT NULL REFERENCES decisions.award,
  year integer NOT NULL,
  reason text NOT NULL,
  recorded_at timestamptz NOT NULL DEFAULT platform.now(),
  recorded_by_account_id uuid NOT NULL DEFAULT identity.session_account(),
  PRIMARY KEY (award_id, year)
);
COMMENT ON TABLE disbursements.legal_ground IS 'Rechtliche Verpflichtung, aus der in der vorläufigen Haushaltsführung gezahlt werden darf (Art. 140 HV).';
CREATE TRIGGER legal_ground_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON disbursements.legal_ground FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();
SELECT platform.protect_tenant('disbursements.legal_ground'::regclass, true);

ALTER TABLE disbursements.bank_account ADD COLUMN hold_until timestamptz;
COMMENT ON COLUMN disbursements.bank_account.hold_until IS 'Nach einem Wechsel der Bankverbindung wird einen Tag lang nichts darauf gezahlt.';

CREATE FUNCTION disbursements.is_blocked(wanted_applicant uuid, wanted_award uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
  SELECT EXISTS (SELECT 1 FROM disbursements.payment_block b WHERE b.applicant_id = wanted_applicant AND b.state = 'ACTIVE'
    AND coalesce(identity.session_applicant() = wanted_applicant, true)
    AND (b.award_id IS NULL OR b.award_id = wanted_award) AND (b.ends_on IS NULL OR b.ends_on >= platform.today()))
$$;

CREATE FUNCTION disbursements.guard_order() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE year_state text; day_limit bigint;
BEGIN
  IF TG_OP = 'UPDATE' AND NOT (OLD.state = 'ORDERED' AND NEW.state = 'EXPORTED') THEN RETURN NEW; END IF;
  IF disbursements.is_blocked(NEW.applicant_id, NEW.award_id) THEN
    RAISE EXCEPTION 'payouts are blocked' USING ERRCODE = '23514', CONSTRAINT = 'payment_order_not_blocked';
  END IF;
  IF TG_OP = 'UPDATE' THEN
    IF EXISTS (SELECT 1 FROM disbursements.bank_account b WHERE b.id = NEW.bank_account_id AND b.hold_until > platform.now()) THEN
      RAISE EXCEPTION 'the account is on hold' USING ERRCODE = '23514', CONSTRAINT = 'payment_order_account_not_on_hold';
    END IF;
    RETURN NEW;
  END IF;
  SELECT y.state INTO year_state FROM budget.budget_year y WHERE y.programme_id = NEW.programme_id AND y.year = NEW.year;
  IF year_state = 'PROVISIONAL'
    AND NOT EXISTS (SELECT 1 FROM decisions.notice n WHERE n.award_id = NEW.award_id AND n.deemed_notified_on < make_date(NEW.year, 1, 1))
    AND NOT EXISTS (SELECT 1 FROM disbursements.legal_ground g WHERE g.award_id = NEW.award_id AND g.year = NEW.year) THEN
    RAISE EXCEPTION 'a provisional year pays old duties only' USING ERRCODE = '23514', CONSTRAINT = 'payment_order_year_pays_it';
  END IF;
  SELECT min(l.max_cents) INTO day_limit FROM disbursements.order_limit l WHERE l.account_id = NEW.ordered_by_account_id
    AND platform.today() >= l.valid_from AND platform.today() < l.valid_to;
  IF NEW.amount_cents > day_limit THEN
    RAISE EXCEPTION 'above the limit of the orderer' USING ERRCODE = '23514', CONSTRAINT = 'payment_order_within_limit';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER payment_order_guard BEFORE INSERT OR UPDATE OF state ON disbursements.payment_order FOR EACH ROW EXECUTE FUNCTION disbursements.guard_order();

GRANT EXECUTE ON FUNCTION disbursements.is_blocked(uuid, uuid) TO wir_app;
GRANT SELECT ON disbursements.payment_block, disbursements.order_limit, disbursements.legal_ground TO wir_app;
GRANT INSERT (id, programme_id, applicant_id, award_id, reason_code, reason, ends_on) ON disbursements.payment_block TO wir_app;
GRANT UPDATE (state, lifted_at, lifted_by_person_id, lifted_by_account_id, lift_reason, version) ON disbursements.payment_block TO wir_app;
GRANT INSERT (id, account_id, max_cents, valid_from, valid_to, reason) ON disbursements.order_limit TO wir_app;
GRANT UPDATE (valid_to, version) ON disbursements.order_limit TO wir_app;
GRANT INSERT (award_id, year, reason) ON disbursements.legal_ground TO wir_app;
`;

const DOWN = `
DROP TRIGGER payment_order_guard ON disbursements.payment_order;
DROP FUNCTION disbursements.guard_order(), disbursements.is_blocked(uuid, uuid);
DROP TABLE disbursements.legal_ground, disbursements.order_limit, disbursements.payment_block;
ALTER TABLE disbursements.bank_account DROP COLUMN hold_until;
DELETE FROM platform.transition WHERE machine = 'payment_block';
`;

export class PaymentChain1795305604300 implements MigrationInterface {
  name = 'PaymentChain1795305604300';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(UP);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(DOWN);
  }
}
