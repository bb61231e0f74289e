import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Row-level security looks at the row that is written, foreign keys look past it: a row of one's own could hang on a case of
 * another municipality, and whether that succeeds tells whether the case exists. Now the row and what it hangs on belong to
 * the same municipality, checked before any key is looked at. The functions that work for a municipality ask whose session it is.
 */
const UP = `
CREATE FUNCTION platform.bind_to_parent(target regclass, key text, parent regclass) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog AS $$
DECLARE
  own text := (SELECT relname FROM pg_class WHERE oid = target);
  rule text := format('%1$I.%2$I IS NULL OR EXISTS (SELECT 1 FROM %3$s parent WHERE parent.id = %1$I.%2$I AND parent.applicant_id = %1$I.applicant_id)', own, key, parent);
BEGIN
  EXECUTE format('CREATE POLICY %I ON %s AS RESTRICTIVE FOR INSERT TO wir_app WITH CHECK (%s)', key || '_of_same_tenant', target, rule);
  EXECUTE format('CREATE POLICY %I ON %s AS RESTRICTIVE FOR UPDATE TO wir_app USING (true) WITH CHECK (%s)', key || '_stays_with_tenant', target, rule);
END $$;
COMMENT ON FUNCTION platform.bind_to_parent(regclass, text, regclass) IS 'Zeilenschutz der Verweise: eine Zeile hängt nur an Zeilen derselben Kommune.';

CREATE FUNCTION platform.leave_to_authority(target regclass) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog AS $$
BEGIN
  EXECUTE format('CREATE POLICY made_by_authority ON %s AS RESTRICTIVE FOR INSERT TO wir_app WITH CHECK ((SELECT identity.session_is_staff()))', target);
END $$;
COMMENT ON FUNCTION platform.leave_to_authority(regclass) IS 'Zeilenschutz: diese Zeilen legt nur die Behörde an (Bewilligung, Bescheid, Anordnung).';

SELECT platform.bind_to_parent(t, 'application_id', 'applications.application') FROM unnest(ARRAY['applications.plan_year', 'applications.plan_line',
  'applications.submission', 'applications.attachment', 'applications.information_request', 'decisions.award', 'decisions.notice']::regclass[]) t;
SELECT platform.bind_to_parent(t, 'award_id', 'decisions.award') FROM unnest(ARRAY['decisions.tranche',
  'disbursements.disbursement_request', 'disbursements.payment_order']::regclass[]) t;
SELECT platform.bind_to_parent(t, 'bank_account_id', 'disbursements.bank_account') FROM unnest(ARRAY['disbursements.disbursement_request', 'disbursements.payment_order']::regclass[]) t;
SELECT platform.bind_to_parent('disbursements.payment_order', 'disbursement_request_id', 'disbursements.disbursement_request');

CREATE FUNCTION decisions.is_award_of(wanted_award uuid, wanted_applicant uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
  SELECT EXISTS (SELECT 1 FROM decisions.award a WHERE a.id = wanted_award AND a.applicant_id = wanted_applicant)
    AND ((SELECT identity.session_is_staff()) OR wanted_applicant = (SELECT identity.session_applicant()))
$$;
COMMENT ON FUNCTION decisions.is_award_of(uuid, uuid) IS 'Für den Zeilenschutz des Bescheids: die Regel der Bewilligung liest selbst den Bescheid und darf hier nicht mitgelesen werden.';
GRANT EXECUTE ON FUNCTION decisions.is_award_of(uuid, uuid) TO wir_app;
CREATE POLICY award_id_stays_with_tenant ON decisions.notice AS RESTRICTIVE FOR UPDATE TO wir_app USING (true)
  WITH CHECK (award_id IS NULL OR decisions.is_award_of(award_id, applicant_id));

SELECT platform.leave_to_authority(t) FROM unnest(ARRAY['decisions.award', 'decisions.tranche', 'decisions.notice', 'disbursements.payment_order']::regclass[]) t;

DROP POLICY transfer_insert ON budget.transfer;
CREATE POLICY transfer_insert ON budget.transfer FOR INSERT TO wir_app WITH CHECK ((SELECT identity.session_is_staff())
  OR kind = 'RELEASE_RESERVATION' AND EXISTS (SELECT 1 FROM applications.application a WHERE a.id = application_id AND a.applicant_id = (SELECT identity.session_applicant())));
COMMENT ON POLICY transfer_insert ON budget.transfer IS 'Eine Kommune bewirkt nur eine Buchung: die Rücknahme ihres Antrags gibt die Vormerkung frei.';

DO $$ DECLARE t regclass; BEGIN
  FOR t IN SELECT a.attrelid FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid AND c.relkind IN ('r', 'p') AND c.relrowsecurity
    WHERE a.attname = 'applicant_id' AND NOT a.attisdropped LOOP
    -- Without statistics of this column, EXPLAIN estimates the same for a municipality with rows and for one without.
    EXECUTE format('ALTER TABLE %s ALTER COLUMN applicant_id SET STATISTICS 0', t);
  END LOOP;
END $$;

CREATE OR REPLACE FUNCTION budget.reserved_of(wanted_application uuid) RETURNS TABLE (year integer, amount_cents bigint)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
  SELECT a.budget_year, sum(CASE t.kind WHEN 'RESERVE' THEN t.amount_cents ELSE -t.amount_cents END)::bigint
  FROM budget.transfer t JOIN budget.account a ON a.kind = 'reserved' AND a.id IN (t.from_account_id, t.to_account_id)
  WHERE t.application_id = wanted_application
    AND ((SELECT identity.session_is_staff()) OR EXISTS (SELECT 1 FROM applications.application o
      WHERE o.id = wanted_application AND o.applicant_id = (SELECT identity.session_applicant())))
  GROUP BY a.budget_year HAVING sum(CASE t.kind WHEN 'RESERVE' THEN t.amount_cents ELSE -t.amount_cents END) > 0 ORDER BY a.budget_year
$$;

CREATE OR REPLACE FUNCTION identity.account_names(ids uuid[]) RETURNS TABLE (account_id uuid, name text, organisation text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
  SELECT a.id, p.name, a.organisation FROM identity.account a JOIN identity.person p ON p.id = a.person_id
  WHERE a.id = ANY (ids) AND (a.applicant_id IS NULL OR EXISTS (SELECT 1 FROM identity.account me
    WHERE me.id = (SELECT identity.session_account()) AND (me.applicant_id IS NULL OR me.applicant_id = a.applicant_id)))
$$;
CREATE OR REPLACE FUNCTION identity.name_of(id uuid) RETURNS text
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
  SELECT p.name FROM identity.account a JOIN identity.person p ON p.id = a.person_id
  WHERE a.id = $1 AND (a.applicant_id IS NULL OR EXISTS (SELECT 1 FROM identity.account me
    WHERE me.id = identity.session_account() AND (me.applicant_id IS NULL OR me.applicant_id = a.applicant_id)))
$$;
COMMENT ON FUNCTION identity.name_of(uuid) IS 'Namen der Kommunen kennen nur sie selbst und die Behörde.';

CREATE OR REPLACE FUNCTION notifications.enqueue_for_roles(wanted_key text, wanted_roles text[], wanted_applicant uuid, wanted_subject text, wanted_body text) RETURNS integer
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog AS $$
  WITH sent AS (
    INSERT INTO notifications.outbound_message (event_key, recipient_account_id, subject, body)
    SELECT DISTINCT wanted_key, a.id, wanted_subject, wanted_body FROM identity.account a JOIN identity.role_grant g ON g.account_id = a.id
    WHERE a.active AND g.role = ANY (wanted_roles) AND a.applicant_id IS NOT DISTINCT FROM wanted_applicant
      AND platform.now() >= g.valid_from AND platform.now() < g.valid_to
      AND EXISTS (SELECT 1 FROM identity.account me WHERE me.id = (SELECT identity.session_account())
        AND (me.applicant_id IS NULL OR wanted_applicant IS NULL OR me.applicant_id = wanted_applicant))
    ON CONFLICT DO NOTHING RETURNING 1)
  SELECT count(*)::integer FROM sent
$$;
COMMENT ON FUNCTION notifications.enqueue_for_roles(text, text[], uuid, text, text) IS 'Eine Kommune schreibt nur der Behörde und sich selbst.';

CREATE OR REPLACE FUNCTION records.case_of_bundle(kind text, object_id text) RETURNS uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
  SELECT CASE kind WHEN 'CASE' THEN object_id::uuid
    WHEN 'PAYMENT' THEN (SELECT w.application_id FROM disbursements.disbursement_request r JOIN decisions.award w ON w.id = r.award_id WHERE r.id = object_id::uuid) END
  WHERE session_user <> 'wir_app' OR (SELECT identity.session_is_staff())
$$;
CREATE OR REPLACE FUNCTION records.unused_files(wanted text[]) RETURNS SETOF text
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
  SELECT f FROM unnest(wanted) f WHERE (session_user <> 'wir_app' OR (SELECT identity.session_is_staff()))
    AND NOT EXISTS (SELECT 1 FROM platform.file_reference r WHERE r.sha256 = f)
$$;

REVOKE EXECUTE ON FUNCTION identity.has_conflict(uuid, uuid) FROM wir_app;
`;

const DOWN = `
GRANT EXECUTE ON FUNCTION identity.has_conflict(uuid, uuid) TO wir_app;
DROP POLICY transfer_insert ON budget.transfer;
CREATE POLICY transfer_insert ON budget.transfer FOR INSERT TO wir_app WITH CHECK ((SELECT identity.session_account()) IS NOT NULL);
DO $$ DECLARE p record; BEGIN
  FOR p IN SELECT polname, polrelid::regclass AS target FROM pg_policy WHERE polname ~ '_(of_same|stays_with)_tenant$' OR polname = 'made_by_authority' LOOP
    EXECUTE format('DROP POLICY %I ON %s', p.polname, p.target);
  END LOOP;
END $$;
DROP FUNCTION platform.bind_to_parent(regclass, text, regclass), platform.leave_to_authority(regclass), decisions.is_award_of(uuid, uuid);
`;

export class BindRowsToTenant1795305603700 implements MigrationInterface {
  name = 'BindRowsToTenant1795305603700';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(UP);
  }

  /** The functions keep their questions about the session: earlier programs ask for what is theirs only. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query(DOWN);
  }
}
