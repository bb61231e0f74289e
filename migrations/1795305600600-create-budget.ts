import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Schema budget: the double-entry ledger. Balances live on the accounts and are changed by the trigger only. */
const UP = `
CREATE SCHEMA budget;
GRANT USAGE ON SCHEMA budget TO wir_app, wir_auditor;

CREATE TABLE budget.budget_year (
  programme_id uuid NOT NULL REFERENCES programme.programme,
  year integer NOT NULL,
  state text NOT NULL,
  updated_at timestamptz NOT NULL DEFAULT platform.now(),
  version integer NOT NULL DEFAULT 1,
  PRIMARY KEY (programme_id, year),
  CONSTRAINT budget_year_state_known CHECK (state IN ('PLANNED', 'PROVISIONAL', 'OPEN', 'CASH_CLOSED', 'CLOSED'))
);
COMMENT ON TABLE budget.budget_year IS 'Haushaltsjahr. Sperrzeile: jede Buchung sperrt zuerst die betroffenen Jahre aufsteigend.';

CREATE TABLE budget.account (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  programme_id uuid NOT NULL,
  kind text NOT NULL,
  budget_year integer NOT NULL,
  due_year integer,
  award_id uuid,
  balance_cents bigint NOT NULL DEFAULT 0,
  CONSTRAINT account_kind_known CHECK (kind IN ('appropriation','free','locked','reserved','committed','ordered','paid','returned','lapsed','ve_authorised','ve_free','ve_used')),
  CONSTRAINT account_never_overdrawn CHECK (balance_cents >= 0 OR kind IN ('appropriation', 've_authorised')),
  CONSTRAINT account_source_never_positive CHECK (balance_cents <= 0 OR kind NOT IN ('appropriation', 've_authorised')),
  CONSTRAINT account_due_year_for_authorisations CHECK ((kind LIKE 've_%') = (due_year IS NOT NULL)),
  CONSTRAINT account_award_for_commitments CHECK ((kind = 'committed') = (award_id IS NOT NULL)),
  CONSTRAINT account_unique UNIQUE NULLS NOT DISTINCT (programme_id, kind, budget_year, due_year, award_id)
);
CREATE INDEX account_by_award ON budget.account (award_id) WHERE award_id IS NOT NULL;
COMMENT ON COLUMN budget.account.balance_cents IS 'Saldo in Cent, nur vom Buchungstrigger geändert; nie negativ außer bei der Quelle (Spiegel des Ansatzes).';

CREATE TABLE budget.transfer_rule (
  kind text PRIMARY KEY,
  from_kind text NOT NULL,
  to_kind text NOT NULL,
  year_states text[] NOT NULL
);
INSERT INTO budget.transfer_rule (kind, from_kind, to_kind, year_states) VALUES
  ('APPROPRIATE', 'appropriation', 'free', '{PLANNED,PROVISIONAL,OPEN}'),
  ('CUT', 'free', 'appropriation', '{PLANNED,PROVISIONAL,OPEN}'),
  ('LOCK', 'free', 'locked', '{PLANNED,PROVISIONAL,OPEN}'),
  ('UNLOCK', 'locked', 'free', '{PLANNED,PROVISIONAL,OPEN}'),
  ('RESERVE', 'free', 'reserved', '{PLANNED,PROVISIONAL,OPEN}'),
  ('RELEASE_RESERVATION', 'reserved', 'free', '{PLANNED,PROVISIONAL,OPEN,CASH_CLOSED}'),
  ('COMMIT', 'reserved', 'committed', '{PLANNED,PROVISIONAL,OPEN}'),
  ('RELEASE_COMMITMENT', 'committed', 'free', '{PLANNED,PROVISIONAL,OPEN,CASH_CLOSED}'),
  ('ORDER', 'committed', 'ordered', '{PROVISIONAL,OPEN}'),
  ('CANCEL_ORDER', 'ordered', 'committed', '{PROVISIONAL,OPEN,CASH_CLOSED}'),
  ('PAY', 'ordered', 'paid', '{PROVISIONAL,OPEN,CASH_CLOSED}'),
  ('FAIL', 'ordered', 'committed', '{PROVISIONAL,OPEN,CASH_CLOSED}'),
  ('RETURN', 'paid', 'returned', '{PROVISIONAL,OPEN,CASH_CLOSED}'),
  ('LAPSE', 'free', 'lapsed', '{OPEN,CASH_CLOSED}'),
  ('AUTHORISE', 've_authorised', 've_free', '{PLANNED,PROVISIONAL,OPEN}'),
  ('USE_VE', 've_free', 've_used', '{PROVISIONAL,OPEN}'),
  ('RELEASE_VE', 've_used', 've_free', '{PROVISIONAL,OPEN,CASH_CLOSED}');

CREATE TABLE budget.transfer (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  kind text NOT NULL REFERENCES budget.transfer_rule,
  from_account_id uuid NOT NULL REFERENCES budget.account,
  to_account_id uuid NOT NULL REFERENCES budget.account,
  amount_cents bigint NOT NULL,
  application_id uuid,
  award_id uuid,
  notice_id uuid,
  payment_order_id uuid,
  reason text,
  value_date date NOT NULL,
  command_key uuid NOT NULL,
  line smallint NOT NULL,
  reverses_id bigint UNIQUE REFERENCES budget.transfer,
  booked_at timestamptz NOT NULL DEFAULT platform.now(),
  booked_by uuid NOT NULL DEFAULT identity.session_account(),
  CONSTRAINT transfer_amount_positive CHECK (amount_cents > 0 AND amount_cents <= 1000000000000),
  CONSTRAINT transfer_moves_between_two_accounts CHECK (from_account_id <> to_account_id),
  CONSTRAINT transfer_booked_once UNIQUE (command_key, line)
);
CREATE INDEX transfer_by_from_account ON budget.transfer (from_account_id, booked_at);
CREATE INDEX transfer_by_to_account ON budget.transfer (to_account_id, booked_at);
CREATE INDEX transfer_by_application ON budget.transfer (application_id);
CREATE INDEX transfer_by_award ON budget.transfer (award_id);
CREATE INDEX transfer_by_order ON budget.transfer (payment_order_id);
CREATE UNIQUE INDEX transfer_order_once ON budget.transfer (payment_order_id) WHERE kind = 'ORDER';
CREATE UNIQUE INDEX transfer_pay_once ON budget.transfer (payment_order_id) WHERE kind = 'PAY';
COMMENT ON TABLE budget.transfer IS 'Haushaltsbuchung. Nur anfügen: Fehler werden durch Gegenbuchung berichtigt.';

CREATE FUNCTION budget.apply_transfer() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE source budget.account; target budget.account; rule budget.transfer_rule; state text;
BEGIN
  PERFORM 1 FROM budget.account WHERE id IN (NEW.from_account_id, NEW.to_account_id) ORDER BY id FOR UPDATE;
  SELECT * INTO STRICT source FROM budget.account WHERE id = NEW.from_account_id;
  SELECT * INTO STRICT target FROM budget.account WHERE id = NEW.to_account_id;
  SELECT * INTO STRICT rule FROM budget.transfer_rule r WHERE r.kind = NEW.kind;
  IF (source.kind, target.kind) IS DISTINCT FROM (rule.from_kind, rule.to_kind)
    OR (source.programme_id, source.budget_year, source.due_year) IS DISTINCT FROM (target.programme_id, target.budget_year, target.due_year)
    OR (coalesce(source.award_id, target.award_id) IS NOT NULL AND coalesce(source.award_id, target.award_id) IS DISTINCT FROM NEW.award_id) THEN
    RAISE EXCEPTION '% may not move from % to %', NEW.kind, source.kind, target.kind USING ERRCODE = '23514', CONSTRAINT = 'transfer_kind_fits_accounts';
  END IF;
  SELECT y.state INTO state FROM budget.budget_year y WHERE y.programme_id = source.programme_id AND y.year = source.budget_year;
  IF state IS NULL OR state <> ALL (rule.year_states) THEN
    RAISE EXCEPTION 'budget year % is %', source.budget_year, state USING ERRCODE = '23514', CONSTRAINT = 'transfer_year_accepts_bookings';
  END IF;
  UPDATE budget.account SET balance_cents = balance_cents - NEW.amount_cents WHERE id = source.id;
  UPDATE budget.account SET balance_cents = balance_cents + NEW.amount_cents WHERE id = target.id;
  RETURN NULL;
END $$;

CREATE FUNCTION budget.account_for(wanted_programme uuid, wanted_kind text, wanted_year integer, wanted_due integer, wanted_award uuid) RETURNS uuid
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE found uuid;
BEGIN
  SELECT id INTO found FROM budget.account a WHERE a.programme_id = wanted_programme AND a.kind = wanted_kind AND a.budget_year = wanted_year
    AND a.due_year IS NOT DISTINCT FROM wanted_due AND a.award_id IS NOT DISTINCT FROM wanted_award;
  IF found IS NULL THEN
    INSERT INTO budget.account (programme_id, kind, budget_year, due_year, award_id)
    VALUES (wanted_programme, wanted_kind, wanted_year, wanted_due, wanted_award) ON CONFLICT DO NOTHING RETURNING id INTO found;
    IF found IS NULL THEN
      SELECT id INTO found FROM budget.account a WHERE a.programme_id = wanted_programme AND a.kind = wanted_kind AND a.budget_year = wanted_year
        AND a.due_year IS NOT DISTINCT FROM wanted_due AND a.award_id IS NOT DISTINCT FROM wanted_award;
    END IF;
  END IF;
  RETURN found;
END $$;
COMMENT ON FUNCTION budget.account_for(uuid, text, integer, integer, uuid) IS 'Kennung des Kontos; legt es leer an, wenn es noch fehlt.';

CREATE FUNCTION budget.reserved_of(wanted_application uuid) RETURNS TABLE (year integer, amount_cents bigint)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
  SELECT a.budget_year, sum(CASE t.kind WHEN 'RESERVE' THEN t.amount_cents ELSE -t.amount_cents END)::bigint
  FROM budget.transfer t JOIN budget.account a ON a.kind = 'reserved' AND a.id IN (t.from_account_id, t.to_account_id)
  WHERE t.application_id = wanted_application
  GROUP BY a.budget_year HAVING sum(CASE t.kind WHEN 'RESERVE' THEN t.amount_cents ELSE -t.amount_cents END) > 0 ORDER BY a.budget_year
$$;
COMMENT ON FUNCTION budget.reserved_of(uuid) IS 'Noch vorgemerkte Beträge eines Antrags je Jahr; auch für die Rücknahme durch die Kommune, die das Kontobuch sonst nicht sieht.';

CREATE TRIGGER transfer_applies AFTER INSERT ON budget.transfer FOR EACH ROW EXECUTE FUNCTION budget.apply_transfer();
CREATE TRIGGER transfer_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON budget.transfer FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();
CREATE TRIGGER budget_year_transition BEFORE INSERT OR UPDATE OF state ON budget.budget_year FOR EACH ROW EXECUTE FUNCTION platform.guard_transition('budget_year');
CREATE TRIGGER budget_year_version BEFORE UPDATE ON budget.budget_year FOR EACH ROW EXECUTE FUNCTION platform.guard_version();
INSERT INTO platform.transition (machine, from_state, to_state) VALUES
  ('budget_year', '', 'PLANNED'), ('budget_year', '', 'OPEN'), ('budget_year', 'PLANNED', 'PROVISIONAL'), ('budget_year', 'PLANNED', 'OPEN'),
  ('budget_year', 'PROVISIONAL', 'OPEN'), ('budget_year', 'OPEN', 'CASH_CLOSED'), ('budget_year', 'CASH_CLOSED', 'CLOSED');

ALTER TABLE budget.account ENABLE ROW LEVEL SECURITY; ALTER TABLE budget.account FORCE ROW LEVEL SECURITY;
ALTER TABLE budget.transfer ENABLE ROW LEVEL SECURITY; ALTER TABLE budget.transfer FORCE ROW LEVEL SECURITY;
CREATE POLICY account_owner ON budget.account TO wir_owner USING (true) WITH CHECK (true);
CREATE POLICY account_staff ON budget.account FOR SELECT TO wir_app USING ((SELECT identity.session_is_staff()));
CREATE POLICY account_auditor ON budget.account FOR SELECT TO wir_auditor USING (true);
CREATE POLICY transfer_owner ON budget.transfer TO wir_owner USING (true) WITH CHECK (true);
CREATE POLICY transfer_staff ON budget.transfer FOR SELECT TO wir_app USING ((SELECT identity.session_is_staff()));
CREATE POLICY transfer_insert ON budget.transfer FOR INSERT TO wir_app WITH CHECK ((SELECT identity.session_account()) IS NOT NULL);
CREATE POLICY transfer_auditor ON budget.transfer FOR SELECT TO wir_auditor USING (true);

GRANT SELECT ON budget.account, budget.transfer, budget.transfer_rule, budget.budget_year TO wir_app;
GRANT UPDATE (state, version) ON budget.budget_year TO wir_app;
GRANT INSERT (kind, from_account_id, to_account_id, amount_cents, application_id, award_id, notice_id, payment_order_id, reason, value_date, command_key, line, reverses_id)
  ON budget.transfer TO wir_app;
GRANT EXECUTE ON FUNCTION budget.account_for(uuid, text, integer, integer, uuid), budget.apply_transfer(), budget.reserved_of(uuid) TO wir_app;
`;

const DOWN = `DROP SCHEMA budget CASCADE; DELETE FROM platform.transition WHERE machine = 'budget_year';`;

export class CreateBudget1795305600600 implements MigrationInterface {
  name = 'CreateBudget1795305600600';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(UP);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(DOWN);
  }
}
