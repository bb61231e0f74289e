import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What moves the Ansatz itself: budget lines, acts under four eyes (changes, locks, shifts, re-phasing, carry-over), the end
 * of a year and of its authorisations. A balanced act never changes a total; the database checks it when the act is applied.
 */
const LINES = `
CREATE TABLE budget.line (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  programme_id uuid NOT NULL REFERENCES programme.programme,
  code text NOT NULL,
  name text NOT NULL,
  departmental_plan text NOT NULL DEFAULT '08',
  chapter text,
  title text,
  product text,
  is_main boolean NOT NULL DEFAULT false,
  created_at timestamptz NOT NULL DEFAULT platform.now(),
  updated_at timestamptz NOT NULL DEFAULT platform.now(),
  version integer NOT NULL DEFAULT 1,
  CONSTRAINT line_code_unique UNIQUE (programme_id, code),
  CONSTRAINT line_plan_format CHECK (departmental_plan ~ '^[0-9]{2}$'),
  CONSTRAINT line_chapter_format CHECK (chapter ~ '^[0-9]{2} [0-9]{2}$'),
  CONSTRAINT line_title_format CHECK (title ~ '^[0-9]{3} [0-9]{2}$'),
  CONSTRAINT line_product_format CHECK (product ~ '^[0-9A-Z][0-9A-Z ./-]{0,39}$')
);
CREATE UNIQUE INDEX line_one_main ON budget.line (programme_id) WHERE is_main;
COMMENT ON TABLE budget.line IS 'Haushaltsstelle (Einzelplan, Kapitel, Titel oder Produkt). Bewilligungen gehen immer zulasten der Hauptstelle.';
CREATE TRIGGER line_version BEFORE UPDATE ON budget.line FOR EACH ROW EXECUTE FUNCTION platform.guard_version();

CREATE FUNCTION budget.main_line(wanted_programme uuid) RETURNS uuid
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE found uuid;
BEGIN
  SELECT l.id INTO found FROM budget.line l WHERE l.programme_id = wanted_programme AND l.is_main;
  IF found IS NULL THEN
    INSERT INTO budget.line (programme_id, code, name, is_main) VALUES (wanted_programme, 'WIR', 'Landesprogramm WIR', true) ON CONFLICT DO NOTHING RETURNING id INTO found;
    IF found IS NULL THEN SELECT l.id INTO found FROM budget.line l WHERE l.programme_id = wanted_programme AND l.is_main; END IF;
  END IF;
  RETURN found;
END $$;

ALTER TABLE budget.account ADD COLUMN line_id uuid REFERENCES budget.line;
UPDATE budget.account SET line_id = budget.main_line(programme_id);
ALTER TABLE budget.account ALTER COLUMN line_id SET NOT NULL;
ALTER TABLE budget.account DROP CONSTRAINT account_unique,
  ADD CONSTRAINT account_unique UNIQUE NULLS NOT DISTINCT (programme_id, kind, budget_year, due_year, award_id, line_id);
ALTER TABLE budget.account DROP CONSTRAINT account_kind_known, ADD CONSTRAINT account_kind_known CHECK (kind IN ('appropriation','free','locked','reserved',
  'committed','ordered','paid','returned','lapsed','ve_authorised','ve_free','ve_used','ve_lapsed'));

CREATE FUNCTION budget.account_in_line(wanted_programme uuid, wanted_kind text, wanted_year integer, wanted_due integer, wanted_award uuid, wanted_line uuid) RETURNS uuid
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE found uuid; line uuid := coalesce(wanted_line, budget.main_line(wanted_programme));
BEGIN
  SELECT id INTO found FROM budget.account a WHERE a.programme_id = wanted_programme AND a.kind = wanted_kind AND a.budget_year = wanted_year
    AND a.due_year IS NOT DISTINCT FROM wanted_due AND a.award_id IS NOT DISTINCT FROM wanted_award AND a.line_id = line;
  IF found IS NULL THEN
    INSERT INTO budget.account (programme_id, kind, budget_year, due_year, award_id, line_id)
    VALUES (wanted_programme, wanted_kind, wanted_year, wanted_due, wanted_award, line) ON CONFLICT DO NOTHING RETURNING id INTO found;
    IF found IS NULL THEN
      SELECT id INTO found FROM budget.account a WHERE a.programme_id = wanted_programme AND a.kind = wanted_kind AND a.budget_year = wanted_year
        AND a.due_year IS NOT DISTINCT FROM wanted_due AND a.award_id IS NOT DISTINCT FROM wanted_award AND a.line_id = line;
    END IF;
  END IF;
  RETURN found;
END $$;
COMMENT ON FUNCTION budget.account_in_line(uuid, text, integer, integer, uuid, uuid) IS 'Kennung des Kontos einer Haushaltsstelle (leer: Hauptstelle); legt es leer an, wenn es noch fehlt.';
CREATE OR REPLACE FUNCTION budget.account_for(wanted_programme uuid, wanted_kind text, wanted_year integer, wanted_due integer, wanted_award uuid) RETURNS uuid
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog AS $$
  SELECT budget.account_in_line(wanted_programme, wanted_kind, wanted_year, wanted_due, wanted_award, NULL)
$$;
`;

const RULES = `
INSERT INTO budget.transfer_rule (kind, from_kind, to_kind, year_states) VALUES
  ('RESERVE', 'free', 'reserved', '{PLANNED,OPEN}'),
  ('COMMIT', 'reserved', 'committed', '{PLANNED,OPEN}'),
  ('LAPSE', 'free', 'lapsed', '{CASH_CLOSED}'),
  ('LAPSE_LOCKED', 'locked', 'lapsed', '{CASH_CLOSED}'),
  ('LAPSE_COMMITMENT', 'committed', 'lapsed', '{CASH_CLOSED}'),
  ('SHIFT', 'free', 'free', '{PLANNED,PROVISIONAL,OPEN}'),
  ('REPHASE_OUT', 'free', 'appropriation', '{PLANNED,PROVISIONAL,OPEN}'),
  ('REPHASE_IN', 'appropriation', 'free', '{PLANNED,PROVISIONAL,OPEN}'),
  ('CARRY_OUT', 'free', 'appropriation', '{OPEN,CASH_CLOSED}'),
  ('CARRY_IN', 'appropriation', 'free', '{PLANNED,PROVISIONAL,OPEN}'),
  ('REVOKE_VE', 've_free', 've_authorised', '{PLANNED,PROVISIONAL,OPEN}'),
  ('RELEASE_VE', 've_used', 've_free', '{PROVISIONAL,OPEN,CASH_CLOSED,CLOSED}'),
  ('LAPSE_VE', 've_free', 've_lapsed', '{PLANNED,PROVISIONAL,OPEN,CASH_CLOSED,CLOSED}')
ON CONFLICT (kind) DO UPDATE SET from_kind = EXCLUDED.from_kind, to_kind = EXCLUDED.to_kind, year_states = EXCLUDED.year_states;

CREATE TABLE budget.budget_act (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  programme_id uuid NOT NULL REFERENCES programme.programme,
  act_number text NOT NULL,
  kind text NOT NULL,
  state text NOT NULL DEFAULT 'PROPOSED',
  reason text NOT NULL,
  document_reference text NOT NULL,
  consent_reference text,
  carry_over_ends_on date,
  proposed_at timestamptz NOT NULL DEFAULT platform.now(),
  proposed_by_person_id uuid NOT NULL DEFAULT identity.session_person(),
  proposed_by_account_id uuid NOT NULL DEFAULT identity.session_account(),
  decided_at timestamptz,
  decided_by_person_id uuid,
  decided_by_account_id uuid,
  decision_note text,
  updated_at timestamptz NOT NULL DEFAULT platform.now(),
  version integer NOT NULL DEFAULT 1,
  CONSTRAINT budget_act_number_unique UNIQUE (act_number),
  CONSTRAINT budget_act_kind_known CHECK (kind IN ('APPROPRIATION_CHANGE', 'LOCK', 'UNLOCK', 'LINE_SHIFT', 'REPHASE', 'CARRY_OVER', 'VE_CHANGE')),
  CONSTRAINT budget_act_applied_by_other_person CHECK (state <> 'APPLIED' OR (decided_by_person_id IS NOT NULL AND decided_by_person_id <> proposed_by_person_id)),
  CONSTRAINT budget_act_decided_complete CHECK ((state = 'PROPOSED') = (decided_at IS NULL)),
  CONSTRAINT budget_act_carry_over_has_consent CHECK (kind <> 'CARRY_OVER' OR (consent_reference IS NOT NULL AND carry_over_ends_on IS NOT NULL))
);
CREATE INDEX budget_act_by_state ON budget.budget_act (state, proposed_at DESC, id);
COMMENT ON TABLE budget.budget_act IS 'Haushaltsverfügung: vorgeschlagen von einer, freigegeben von einer anderen Person; gebucht wird erst mit der Freigabe.';
COMMENT ON COLUMN budget.budget_act.consent_reference IS 'Zustimmung des Finanzministeriums (§ 45 LHO); ohne sie keine Übertragung.';

CREATE TABLE budget.budget_act_line (
  act_id uuid NOT NULL REFERENCES budget.budget_act,
  line smallint NOT NULL,
  kind text NOT NULL REFERENCES budget.transfer_rule,
  year integer NOT NULL,
  due_year integer,
  line_id uuid NOT NULL REFERENCES budget.line,
  target_line_id uuid REFERENCES budget.line,
  amount_cents bigint NOT NULL,
  written_at timestamptz NOT NULL DEFAULT platform.now(),
  PRIMARY KEY (act_id, line),
  CONSTRAINT budget_act_line_amount CHECK (amount_cents > 0 AND amount_cents <= 1000000000000),
  CONSTRAINT budget_act_line_shift_has_target CHECK ((kind = 'SHIFT') = (target_line_id IS NOT NULL) AND target_line_id IS DISTINCT FROM line_id)
);
CREATE TRIGGER budget_act_line_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON budget.budget_act_line FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();
CREATE FUNCTION budget.lines_come_with_act() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM budget.budget_act a WHERE a.id = NEW.act_id AND a.state = 'PROPOSED' AND a.xmin = pg_current_xact_id()::xid) THEN
    RAISE EXCEPTION 'lines are written together with their act' USING ERRCODE = '23514', CONSTRAINT = 'budget_act_line_comes_with_act';
  END IF;
  RETURN NEW;
END $$;
COMMENT ON FUNCTION budget.lines_come_with_act() IS 'Was die zweite Person freigibt, steht seit dem Vorschlag fest: spätere Zeilen gibt es nicht.';
CREATE TRIGGER budget_act_line_comes_with_act BEFORE INSERT ON budget.budget_act_line FOR EACH ROW EXECUTE FUNCTION budget.lines_come_with_act();

ALTER TABLE budget.transfer ADD COLUMN act_id uuid REFERENCES budget.budget_act,
  ADD CONSTRAINT transfer_balanced_needs_act CHECK (kind NOT IN ('SHIFT', 'REPHASE_OUT', 'REPHASE_IN', 'CARRY_OUT', 'CARRY_IN', 'REVOKE_VE') OR act_id IS NOT NULL);
CREATE INDEX transfer_by_act ON budget.transfer (act_id) WHERE act_id IS NOT NULL;

CREATE TRIGGER budget_act_transition BEFORE INSERT OR UPDATE OF state ON budget.budget_act FOR EACH ROW EXECUTE FUNCTION platform.guard_transition('budget_act');
CREATE TRIGGER budget_act_version BEFORE UPDATE ON budget.budget_act FOR EACH ROW EXECUTE FUNCTION platform.guard_version();
INSERT INTO platform.transition (machine, from_state, to_state) VALUES
  ('budget_act', '', 'PROPOSED'), ('budget_act', 'PROPOSED', 'APPLIED'), ('budget_act', 'PROPOSED', 'REJECTED'), ('budget_act', 'PROPOSED', 'WITHDRAWN');

CREATE FUNCTION budget.act_is_booked_as_proposed() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE wanted uuid := coalesce(to_jsonb(NEW)->>'act_id', to_jsonb(NEW)->>'id')::uuid; act budget.budget_act;
BEGIN
  SELECT * INTO act FROM budget.budget_act WHERE id = wanted;
  IF act.id IS NULL THEN RETURN NULL; END IF;
  IF EXISTS (
    WITH planned AS (
      SELECT l.kind, l.year, l.due_year, l.line_id, l.target_line_id, l.amount_cents FROM budget.budget_act_line l WHERE l.act_id = act.id AND act.state = 'APPLIED'
    ), booked AS (
      SELECT t.kind, f.budget_year, f.due_year, f.line_id, CASE t.kind WHEN 'SHIFT' THEN g.line_id END, t.amount_cents
      FROM budget.transfer t JOIN budget.account f ON f.id = t.from_account_id JOIN budget.account g ON g.id = t.to_account_id WHERE t.act_id = act.id
    )
    (SELECT * FROM planned EXCEPT ALL SELECT * FROM booked) UNION ALL (SELECT * FROM booked EXCEPT ALL SELECT * FROM planned)) THEN
    RAISE EXCEPTION 'act % is not booked as proposed', act.act_number USING ERRCODE = '23514', CONSTRAINT = 'budget_act_booked_as_proposed';
  END IF;
  IF (SELECT coalesce(sum(CASE WHEN l.kind LIKE '%_OUT' THEN l.amount_cents WHEN l.kind LIKE '%_IN' THEN -l.amount_cents END), 0)
      FROM budget.budget_act_line l WHERE l.act_id = act.id) <> 0 THEN
    RAISE EXCEPTION 'act % does not balance', act.act_number USING ERRCODE = '23514', CONSTRAINT = 'budget_act_balances';
  END IF;
  RETURN NULL;
END $$;
COMMENT ON FUNCTION budget.act_is_booked_as_proposed() IS 'Am Ende der Transaktion: gebucht ist genau, was freigegeben wurde, und ein Ausgleich ändert die Summe nie.';
CREATE CONSTRAINT TRIGGER budget_act_booked AFTER INSERT OR UPDATE ON budget.budget_act DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION budget.act_is_booked_as_proposed();
CREATE CONSTRAINT TRIGGER transfer_belongs_to_act AFTER INSERT ON budget.transfer DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW WHEN (NEW.act_id IS NOT NULL) EXECUTE FUNCTION budget.act_is_booked_as_proposed();
`;

const RIGHTS = `
CREATE OR REPLACE FUNCTION budget.apply_transfer() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE source budget.account; target budget.account; rule budget.transfer_rule; state text;
BEGIN
  PERFORM 1 FROM budget.account WHERE id IN (NEW.from_account_id, NEW.to_account_id) ORDER BY id FOR UPDATE;
  SELECT * INTO STRICT source FROM budget.account WHERE id = NEW.from_account_id;
  SELECT * INTO STRICT target FROM budget.account WHERE id = NEW.to_account_id;
  SELECT * INTO STRICT rule FROM budget.transfer_rule r WHERE r.kind = NEW.kind;
  IF (source.kind, target.kind) IS DISTINCT FROM (rule.from_kind, rule.to_kind)
    OR (source.programme_id, source.budget_year, source.due_year) IS DISTINCT FROM (target.programme_id, target.budget_year, target.due_year)
    OR (NEW.kind = 'SHIFT') <> (source.line_id <> target.line_id)
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

DO $$ DECLARE t regclass; BEGIN
  FOREACH t IN ARRAY ARRAY['budget.line', 'budget.budget_act', 'budget.budget_act_line']::regclass[] LOOP
    EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %s FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY owner_all ON %s TO wir_owner USING (true) WITH CHECK (true)', t);
    EXECUTE format('CREATE POLICY auditor_reads ON %s FOR SELECT TO wir_auditor USING (true)', t);
    EXECUTE format('CREATE POLICY staff_only ON %s TO wir_app USING ((SELECT identity.session_is_staff())) WITH CHECK ((SELECT identity.session_is_staff()))', t);
  END LOOP;
END $$;
GRANT SELECT ON budget.line, budget.budget_act, budget.budget_act_line TO wir_app;
GRANT INSERT (id, programme_id, code, name, departmental_plan, chapter, title, product) ON budget.line TO wir_app;
GRANT UPDATE (name, departmental_plan, chapter, title, product, version) ON budget.line TO wir_app;
GRANT INSERT (id, programme_id, act_number, kind, reason, document_reference, consent_reference, carry_over_ends_on) ON budget.budget_act TO wir_app;
GRANT UPDATE (state, decided_at, decided_by_person_id, decided_by_account_id, decision_note, version) ON budget.budget_act TO wir_app;
GRANT INSERT (act_id, line, kind, year, due_year, line_id, target_line_id, amount_cents) ON budget.budget_act_line TO wir_app;
GRANT INSERT (act_id) ON budget.transfer TO wir_app;
GRANT EXECUTE ON FUNCTION budget.main_line(uuid), budget.account_in_line(uuid, text, integer, integer, uuid, uuid), budget.act_is_booked_as_proposed() TO wir_app;
`;

export class BudgetActs1795305604000 implements MigrationInterface {
  name = 'BudgetActs1795305604000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(LINES);
    await runner.query(RULES);
    await runner.query(RIGHTS);
  }

  /** Bookings under the new rules stay; an earlier program reads them as what they are, transfers. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query('SELECT 1;');
  }
}
