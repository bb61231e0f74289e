/** Leaving hands over what a person was to do; erasing forgets who she was, as far as no case needs her name. */
export const LEAVING = `
CREATE FUNCTION identity.assigned_cases(wanted uuid) RETURNS SETOF applications.application
LANGUAGE sql STABLE SET search_path = pg_catalog AS $$
  SELECT * FROM applications.application c WHERE c.assignee_account_id = wanted AND c.state NOT IN ('WITHDRAWN', 'EXPIRED')
$$;

CREATE FUNCTION identity.open_case_tasks(wanted uuid) RETURNS integer
LANGUAGE sql STABLE SET search_path = pg_catalog AS $$
  SELECT (SELECT count(*) FROM identity.assigned_cases(wanted) c WHERE c.state IN ('SUBMITTED', 'UNDER_REVIEW'))::integer
    + (SELECT count(*) FROM identity.assigned_cases(wanted) c JOIN decisions.notice n ON n.application_id = c.id WHERE n.state IN ('DRAFT', 'SIGNED', 'NOT_RETRIEVED'))::integer
    + (SELECT count(*) FROM identity.assigned_cases(wanted) c JOIN decisions.award w ON w.application_id = c.id
        JOIN disbursements.disbursement_request d ON d.award_id = w.id WHERE d.state = 'SUBMITTED')::integer
    + (SELECT count(*) FROM identity.assigned_cases(wanted) c JOIN disbursements.bank_account b ON b.applicant_id = c.applicant_id WHERE b.state = 'PROPOSED')::integer
$$;
COMMENT ON FUNCTION identity.open_case_tasks(uuid) IS 'Was an den zugewiesenen Fällen gerade bei der Sachbearbeitung liegt; Aufgaben haben keine eigene Zuweisung, sie folgen dem Fall.';

CREATE FUNCTION identity.leaving_facts(wanted uuid) RETURNS jsonb
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE leaver identity.account;
BEGIN
  PERFORM identity.demand_role('ADMIN');
  SELECT * INTO leaver FROM identity.account a WHERE a.id = wanted AND identity.is_person(a.id);
  IF leaver.id IS NULL THEN RETURN NULL; END IF;
  RETURN jsonb_build_object('leaver', identity.parties(ARRAY[wanted])->0,
    'cases', (SELECT coalesce(jsonb_agg(jsonb_build_object('id', c.id, 'caseNumber', c.case_number, 'applicantName', t.official_name, 'state', c.state)
      ORDER BY c.case_number), '[]') FROM identity.assigned_cases(wanted) c JOIN programme.applicant t ON t.id = c.applicant_id),
    'openTasks', identity.open_case_tasks(wanted),
    'delegations', (SELECT coalesce(jsonb_agg(identity.delegation_item(d) ORDER BY d.valid_from, d.id), '[]') FROM identity.delegation d
      WHERE wanted IN (d.absent_account_id, d.deputy_account_id) AND d.revoked_at IS NULL AND d.valid_to > platform.now()),
    'colleagues', identity.colleagues(wanted));
END $$;

CREATE FUNCTION identity.hand_over(wanted uuid, successor uuid, on_day date, why text) RETURNS jsonb
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE moment timestamptz := platform.now(); ends timestamptz; tasks integer; moved jsonb; delegations integer; grants integer; new_version integer;
BEGIN
  PERFORM identity.demand_role('ADMIN');
  PERFORM identity.demand_other_person(wanted);
  IF EXISTS (SELECT 1 FROM identity.account a JOIN identity.account s ON s.person_id = a.person_id WHERE a.id = wanted AND s.id = successor) THEN
    RAISE EXCEPTION 'nobody succeeds himself' USING ERRCODE = '23514', CONSTRAINT = 'leaving_successor_is_another_person';
  END IF;
  ends := CASE WHEN on_day > platform.today() THEN identity.day_start(on_day + 1) ELSE moment END;
  tasks := identity.open_case_tasks(wanted);
  PERFORM 1 FROM applications.application c WHERE c.assignee_account_id = wanted ORDER BY c.id FOR UPDATE;
  IF successor IS NULL AND EXISTS (SELECT 1 FROM identity.assigned_cases(wanted)) THEN
    RAISE EXCEPTION 'cases need a successor' USING ERRCODE = '23514', CONSTRAINT = 'leaving_cases_have_successor';
  END IF;
  WITH handed AS (
    UPDATE applications.application c SET assignee_account_id = successor, version = c.version + 1
    WHERE c.id IN (SELECT a.id FROM identity.assigned_cases(wanted) a) RETURNING c.id, c.case_number, c.applicant_id, c.version
  ) SELECT coalesce(jsonb_agg(jsonb_build_object('id', h.id, 'caseNumber', h.case_number, 'applicantId', h.applicant_id, 'version', h.version) ORDER BY h.case_number), '[]')
    INTO moved FROM handed h;
  UPDATE identity.delegation d SET valid_to = ends WHERE wanted IN (d.absent_account_id, d.deputy_account_id) AND d.revoked_at IS NULL
    AND d.valid_from < ends AND d.valid_to > ends;
  GET DIAGNOSTICS delegations = ROW_COUNT;
  WITH revoked AS (UPDATE identity.delegation d SET revoked_at = moment, revoked_by = identity.session_account(), revoke_reason = why
    WHERE wanted IN (d.absent_account_id, d.deputy_account_id) AND d.revoked_at IS NULL AND d.valid_from >= ends RETURNING 1)
  SELECT delegations + count(*) INTO delegations FROM revoked;
  DELETE FROM identity.role_grant g WHERE g.account_id = wanted AND g.valid_from >= ends;
  GET DIAGNOSTICS grants = ROW_COUNT;
  WITH ended AS (UPDATE identity.role_grant g SET valid_to = ends, ended_by = identity.session_account(), end_reason = why
    WHERE g.account_id = wanted AND g.valid_to > ends RETURNING 1)
  SELECT grants + count(*) INTO grants FROM ended;
  UPDATE identity.account a SET leaves_on = on_day WHERE a.id = wanted;
  IF ends = moment THEN
    new_version := identity.set_account_state(wanted, 'LEFT', why);
  ELSE
    UPDATE identity.account a SET state = a.state, version = a.version + 1 WHERE a.id = wanted RETURNING a.version INTO new_version;
    PERFORM identity.demand_administrator();
  END IF;
  RETURN jsonb_build_object('movedCases', moved, 'movedTasks', tasks, 'endedDelegations', delegations, 'endedGrants', grants, 'hasLeft', ends = moment, 'version', new_version);
END $$;
COMMENT ON FUNCTION identity.hand_over(uuid, uuid, date, text) IS 'Fälle gehen sofort über; Rollen und Vertretungen enden mit dem letzten Tag, heute und früher: sofort. Alles oder nichts.';

CREATE FUNCTION identity.retire_leavers() RETURNS TABLE (account_id uuid, version integer)
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE leaver record;
BEGIN
  PERFORM identity.demand_role('SYSTEM');
  FOR leaver IN UPDATE identity.account a SET state = 'LEFT', active = false, version = a.version + 1
    WHERE a.leaves_on < platform.today() AND a.state <> 'LEFT' RETURNING a.id, a.version LOOP
    PERFORM identity.shut_out(leaver.id, 'LEFT');
    RETURN QUERY SELECT leaver.id, leaver.version;
  END LOOP;
END $$;
`;

export const ERASURE = `
CREATE FUNCTION identity.kept_cases(wanted_person uuid) RETURNS TABLE (count bigint, until date)
LANGUAGE plpgsql STABLE SET search_path = pg_catalog AS $$
BEGIN
  RETURN QUERY SELECT count(*), CASE WHEN bool_and(r.retain_until IS NOT NULL) THEN max(r.retain_until) END
    FROM applications.application c LEFT JOIN records.retention r ON r.application_id = c.id
    WHERE coalesce(r.state, 'OPEN') <> 'DELETED'
      AND c.applicant_id IN (SELECT e.applicant_id FROM audit.event e WHERE e.person_id = wanted_person AND e.applicant_id IS NOT NULL);
END $$;
COMMENT ON FUNCTION identity.kept_cases(uuid) IS 'Fälle der Kommunen, an deren Vorgängen die Person mitgewirkt hat; der Name bleibt, solange ihre Akten aufbewahrt werden (Art. 17 Abs. 3 Buchst. b DSGVO).';

CREATE FUNCTION identity.took_part(wanted_person uuid) RETURNS boolean
LANGUAGE sql STABLE SET search_path = pg_catalog AS $$ SELECT count > 0 FROM identity.kept_cases(wanted_person) $$;

CREATE FUNCTION identity.erasure_facts(wanted uuid) RETURNS jsonb
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE found jsonb; holder identity.account; person_name text; others integer; texts bigint[]; involved boolean;
BEGIN
  PERFORM identity.demand_role('ADMIN');
  SELECT a.* INTO holder FROM identity.account a WHERE a.id = wanted AND identity.is_person(a.id);
  IF holder.id IS NULL THEN RETURN NULL; END IF;
  SELECT p.name INTO person_name FROM identity.person p WHERE p.id = holder.person_id;
  SELECT count(*) INTO others FROM identity.account o WHERE o.person_id = holder.person_id AND o.id <> wanted AND o.state <> 'LEFT';
  -- Once, not for each text of the trail: with many events that never ended.
  involved := identity.took_part(holder.person_id);
  texts := ARRAY(SELECT t.sequence FROM audit.event_text t JOIN audit.event e USING (sequence)
    WHERE e.applicant_id IS NULL AND e.action <> 'audit.texts-erased' AND t.erased_by IS NULL
      AND (strpos(lower(concat_ws(' ', t.reason, t.before_text, t.after_text)), holder.email) > 0
        OR (others = 0 AND NOT involved AND strpos(concat_ws(' ', t.reason, t.before_text, t.after_text), person_name) > 0))
    ORDER BY t.sequence);
  RETURN jsonb_build_object('accountId', holder.id, 'personId', holder.person_id, 'state', holder.state, 'version', holder.version,
    'hasEmail', holder.email NOT LIKE '%@deleted.invalid', 'hasName', person_name <> 'Gelöschte Person', 'tookPart', involved,
    'keptUntil', (SELECT until FROM identity.kept_cases(holder.person_id)),
    'otherAccounts', others, 'sessions', (SELECT count(*) FROM identity.session_family f WHERE f.account_id = wanted AND (f.user_agent IS NOT NULL OR f.address IS NOT NULL)),
    'factors', (SELECT count(*) FROM identity.totp t WHERE t.account_id = wanted) + (SELECT count(*) FROM identity.passkey p WHERE p.account_id = wanted),
    'texts', to_jsonb(texts));
END $$;

CREATE FUNCTION identity.erase_account(wanted uuid) RETURNS integer
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE holder identity.account; person_name text; new_version integer;
BEGIN
  PERFORM identity.demand_role('ADMIN');
  PERFORM identity.demand_other_person(wanted);
  SELECT a.* INTO holder FROM identity.account a WHERE a.id = wanted AND a.state = 'LEFT' FOR UPDATE;
  IF holder.id IS NULL THEN RAISE EXCEPTION 'only who has left is forgotten' USING ERRCODE = '23514', CONSTRAINT = 'account_left_before_erasure'; END IF;
  SELECT p.name INTO person_name FROM identity.person p WHERE p.id = holder.person_id;
  DELETE FROM identity.totp t WHERE t.account_id = wanted;
  DELETE FROM identity.passkey p WHERE p.account_id = wanted;
  DELETE FROM identity.recovery_code c WHERE c.account_id = wanted;
  DELETE FROM identity.challenge c WHERE c.account_id = wanted;
  DELETE FROM identity.link l WHERE l.account_id = wanted;
  DELETE FROM identity.external_login e WHERE e.account_id = wanted;
  UPDATE identity.session_family f SET user_agent = NULL, address = NULL WHERE f.account_id = wanted;
  UPDATE notifications.outbound_message m SET recipient_email = NULL, withdrawn_at = CASE WHEN m.sent_at IS NULL THEN clock_timestamp() END
    WHERE m.recipient_account_id = wanted;
  UPDATE identity.account a SET email = 'konto-' || a.id || '@deleted.invalid', password_hash = NULL, locked_reason = NULL, version = a.version + 1
    WHERE a.id = wanted RETURNING a.version INTO new_version;
  IF NOT identity.took_part(holder.person_id) AND NOT EXISTS (SELECT 1 FROM identity.account o WHERE o.person_id = holder.person_id AND o.state <> 'LEFT') THEN
    UPDATE identity.person p SET name = 'Gelöschte Person' WHERE p.id = holder.person_id;
    UPDATE identity.role_grant g SET reason = 'gelöscht' WHERE strpos(g.reason, person_name) > 0;
    UPDATE identity.role_grant g SET end_reason = 'gelöscht' WHERE strpos(g.end_reason, person_name) > 0;
    UPDATE identity.delegation d SET reason = 'gelöscht' WHERE strpos(d.reason, person_name) > 0 OR wanted IN (d.absent_account_id, d.deputy_account_id);
    UPDATE identity.conflict_of_interest c SET reason = 'gelöscht', end_reason = CASE WHEN c.ended_at IS NOT NULL THEN 'gelöscht' END WHERE c.person_id = holder.person_id;
    UPDATE identity.factor_reset r SET reason = 'gelöscht' WHERE r.account_id = wanted;
  END IF;
  RETURN new_version;
END $$;
COMMENT ON FUNCTION identity.erase_account(uuid) IS 'E-Mail, Faktoren, Geräte und Adressen fallen immer; der Name erst, wenn kein Fall ihn mehr braucht und kein Konto der Person mehr besteht.';
`;
