import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Sessions with idle limit, second factor and delegations. Functions that work before anybody is signed in demand the system
 * key (the gate): whoever can make the API run SQL as wir_app can still not sign in as somebody. Lock order: family, session.
 */
const UP = `
CREATE FUNCTION identity.demand_gate(gate text) RETURNS void
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
  IF gate IS NULL OR NOT EXISTS (SELECT 1 FROM identity.session s WHERE s.token_hash = sha256(convert_to(gate, 'UTF8')) AND s.kind = 'system' AND s.revoked_at IS NULL) THEN
    RAISE EXCEPTION 'the gate is closed' USING ERRCODE = '42501';
  END IF;
END $$;
COMMENT ON FUNCTION identity.demand_gate(text) IS 'Vor der Anmeldung gibt es keine Person; dann muss das Programm selbst seinen Schlüssel zeigen.';

CREATE OR REPLACE VIEW identity.live_session WITH (security_barrier, security_invoker) AS
  SELECT s.id AS session_id, s.token_hash, s.account_id, a.person_id, a.applicant_id, a.organisation, p.name, a.email, s.expires_at,
    (SELECT coalesce(array_agg(DISTINCT r.role ORDER BY r.role), '{}') FROM (
      SELECT g.role FROM identity.role_grant g WHERE g.account_id = a.id AND platform.now() >= g.valid_from AND platform.now() < g.valid_to
      UNION ALL
      SELECT d.role FROM identity.delegation d JOIN identity.role_grant g ON g.account_id = d.absent_account_id AND g.role = d.role
        WHERE d.deputy_account_id = a.id AND d.revoked_at IS NULL AND platform.now() >= d.valid_from AND platform.now() < d.valid_to
          AND platform.now() >= g.valid_from AND platform.now() < g.valid_to) r) AS roles,
    s.family_id
  FROM identity.session s JOIN identity.session_family f ON f.id = s.family_id
    JOIN identity.account a ON a.id = s.account_id JOIN identity.person p ON p.id = a.person_id
  WHERE s.revoked_at IS NULL AND s.expires_at > clock_timestamp() AND f.ended_at IS NULL
    AND (f.kind <> 'browser' OR f.last_used_at > clock_timestamp() - interval '30 minutes') AND a.active;

DROP FUNCTION identity.open_session(text);
CREATE FUNCTION identity.open_session(token text) RETURNS TABLE (
  session_id uuid, account_id uuid, person_id uuid, name text, email text, roles text[], applicant_id uuid, applicant_name text,
  now timestamptz, today date, expires_at timestamptz, family_id uuid, own_roles text[], delegations jsonb, has_factor boolean,
  factor_at timestamptz, idle_ends_at timestamptz)
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE moment timestamptz := platform.now(); tick timestamptz := clock_timestamp(); found record; own text[]; lent jsonb;
BEGIN
  PERFORM set_config('wir.session', token, false);
  SELECT s.id, s.account_id, a.person_id, p.name, a.email, a.applicant_id, a.organisation, s.expires_at, s.family_id, f.kind, f.last_used_at, a.has_factor, f.factor_at
    INTO found
    FROM identity.session s JOIN identity.session_family f ON f.id = s.family_id
      JOIN identity.account a ON a.id = s.account_id JOIN identity.person p ON p.id = a.person_id
    WHERE s.token_hash = sha256(convert_to(token, 'UTF8')) AND s.revoked_at IS NULL AND s.expires_at > tick AND f.ended_at IS NULL
      AND (f.kind <> 'browser' OR f.last_used_at > tick - interval '30 minutes') AND a.active;
  IF found.id IS NULL THEN RETURN; END IF;
  IF found.kind = 'browser' AND found.last_used_at < tick - interval '30 seconds' THEN
    UPDATE identity.session_family f SET last_used_at = tick
      WHERE f.id = (SELECT l.id FROM identity.session_family l WHERE l.id = found.family_id FOR UPDATE SKIP LOCKED);
  END IF;
  own := ARRAY(SELECT g.role FROM identity.role_grant g WHERE g.account_id = found.account_id AND moment >= g.valid_from AND moment < g.valid_to ORDER BY g.role);
  SELECT jsonb_agg(jsonb_build_object('id', d.id, 'role', d.role, 'accountId', d.absent_account_id, 'personId', b.person_id, 'name', q.name, 'until', d.valid_to)
      ORDER BY d.role, d.id) INTO lent
    FROM identity.delegation d JOIN identity.role_grant g ON g.account_id = d.absent_account_id AND g.role = d.role
      JOIN identity.account b ON b.id = d.absent_account_id JOIN identity.person q ON q.id = b.person_id
    WHERE d.deputy_account_id = found.account_id AND d.revoked_at IS NULL AND moment >= d.valid_from AND moment < d.valid_to
      AND moment >= g.valid_from AND moment < g.valid_to;
  RETURN QUERY SELECT found.id, found.account_id, found.person_id, found.name, found.email,
    CASE WHEN lent IS NULL THEN own ELSE ARRAY(SELECT DISTINCT r FROM unnest(own || ARRAY(SELECT e->>'role' FROM jsonb_array_elements(lent) e)) r ORDER BY r) END,
    found.applicant_id, CASE WHEN found.applicant_id IS NOT NULL THEN found.organisation END, moment, (moment AT TIME ZONE 'Europe/Berlin')::date, found.expires_at,
    found.family_id, own, coalesce(lent, '[]'::jsonb), found.has_factor, found.factor_at,
    CASE WHEN found.kind = 'browser' THEN tick + interval '30 minutes' END;
END $$;
COMMENT ON FUNCTION identity.open_session(text) IS 'Erste Anweisung jeder Anfrage: bindet die Verbindung an die Sitzung, zählt die Untätigkeit neu und nennt Person, Rollen, Vertretungen und Zeit.';

CREATE OR REPLACE FUNCTION identity.session_account() RETURNS uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
  SELECT s.account_id FROM identity.session s JOIN identity.session_family f ON f.id = s.family_id JOIN identity.account a ON a.id = s.account_id
  WHERE s.token_hash = sha256(convert_to(nullif(current_setting('wir.session', true), ''), 'UTF8'))
    AND s.revoked_at IS NULL AND s.expires_at > clock_timestamp() AND f.ended_at IS NULL
    AND (f.kind <> 'browser' OR f.last_used_at > clock_timestamp() - interval '30 minutes') AND a.active
$$;
CREATE OR REPLACE FUNCTION identity.session_person() RETURNS uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
  SELECT a.person_id FROM identity.account a WHERE a.id = identity.session_account()
$$;
CREATE OR REPLACE FUNCTION identity.session_applicant() RETURNS uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
  SELECT a.applicant_id FROM identity.session s JOIN identity.session_family f ON f.id = s.family_id JOIN identity.account a ON a.id = s.account_id
  WHERE s.token_hash = sha256(convert_to(nullif(current_setting('wir.session', true), ''), 'UTF8'))
    AND s.revoked_at IS NULL AND s.expires_at > clock_timestamp() AND f.ended_at IS NULL
    AND (f.kind <> 'browser' OR f.last_used_at > clock_timestamp() - interval '30 minutes') AND a.active
$$;
CREATE OR REPLACE FUNCTION identity.session_is_staff() RETURNS boolean
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE moment timestamptz := platform.now();
BEGIN
  RETURN EXISTS (SELECT 1 FROM identity.session s JOIN identity.session_family f ON f.id = s.family_id JOIN identity.account a ON a.id = s.account_id
      JOIN identity.role_grant g ON g.account_id = a.id
    WHERE s.token_hash = sha256(convert_to(nullif(current_setting('wir.session', true), ''), 'UTF8'))
      AND s.revoked_at IS NULL AND s.expires_at > clock_timestamp() AND f.ended_at IS NULL
      AND (f.kind <> 'browser' OR f.last_used_at > clock_timestamp() - interval '30 minutes') AND a.active AND a.applicant_id IS NULL
      AND g.role IN ('CASE_WORKER','HEAD_OF_UNIT','BUDGET_OFFICER','PAYMENT_ORDERER','EXTERNAL_AUDITOR','PRESS_VIEWER','SYSTEM')
      AND moment >= g.valid_from AND moment < g.valid_to);
END $$;

CREATE FUNCTION identity.demand_role(VARIADIC wanted text[]) RETURNS void
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
  IF NOT EXISTS (SELECT 1 FROM identity.live_session l WHERE l.token_hash = identity.own_token_hash() AND l.roles && wanted) THEN
    RAISE EXCEPTION 'none of the roles %', wanted USING ERRCODE = '42501';
  END IF;
END $$;
COMMENT ON FUNCTION identity.demand_role(text[]) IS 'Zweite Mauer der Verwaltungsfunktionen: die lebende Sitzung muss eine der Rollen haben.';

CREATE OR REPLACE FUNCTION identity.start_session(wanted_account uuid, token text, wanted_kind text, refresh_token text)
RETURNS TABLE (session_id uuid, expires_at timestamptz)
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog AS $$
  WITH family AS (
    INSERT INTO identity.session_family (id, account_id, kind, expires_at)
    SELECT gen_random_uuid(), a.id, wanted_kind, clock_timestamp() + interval '10 hours' FROM identity.account a
    WHERE a.id = wanted_account AND a.active AND wanted_kind IN ('browser', 'program')
    RETURNING id, account_id, kind, expires_at)
  INSERT INTO identity.session (token_hash, account_id, kind, family_id, refresh_hash, expires_at)
  SELECT identity.hash_token(token), f.account_id, f.kind, f.id, identity.hash_token(refresh_token), f.expires_at FROM family f
  RETURNING id, expires_at
$$;
COMMENT ON FUNCTION identity.start_session(uuid, text, text, text) IS 'Nur für den Eigentümer (Tests, Grunddaten). Die Anwendung meldet mit identity.begin_session an.';
REVOKE EXECUTE ON FUNCTION identity.start_session(uuid, text, text, text) FROM wir_app;

CREATE FUNCTION identity.begin_session(gate text, wanted_account uuid, token text, wanted_kind text, refresh_token text,
  wanted_method text, with_factor boolean, wanted_user_agent text, wanted_address text)
RETURNS TABLE (session_id uuid, family_id uuid, expires_at timestamptz)
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE started record;
BEGIN
  PERFORM identity.demand_gate(gate);
  SELECT s.session_id, s.expires_at INTO started FROM identity.start_session(wanted_account, token, wanted_kind, refresh_token) s;
  IF started.session_id IS NULL THEN RETURN; END IF;
  UPDATE identity.session_family f SET method = wanted_method, factor_at = CASE WHEN with_factor THEN clock_timestamp() END,
      user_agent = left(wanted_user_agent, 120), address = left(wanted_address, 60)
    WHERE f.id = (SELECT s.family_id FROM identity.session s WHERE s.id = started.session_id);
  UPDATE identity.account SET last_sign_in_at = platform.now() WHERE id = wanted_account;
  RETURN QUERY SELECT s.id, s.family_id, s.expires_at FROM identity.session s WHERE s.id = started.session_id;
END $$;
COMMENT ON FUNCTION identity.begin_session(text, uuid, text, text, text, text, boolean, text, text) IS 'Anmeldung; absolute Grenze zehn Stunden.';

CREATE OR REPLACE FUNCTION identity.rotate_refresh(refresh_token text, new_token text, new_refresh text)
RETURNS TABLE (session_id uuid, account_id uuid, expires_at timestamptz, reused boolean)
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE old identity.session; family identity.session_family;
BEGIN
  SELECT f.* INTO family FROM identity.session_family f
    WHERE f.id = (SELECT s.family_id FROM identity.session s WHERE s.refresh_hash = identity.hash_token(refresh_token)) FOR UPDATE;
  IF family.id IS NULL OR family.ended_at IS NOT NULL THEN RETURN; END IF;
  SELECT * INTO old FROM identity.session s WHERE s.refresh_hash = identity.hash_token(refresh_token) FOR UPDATE;
  IF old.revoked_at IS NOT NULL OR old.expires_at <= clock_timestamp() THEN RETURN; END IF;
  IF family.last_used_at <= clock_timestamp() - interval '30 minutes' THEN
    UPDATE identity.session_family f SET ended_at = clock_timestamp(), end_reason = 'IDLE' WHERE f.id = family.id;
    RETURN;
  END IF;
  IF old.rotated_at IS NOT NULL AND old.rotated_at < clock_timestamp() - interval '10 seconds' THEN
    UPDATE identity.session_family f SET ended_at = clock_timestamp(), end_reason = 'REUSE' WHERE f.id = family.id;
    UPDATE identity.session s SET revoked_at = clock_timestamp() WHERE s.family_id = old.family_id AND s.revoked_at IS NULL;
    RETURN QUERY SELECT old.id, old.account_id, old.expires_at, true;
    RETURN;
  END IF;
  UPDATE identity.session s SET rotated_at = coalesce(s.rotated_at, clock_timestamp()) WHERE s.id = old.id;
  RETURN QUERY INSERT INTO identity.session AS n (token_hash, account_id, kind, family_id, refresh_hash, expires_at)
    VALUES (identity.hash_token(new_token), old.account_id, old.kind, old.family_id, identity.hash_token(new_refresh), old.expires_at)
    RETURNING n.id, n.account_id, n.expires_at, false;
END $$;

CREATE OR REPLACE FUNCTION identity.end_session(token text) RETURNS void
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog AS $$
  WITH family AS (SELECT family_id FROM identity.session WHERE token_hash = identity.hash_token(token)),
  ended AS (UPDATE identity.session_family f SET ended_at = clock_timestamp(), end_reason = 'SIGNED_OUT'
    FROM family WHERE f.id = family.family_id AND f.ended_at IS NULL)
  UPDATE identity.session SET revoked_at = clock_timestamp() WHERE revoked_at IS NULL AND family_id = (SELECT family_id FROM family)
$$;

CREATE FUNCTION identity.end_families(wanted_account uuid, except_family uuid, reason text) RETURNS integer
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog AS $$
  WITH ended AS (UPDATE identity.session_family f SET ended_at = clock_timestamp(), end_reason = reason
    WHERE f.account_id = wanted_account AND f.id IS DISTINCT FROM except_family AND f.ended_at IS NULL AND f.kind <> 'system' RETURNING f.id),
  revoked AS (UPDATE identity.session s SET revoked_at = clock_timestamp() WHERE s.family_id IN (SELECT id FROM ended) AND s.revoked_at IS NULL)
  SELECT count(*)::integer FROM ended
$$;
COMMENT ON FUNCTION identity.end_families(uuid, uuid, text) IS 'Baustein anderer Funktionen, der Anwendung nicht zugänglich: beendet alle Anmeldungen eines Kontos (außer einer).';

GRANT EXECUTE ON FUNCTION identity.open_session(text), identity.demand_gate(text), identity.demand_role(text[]),
  identity.begin_session(text, uuid, text, text, text, text, boolean, text, text) TO wir_app;
`;

const DOWN = `
DROP FUNCTION identity.end_families(uuid, uuid, text), identity.begin_session(text, uuid, text, text, text, text, boolean, text, text),
  identity.demand_role(text[]), identity.demand_gate(text);
`;

export class SessionFamilies1795305603050 implements MigrationInterface {
  name = 'SessionFamilies1795305603050';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(UP);
  }

  /** open_session keeps its further columns; earlier programs name the ones they read. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query(DOWN);
  }
}
