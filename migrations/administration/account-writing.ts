/** What administrators do. The rules are told in plain words by libs/identity/domain; here stands what holds in any case. */
export const ACCOUNT_WRITING = `
CREATE FUNCTION identity.lock_account(wanted uuid) RETURNS jsonb
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE moment timestamptz := platform.now(); found jsonb;
BEGIN
  PERFORM identity.demand_role('ADMIN');
  PERFORM 1 FROM identity.account a WHERE a.id = wanted OR EXISTS (SELECT 1 FROM identity.role_grant g WHERE g.account_id = a.id AND g.role = 'ADMIN')
    ORDER BY a.id FOR NO KEY UPDATE;
  SELECT jsonb_build_object('accountId', a.id, 'personId', a.person_id, 'name', p.name, 'email', a.email, 'applicantId', a.applicant_id, 'organisation', a.organisation,
      'state', a.state, 'isActive', a.state = 'ACTIVE', 'version', a.version, 'held', identity.held_roles(a.id, moment), 'leavesOn', a.leaves_on,
      'roles', (SELECT coalesce(jsonb_agg(g.role), '[]') FROM identity.role_grant g WHERE g.account_id = a.id AND moment >= g.valid_from AND moment < g.valid_to),
      'isAdministrator', identity.administers(a, moment),
      'otherAdministrators', (SELECT count(*) FROM identity.account o WHERE o.id <> a.id AND identity.administers(o, moment)))
    INTO found
    FROM identity.account a JOIN identity.person p ON p.id = a.person_id WHERE a.id = wanted AND identity.is_person(a.id);
  RETURN found;
END $$;
COMMENT ON FUNCTION identity.lock_account(uuid) IS 'Sperrt das Konto und alle der Verwaltung: zwei, die sich gegenseitig sperren, warten aufeinander, und eine bleibt.';

CREATE FUNCTION identity.administers(a identity.account, moment timestamptz) RETURNS boolean
LANGUAGE sql STABLE SET search_path = pg_catalog AS $$
  SELECT a.state = 'ACTIVE' AND a.leaves_on IS NULL AND EXISTS (SELECT 1 FROM identity.role_grant g WHERE g.account_id = a.id AND g.role = 'ADMIN'
    AND moment >= g.valid_from AND g.valid_to = 'infinity')
$$;

CREATE FUNCTION identity.demand_administrator() RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM identity.account a WHERE identity.administers(a, platform.now())) THEN
    RAISE EXCEPTION 'somebody must be left who administers' USING ERRCODE = '23514', CONSTRAINT = 'account_administrator_remains';
  END IF;
END $$;

CREATE FUNCTION identity.demand_other_person(wanted uuid) RETURNS void
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM identity.account a WHERE a.id = wanted AND a.person_id = identity.session_person()) THEN
    RAISE EXCEPTION 'not to the own person' USING ERRCODE = '23514', CONSTRAINT = 'account_other_person';
  END IF;
END $$;

CREATE FUNCTION identity.create_account(wanted_person uuid, new_name text, new_email text, wanted_applicant uuid, new_organisation text) RETURNS uuid
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE holder uuid := wanted_person; body text; created uuid;
BEGIN
  PERFORM identity.demand_role('ADMIN');
  IF wanted_applicant IS NULL THEN
    body := coalesce(nullif(new_organisation, ''), (SELECT a.organisation FROM identity.account a WHERE a.id = identity.session_account()));
  ELSE
    SELECT p.official_name INTO body FROM programme.applicant p WHERE p.id = wanted_applicant;
    IF body IS NULL THEN RETURN NULL; END IF;
  END IF;
  IF holder IS NULL THEN
    INSERT INTO identity.person (name) VALUES (new_name) RETURNING id INTO holder;
  ELSIF NOT EXISTS (SELECT 1 FROM identity.account a WHERE a.person_id = holder AND a.state <> 'LEFT' AND identity.is_person(a.id)) THEN
    RETURN NULL;
  END IF;
  INSERT INTO identity.account (person_id, email, applicant_id, organisation, state, created_by)
    VALUES (holder, lower(new_email), wanted_applicant, body, 'INVITED', identity.session_account()) RETURNING id INTO created;
  RETURN created;
END $$;
COMMENT ON FUNCTION identity.create_account(uuid, text, text, uuid, text) IS 'Eine Person kann mehrere Konten haben und zählt überall einmal. Leer: Person oder Kommune unbekannt.';

CREATE FUNCTION identity.change_account(wanted uuid, new_name text, new_email text) RETURNS integer
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE changed identity.account; former text;
BEGIN
  PERFORM identity.demand_role('ADMIN');
  SELECT a.email INTO former FROM identity.account a WHERE a.id = wanted;
  UPDATE identity.account a SET email = lower(new_email), version = a.version + 1 WHERE a.id = wanted RETURNING * INTO changed;
  UPDATE identity.person p SET name = new_name WHERE p.id = changed.person_id AND p.name <> new_name;
  IF former <> changed.email THEN
    UPDATE identity.link l SET expires_at = clock_timestamp() WHERE l.account_id = wanted AND l.used_at IS NULL AND l.expires_at > clock_timestamp();
  END IF;
  RETURN changed.version;
END $$;

CREATE FUNCTION identity.set_account_state(wanted uuid, new_state text, new_reason text) RETURNS integer
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE new_version integer; target text := new_state;
BEGIN
  PERFORM identity.demand_role('ADMIN');
  PERFORM identity.demand_other_person(wanted);
  IF target = 'ACTIVE' AND EXISTS (SELECT 1 FROM identity.account a WHERE a.id = wanted AND a.password_hash IS NULL
    AND NOT EXISTS (SELECT 1 FROM identity.external_login e WHERE e.account_id = a.id)) THEN
    target := 'INVITED';
  END IF;
  UPDATE identity.account a SET state = target, active = target IN ('INVITED', 'ACTIVE'), locked_reason = CASE WHEN target = 'LOCKED' THEN new_reason END,
      version = a.version + 1 WHERE a.id = wanted RETURNING a.version INTO new_version;
  IF target IN ('LOCKED', 'LEFT') THEN PERFORM identity.shut_out(wanted, target); END IF;
  PERFORM identity.demand_administrator();
  RETURN new_version;
END $$;
COMMENT ON FUNCTION identity.set_account_state(uuid, text, text) IS 'Wirkt sofort: mit der Sperre enden Anmeldungen und offene Links. Wer noch nie ein Passwort hatte, wird beim Entsperren wieder eingeladen.';

CREATE FUNCTION identity.shut_out(wanted uuid, why text) RETURNS void
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog AS $$
  SELECT identity.end_families(wanted, NULL, why);
  UPDATE identity.link SET expires_at = clock_timestamp() WHERE account_id = wanted AND used_at IS NULL AND expires_at > clock_timestamp();
$$;

CREATE FUNCTION identity.end_account_sessions(wanted uuid) RETURNS integer
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
  PERFORM identity.demand_role('ADMIN');
  RETURN identity.end_families(wanted, NULL, 'ENDED_BY_ADMIN');
END $$;

CREATE FUNCTION identity.grant_role(wanted uuid, new_role text, from_day date, to_day date, new_reason text) RETURNS uuid
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE created uuid; moment timestamptz := platform.now();
BEGIN
  PERFORM identity.demand_role('ADMIN');
  IF new_role = 'SYSTEM' THEN RAISE EXCEPTION 'jobs hold this role' USING ERRCODE = '42501'; END IF;
  INSERT INTO identity.role_grant (account_id, role, valid_from, valid_to, reason, granted_by)
    VALUES (wanted, new_role, coalesce(nullif(identity.day_start(from_day), identity.day_start(platform.today())), moment),
      coalesce(identity.day_start(to_day + 1), 'infinity'), new_reason, identity.session_account())
    RETURNING id INTO created;
  RETURN created;
END $$;
COMMENT ON FUNCTION identity.grant_role(uuid, text, date, date, text) IS 'Ab heute heißt ab jetzt; niemand gibt sich selbst eine Rolle (Auslöser role_grant_guard).';

CREATE FUNCTION identity.lock_grant(wanted uuid) RETURNS jsonb
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE moment timestamptz := platform.now(); found jsonb;
BEGIN
  PERFORM identity.demand_role('ADMIN');
  SELECT jsonb_build_object('id', g.id, 'accountId', g.account_id, 'role', g.role, 'validFrom', identity.first_day(g.valid_from), 'validTo', identity.last_day(g.valid_to),
    'isOver', g.valid_to <= moment, 'hasBegun', g.valid_from <= moment) INTO found
    FROM identity.role_grant g WHERE g.id = wanted AND g.role <> 'SYSTEM' FOR UPDATE;
  RETURN found;
END $$;

CREATE FUNCTION identity.end_grant(wanted uuid, on_day date, why text) RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE ends timestamptz := coalesce(identity.day_start(on_day + 1), platform.now());
BEGIN
  PERFORM identity.demand_role('ADMIN');
  PERFORM identity.demand_other_person(g.account_id) FROM identity.role_grant g WHERE g.id = wanted;
  DELETE FROM identity.role_grant g WHERE g.id = wanted AND g.role <> 'SYSTEM' AND g.valid_from >= ends;
  UPDATE identity.role_grant g SET valid_to = ends, ended_by = identity.session_account(), end_reason = why
    WHERE g.id = wanted AND g.role <> 'SYSTEM' AND g.valid_to > ends;
  PERFORM identity.demand_administrator();
END $$;
COMMENT ON FUNCTION identity.end_grant(uuid, date, text) IS 'Ohne Tag: sofort. Eine Rolle, die noch nicht begonnen hat, entfällt; beides steht im Protokoll.';

CREATE FUNCTION identity.request_factor_reset(wanted uuid, why text) RETURNS uuid
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE created uuid;
BEGIN
  PERFORM identity.demand_role('ADMIN');
  PERFORM identity.demand_other_person(wanted);
  INSERT INTO identity.factor_reset (account_id, reason, requested_by) VALUES (wanted, why, identity.session_account()) RETURNING id INTO created;
  RETURN created;
END $$;

CREATE FUNCTION identity.lock_factor_reset(wanted uuid) RETURNS jsonb
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE found jsonb;
BEGIN
  PERFORM identity.demand_role('ADMIN');
  SELECT jsonb_build_object('id', r.id, 'accountId', r.account_id, 'ownerPersonId', a.person_id, 'requestedByPersonId', q.person_id,
    'isOpen', r.confirmed_at IS NULL AND r.cancelled_at IS NULL) INTO found
    FROM identity.factor_reset r JOIN identity.account a ON a.id = r.account_id JOIN identity.account q ON q.id = r.requested_by WHERE r.id = wanted FOR UPDATE OF r;
  RETURN found;
END $$;

CREATE FUNCTION identity.confirm_factor_reset(wanted uuid) RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE holder uuid;
BEGIN
  PERFORM identity.demand_role('ADMIN');
  UPDATE identity.factor_reset r SET confirmed_by = identity.session_account(), confirmed_at = platform.now()
    FROM identity.account q, identity.account a
    WHERE r.id = wanted AND r.confirmed_at IS NULL AND r.cancelled_at IS NULL AND q.id = r.requested_by AND a.id = r.account_id
      AND identity.session_person() NOT IN (q.person_id, a.person_id)
    RETURNING r.account_id INTO holder;
  IF holder IS NULL THEN
    RAISE EXCEPTION 'two persons, none of them the owner' USING ERRCODE = '23514', CONSTRAINT = 'factor_reset_two_persons';
  END IF;
  DELETE FROM identity.totp t WHERE t.account_id = holder;
  DELETE FROM identity.passkey p WHERE p.account_id = holder;
  DELETE FROM identity.recovery_code c WHERE c.account_id = holder;
  PERFORM identity.shut_out(holder, 'FACTOR_RESET');
END $$;
COMMENT ON FUNCTION identity.confirm_factor_reset(uuid) IS 'Zwei Personen der Verwaltung, keine davon die betroffene; alle Anmeldungen enden, das Passwort bleibt.';

CREATE FUNCTION identity.cancel_factor_reset(wanted uuid) RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
  PERFORM identity.demand_role('ADMIN');
  UPDATE identity.factor_reset r SET cancelled_at = platform.now() WHERE r.id = wanted AND r.confirmed_at IS NULL AND r.cancelled_at IS NULL;
END $$;
`;
