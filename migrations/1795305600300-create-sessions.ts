import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Sign-in, rotation of refresh tokens, the demo clock and stored commands, all as functions: the API has no rights on the tables. */
const UP = `
CREATE FUNCTION identity.find_login(wanted_email text) RETURNS TABLE (account_id uuid, password_hash text, locked_until timestamptz, active boolean)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
  SELECT a.id, a.password_hash, a.locked_until, a.active FROM identity.account a WHERE a.email = lower(wanted_email)
$$;

CREATE FUNCTION identity.start_session(wanted_account uuid, token text, wanted_kind text, refresh_token text)
RETURNS TABLE (session_id uuid, expires_at timestamptz)
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog AS $$
  INSERT INTO identity.session (token_hash, account_id, kind, family_id, refresh_hash, expires_at)
  SELECT identity.hash_token(token), a.id, wanted_kind, gen_random_uuid(), identity.hash_token(refresh_token), clock_timestamp() + interval '10 hours'
  FROM identity.account a WHERE a.id = wanted_account AND a.active AND wanted_kind IN ('browser', 'program')
  RETURNING id, expires_at
$$;
COMMENT ON FUNCTION identity.start_session(uuid, text, text, text) IS 'Absolute Grenze einer Sitzung: zehn Stunden.';

CREATE FUNCTION identity.rotate_refresh(refresh_token text, new_token text, new_refresh text)
RETURNS TABLE (session_id uuid, account_id uuid, expires_at timestamptz, reused boolean)
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE old identity.session;
BEGIN
  SELECT * INTO old FROM identity.session s WHERE s.refresh_hash = identity.hash_token(refresh_token) FOR UPDATE;
  IF old.id IS NULL OR old.revoked_at IS NOT NULL OR old.expires_at <= clock_timestamp() THEN RETURN; END IF;
  IF old.rotated_at IS NOT NULL AND old.rotated_at < clock_timestamp() - interval '10 seconds' THEN
    UPDATE identity.session s SET revoked_at = clock_timestamp() WHERE s.family_id = old.family_id AND s.revoked_at IS NULL;
    RETURN QUERY SELECT old.id, old.account_id, old.expires_at, true;
    RETURN;
  END IF;
  UPDATE identity.session s SET rotated_at = coalesce(s.rotated_at, clock_timestamp()) WHERE s.id = old.id;
  RETURN QUERY INSERT INTO identity.session AS n (token_hash, account_id, kind, family_id, refresh_hash, expires_at)
    VALUES (identity.hash_token(new_token), old.account_id, old.kind, old.family_id, identity.hash_token(new_refresh), old.expires_at)
    RETURNING n.id, n.account_id, n.expires_at, false;
END $$;
COMMENT ON FUNCTION identity.rotate_refresh(text, text, text) IS 'Zehn Sekunden Nachsicht für zwei Fenster; spätere Wiederverwendung beendet die ganze Familie.';

CREATE FUNCTION identity.end_session(token text) RETURNS void
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog AS $$
  UPDATE identity.session SET revoked_at = clock_timestamp()
  WHERE revoked_at IS NULL AND family_id = (SELECT family_id FROM identity.session WHERE token_hash = identity.hash_token(token))
$$;

CREATE FUNCTION identity.note_login_failure(wanted_email text) RETURNS void
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog AS $$
  UPDATE identity.account SET failed_logins = failed_logins + 1,
    locked_until = CASE WHEN failed_logins + 1 > 5
      THEN clock_timestamp() + least(interval '15 minutes', interval '1 second' * (2 ^ least(failed_logins - 5, 10))) END
  WHERE email = lower(wanted_email)
$$;
COMMENT ON FUNCTION identity.note_login_failure(text) IS 'Fünf Versuche frei, danach verdoppelt sich die Wartezeit von 1 s bis 15 min.';

CREATE FUNCTION identity.note_login_success(wanted_account uuid) RETURNS void
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog AS $$
  UPDATE identity.account SET failed_logins = 0, locked_until = NULL WHERE id = wanted_account AND (failed_logins > 0 OR locked_until IS NOT NULL)
$$;

CREATE FUNCTION identity.demo_accounts() RETURNS TABLE (email text, name text, roles text[], applicant_name text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
  SELECT a.email, p.name, array_agg(g.role ORDER BY g.role), CASE WHEN a.applicant_id IS NOT NULL THEN a.organisation END
  FROM identity.account a JOIN identity.person p ON p.id = a.person_id JOIN identity.role_grant g ON g.account_id = a.id
  WHERE a.is_demo AND a.active AND platform.mode() = 'demo' GROUP BY a.id, p.name ORDER BY a.applicant_id IS NOT NULL, a.organisation, a.email
$$;

CREATE FUNCTION identity.has_demo_accounts() RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$ SELECT EXISTS (SELECT 1 FROM identity.account WHERE is_demo) $$;

CREATE FUNCTION platform.claim_command(wanted_key uuid, wanted_fingerprint text)
RETURNS TABLE (claimed boolean, same_content boolean, status integer, body text)
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE actor uuid := identity.session_account();
BEGIN
  INSERT INTO platform.command (key, account_id, fingerprint) VALUES (wanted_key, actor, wanted_fingerprint) ON CONFLICT (key) DO NOTHING;
  IF FOUND THEN
    RETURN QUERY SELECT true, true, NULL::integer, NULL::text;
  ELSE
    RETURN QUERY SELECT false, c.fingerprint = wanted_fingerprint AND c.account_id IS NOT DISTINCT FROM actor, c.status, c.body
      FROM platform.command c WHERE c.key = wanted_key;
  END IF;
END $$;

CREATE FUNCTION platform.finish_command(wanted_key uuid, wanted_status integer, wanted_body text) RETURNS void
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog AS $$
  UPDATE platform.command SET status = wanted_status, body = wanted_body
  WHERE key = wanted_key AND status IS NULL AND account_id IS NOT DISTINCT FROM identity.session_account()
$$;

GRANT EXECUTE ON FUNCTION identity.find_login(text), identity.start_session(uuid, text, text, text), identity.rotate_refresh(text, text, text),
  identity.end_session(text), identity.note_login_failure(text), identity.note_login_success(uuid), identity.demo_accounts(), identity.has_demo_accounts(),
  platform.claim_command(uuid, text), platform.finish_command(uuid, integer, text) TO wir_app;
`;

const DOWN = `
DROP FUNCTION platform.finish_command(uuid, integer, text), platform.claim_command(uuid, text), identity.has_demo_accounts(), identity.demo_accounts(),
  identity.note_login_success(uuid), identity.note_login_failure(text), identity.end_session(text), identity.rotate_refresh(text, text, text),
  identity.start_session(uuid, text, text, text), identity.find_login(text);
`;

export class CreateSessions1795305600300 implements MigrationInterface {
  name = 'CreateSessions1795305600300';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(UP);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(DOWN);
  }
}
