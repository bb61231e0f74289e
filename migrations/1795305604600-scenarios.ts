import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Scenarios (Planspiele): free to try, proposed with the acts they lead to, booked by a second person all at once. Their acts are
 * ordinary budget acts that share the scenario's fate; reservations for amended notices become a kind of act.
 */
const SCENARIOS = `
CREATE TABLE budget.scenario (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  programme_id uuid NOT NULL REFERENCES programme.programme,
  name text NOT NULL,
  note text NOT NULL DEFAULT '',
  state text NOT NULL DEFAULT 'DRAFT',
  measures jsonb NOT NULL,
  reason text,
  document_reference text,
  preview jsonb,
  created_at timestamptz NOT NULL DEFAULT platform.now(),
  created_by_person_id uuid NOT NULL DEFAULT identity.session_person(),
  created_by_account_id uuid NOT NULL DEFAULT identity.session_account(),
  proposed_at timestamptz,
  proposed_by_person_id uuid,
  proposed_by_account_id uuid,
  decided_at timestamptz,
  decided_by_person_id uuid,
  decided_by_account_id uuid,
  decision_note text,
  updated_at timestamptz NOT NULL DEFAULT platform.now(),
  version integer NOT NULL DEFAULT 1,
  CONSTRAINT scenario_measures_are_a_list CHECK (jsonb_typeof(measures) = 'array' AND jsonb_array_length(measures) <= 40),
  CONSTRAINT scenario_proposal_complete CHECK (state NOT IN ('PROPOSED', 'APPLIED', 'REJECTED')
    OR (proposed_at IS NOT NULL AND proposed_by_person_id IS NOT NULL AND reason IS NOT NULL AND document_reference IS NOT NULL AND preview IS NOT NULL)),
  CONSTRAINT scenario_applied_by_other_person CHECK (state <> 'APPLIED' OR (decided_by_person_id IS NOT NULL AND decided_by_person_id <> proposed_by_person_id)),
  CONSTRAINT scenario_decided_complete CHECK ((state IN ('DRAFT', 'PROPOSED')) = (decided_at IS NULL))
);
CREATE INDEX scenario_by_state ON budget.scenario (state, updated_at DESC, id);
COMMENT ON TABLE budget.scenario IS 'Planspiel: Annahmen über den Haushalt. Gebucht wird erst, wenn eine zweite Person es freigibt.';
COMMENT ON COLUMN budget.scenario.preview IS 'Auf den Cent eingefrorenes Ergebnis des Vorschlags; die Buchung muss ihm gleichen.';

CREATE TABLE budget.scenario_follow_up (
  scenario_id uuid NOT NULL REFERENCES budget.scenario,
  position smallint NOT NULL,
  measure smallint NOT NULL,
  kind text NOT NULL,
  application_id uuid NOT NULL REFERENCES applications.application,
  award_id uuid REFERENCES decisions.award,
  years jsonb NOT NULL,
  total_cents bigint NOT NULL,
  created_at timestamptz NOT NULL DEFAULT platform.now(),
  PRIMARY KEY (scenario_id, position),
  CONSTRAINT scenario_follow_up_kind_known CHECK (kind IN ('RAISE_NOTICE', 'REDUCTION_NOTICE', 'DECISION')),
  CONSTRAINT scenario_follow_up_amount CHECK (total_cents >= 0)
);
CREATE INDEX scenario_follow_up_by_application ON budget.scenario_follow_up (application_id);
COMMENT ON TABLE budget.scenario_follow_up IS 'Was ein gebuchtes Planspiel der Sachbearbeitung übrig lässt: Änderungsbescheide und Entscheidungen. Nur anfügen.';
CREATE TRIGGER scenario_follow_up_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON budget.scenario_follow_up FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();

CREATE TRIGGER scenario_transition BEFORE INSERT OR UPDATE OF state ON budget.scenario FOR EACH ROW EXECUTE FUNCTION platform.guard_transition('budget_scenario');
CREATE TRIGGER scenario_version BEFORE UPDATE ON budget.scenario FOR EACH ROW EXECUTE FUNCTION platform.guard_version();
CREATE TRIGGER scenario_not_deleted BEFORE DELETE OR TRUNCATE ON budget.scenario FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();
INSERT INTO platform.transition (machine, from_state, to_state) VALUES
  ('budget_scenario', '', 'DRAFT'), ('budget_scenario', 'DRAFT', 'PROPOSED'), ('budget_scenario', 'DRAFT', 'WITHDRAWN'),
  ('budget_scenario', 'PROPOSED', 'APPLIED'), ('budget_scenario', 'PROPOSED', 'REJECTED'), ('budget_scenario', 'PROPOSED', 'WITHDRAWN');

CREATE FUNCTION budget.keep_proposed_scenario() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog AS $$
BEGIN
  IF OLD.state <> 'DRAFT' AND (
    (NEW.name, NEW.note, NEW.measures, NEW.reason, NEW.document_reference, NEW.preview, NEW.proposed_at, NEW.proposed_by_person_id)
    IS DISTINCT FROM
    (OLD.name, OLD.note, OLD.measures, OLD.reason, OLD.document_reference, OLD.preview, OLD.proposed_at, OLD.proposed_by_person_id)) THEN
    RAISE EXCEPTION 'a proposed scenario never changes' USING ERRCODE = '23514', CONSTRAINT = 'scenario_proposed_is_immutable';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER scenario_keeps_proposed BEFORE UPDATE ON budget.scenario FOR EACH ROW EXECUTE FUNCTION budget.keep_proposed_scenario();
`;

const ACTS = `
ALTER TABLE budget.budget_act ADD COLUMN scenario_id uuid REFERENCES budget.scenario,
  DROP CONSTRAINT budget_act_kind_known,
  ADD CONSTRAINT budget_act_kind_known CHECK (kind IN ('APPROPRIATION_CHANGE', 'LOCK', 'UNLOCK', 'LINE_SHIFT', 'REPHASE', 'CARRY_OVER', 'VE_CHANGE', 'AMENDMENT_RESERVATION'));
CREATE INDEX budget_act_by_scenario ON budget.budget_act (scenario_id) WHERE scenario_id IS NOT NULL;
COMMENT ON COLUMN budget.budget_act.scenario_id IS 'Das Planspiel, aus dem die Verfügung stammt und mit dem sie entschieden wird.';
ALTER TABLE budget.budget_act_line ADD COLUMN application_id uuid REFERENCES applications.application,
  ADD CONSTRAINT budget_act_line_reservation_has_case CHECK ((kind IN ('RESERVE', 'RELEASE_RESERVATION')) = (application_id IS NOT NULL));
CREATE INDEX budget_act_line_by_application ON budget.budget_act_line (application_id) WHERE application_id IS NOT NULL;

CREATE FUNCTION budget.reserved_by_acts(wanted_application uuid) RETURNS TABLE (year integer, amount_cents bigint)
LANGUAGE sql STABLE SET search_path = pg_catalog AS $$
  SELECT l.year, sum(CASE l.kind WHEN 'RESERVE' THEN l.amount_cents ELSE -l.amount_cents END)::bigint
  FROM budget.budget_act_line l JOIN budget.budget_act a ON a.id = l.act_id
  WHERE l.application_id = wanted_application AND a.state = 'APPLIED' GROUP BY l.year
$$;
COMMENT ON FUNCTION budget.reserved_by_acts(uuid) IS 'Was Verfügungen für einen Antrag vorgemerkt haben, je Jahr; wartet auf einen Änderungsbescheid.';

CREATE OR REPLACE FUNCTION budget.act_is_booked_as_proposed() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE wanted uuid := coalesce(to_jsonb(NEW)->>'act_id', to_jsonb(NEW)->>'id')::uuid; act budget.budget_act;
BEGIN
  SELECT * INTO act FROM budget.budget_act WHERE id = wanted;
  IF act.id IS NULL THEN RETURN NULL; END IF;
  IF EXISTS (
    WITH planned AS (
      SELECT l.kind, l.year, l.due_year, l.line_id, l.target_line_id, l.application_id, l.amount_cents FROM budget.budget_act_line l WHERE l.act_id = act.id AND act.state = 'APPLIED'
    ), booked AS (
      SELECT t.kind, f.budget_year, f.due_year, f.line_id, CASE t.kind WHEN 'SHIFT' THEN g.line_id END, t.application_id, t.amount_cents
      FROM budget.transfer t JOIN budget.account f ON f.id = t.from_account_id JOIN budget.account g ON g.id = t.to_account_id WHERE t.act_id = act.id
    )
    (SELECT * FROM planned EXCEPT ALL SELECT * FROM booked) UNION ALL (SELECT * FROM booked EXCEPT ALL SELECT * FROM planned)) THEN
    RAISE EXCEPTION 'act % is not booked as proposed', act.act_number USING ERRCODE = '23514', CONSTRAINT = 'budget_act_booked_as_proposed';
  END IF;
  IF (SELECT coalesce(sum(CASE WHEN l.kind LIKE '%_OUT' THEN l.amount_cents WHEN l.kind LIKE '%_IN' THEN -l.amount_cents END), 0)
      FROM budget.budget_act_line l WHERE l.act_id = act.id) <> 0 THEN
    RAISE EXCEPTION 'act % does not balance', act.act_number USING ERRCODE = '23514', CONSTRAINT = 'budget_act_balances';
  END IF;
  IF act.kind = 'AMENDMENT_RESERVATION' AND TG_TABLE_NAME = 'budget_act' AND act.state = 'APPLIED' THEN
    IF EXISTS (SELECT 1 FROM budget.budget_act_line l WHERE l.act_id = act.id AND l.kind = 'RESERVE'
        AND NOT EXISTS (SELECT 1 FROM decisions.award w WHERE w.application_id = l.application_id AND w.state IN ('COMMITTED', 'FINAL'))) THEN
      RAISE EXCEPTION 'act % reserves for a case without award', act.act_number USING ERRCODE = '23514', CONSTRAINT = 'budget_act_case_has_award';
    END IF;
    IF EXISTS (SELECT 1 FROM budget.budget_act_line l CROSS JOIN LATERAL budget.reserved_by_acts(l.application_id) r
        WHERE l.act_id = act.id AND l.kind = 'RELEASE_RESERVATION' AND r.year = l.year AND r.amount_cents < 0) THEN
      RAISE EXCEPTION 'act % frees more than acts reserved', act.act_number USING ERRCODE = '23514', CONSTRAINT = 'budget_act_frees_what_acts_reserved';
    END IF;
  END IF;
  RETURN NULL;
END $$;

CREATE FUNCTION budget.acts_share_scenario() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE wanted uuid := coalesce(to_jsonb(NEW)->>'scenario_id', to_jsonb(NEW)->>'id')::uuid; fate text;
BEGIN
  SELECT s.state INTO fate FROM budget.scenario s WHERE s.id = wanted;
  IF EXISTS (SELECT 1 FROM budget.budget_act a WHERE a.scenario_id = wanted AND a.state <> fate) THEN
    RAISE EXCEPTION 'acts of scenario % are not all %', wanted, fate USING ERRCODE = '23514', CONSTRAINT = 'budget_act_shares_scenario';
  END IF;
  RETURN NULL;
END $$;
COMMENT ON FUNCTION budget.acts_share_scenario() IS 'Am Ende der Transaktion: alle Verfügungen eines Planspiels stehen wie das Planspiel selbst.';
CREATE CONSTRAINT TRIGGER scenario_decides_its_acts AFTER INSERT OR UPDATE OF state ON budget.scenario DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION budget.acts_share_scenario();
CREATE CONSTRAINT TRIGGER budget_act_follows_scenario AFTER INSERT OR UPDATE OF state ON budget.budget_act DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW WHEN (NEW.scenario_id IS NOT NULL) EXECUTE FUNCTION budget.acts_share_scenario();
`;

const RIGHTS = `
DO $$ DECLARE t regclass; BEGIN
  FOREACH t IN ARRAY ARRAY['budget.scenario', 'budget.scenario_follow_up']::regclass[] LOOP
    EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %s FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY owner_all ON %s TO wir_owner USING (true) WITH CHECK (true)', t);
    EXECUTE format('CREATE POLICY auditor_reads ON %s FOR SELECT TO wir_auditor USING (true)', t);
    EXECUTE format('CREATE POLICY staff_only ON %s TO wir_app USING ((SELECT identity.session_is_staff())) WITH CHECK ((SELECT identity.session_is_staff()))', t);
  END LOOP;
END $$;
GRANT SELECT ON budget.scenario, budget.scenario_follow_up TO wir_app;
GRANT INSERT (id, programme_id, name, note, measures) ON budget.scenario TO wir_app;
GRANT UPDATE (name, note, state, measures, reason, document_reference, preview, proposed_at, proposed_by_person_id, proposed_by_account_id,
  decided_at, decided_by_person_id, decided_by_account_id, decision_note, version) ON budget.scenario TO wir_app;
GRANT INSERT (scenario_id, position, measure, kind, application_id, award_id, years, total_cents) ON budget.scenario_follow_up TO wir_app;
GRANT INSERT (scenario_id) ON budget.budget_act TO wir_app;
GRANT INSERT (application_id) ON budget.budget_act_line TO wir_app;
GRANT EXECUTE ON FUNCTION budget.reserved_by_acts(uuid), budget.keep_proposed_scenario(), budget.acts_share_scenario() TO wir_app;
`;

export class Scenarios1795305604600 implements MigrationInterface {
  name = 'Scenarios1795305604600';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(SCENARIOS);
    await runner.query(ACTS);
    await runner.query(RIGHTS);
  }

  /** Applied scenarios are bookings; they stay, and an earlier program reads their acts as what they are. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query('SELECT 1;');
  }
}
