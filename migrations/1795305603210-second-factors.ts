import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Second factors, sign-in by other houses and the own sign-ins. What decides about a sign-in demands the gate (system key). */
const FACTORS = `
CREATE FUNCTION identity.factors_of(gate text, wanted_account uuid) RETURNS TABLE (totp_secret bytea, passkeys integer, codes_left integer)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
  PERFORM identity.demand_gate(gate);
  RETURN QUERY SELECT (SELECT t.secret FROM identity.totp t WHERE t.account_id = wanted_account AND t.confirmed_at IS NOT NULL),
    (SELECT count(*)::integer FROM identity.passkey p WHERE p.account_id = wanted_account),
    (SELECT count(*)::integer FROM identity.recovery_code c WHERE c.account_id = wanted_account AND c.used_at IS NULL);
END $$;

CREATE FUNCTION identity.use_totp_step(gate text, wanted_account uuid, wanted_step bigint) RETURNS boolean
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
  PERFORM identity.demand_gate(gate);
  UPDATE identity.totp t SET last_step = wanted_step WHERE t.account_id = wanted_account AND t.confirmed_at IS NOT NULL AND t.last_step < wanted_step;
  RETURN FOUND;
END $$;
COMMENT ON FUNCTION identity.use_totp_step(text, uuid, bigint) IS 'Jeder Zeitschritt gilt einmal, auch bei gleichzeitigen Anfragen.';

CREATE FUNCTION identity.reseal_totp(gate text, wanted_account uuid, old_secret bytea, new_secret bytea) RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
  PERFORM identity.demand_gate(gate);
  UPDATE identity.totp t SET secret = new_secret WHERE t.account_id = wanted_account AND t.secret = old_secret;
END $$;

CREATE FUNCTION identity.use_recovery_code(gate text, wanted_account uuid, wanted_hash bytea) RETURNS boolean
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
  PERFORM identity.demand_gate(gate);
  UPDATE identity.recovery_code c SET used_at = clock_timestamp() WHERE c.account_id = wanted_account AND c.code_hash = wanted_hash AND c.used_at IS NULL;
  RETURN FOUND;
END $$;

CREATE FUNCTION identity.open_challenge(gate text, wanted_account uuid, wanted_purpose text, wanted_value text, seconds integer, wanted_address text) RETURNS uuid
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE by_address text := identity.bucket_of('challenge', wanted_address); opened uuid;
BEGIN
  PERFORM identity.demand_gate(gate);
  IF identity.seconds_until_free(by_address, interval '1 minute', 60) > 0 THEN RETURN NULL; END IF;
  PERFORM identity.count_in(by_address, interval '1 minute', 60);
  INSERT INTO identity.challenge (account_id, purpose, value, expires_at) VALUES (wanted_account, wanted_purpose, wanted_value, clock_timestamp() + interval '1 second' * seconds)
    RETURNING id INTO opened;
  RETURN opened;
END $$;
COMMENT ON FUNCTION identity.open_challenge(text, uuid, text, text, integer, text) IS 'Leer, wenn die Adresse in der letzten Minute schon 60 verlangt hat.';

CREATE FUNCTION identity.take_challenge(gate text, wanted_id uuid, wanted_purpose text) RETURNS TABLE (account_id uuid, value text)
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
  PERFORM identity.demand_gate(gate);
  RETURN QUERY UPDATE identity.challenge c SET used_at = clock_timestamp()
    WHERE c.id = wanted_id AND c.purpose = wanted_purpose AND c.used_at IS NULL AND c.expires_at > clock_timestamp() RETURNING c.account_id, c.value;
END $$;

CREATE FUNCTION identity.find_passkey(gate text, wanted_credential bytea)
RETURNS TABLE (id uuid, account_id uuid, public_key bytea, counter bigint, transports text[])
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
  PERFORM identity.demand_gate(gate);
  RETURN QUERY SELECT p.id, p.account_id, p.public_key, p.counter, p.transports FROM identity.passkey p JOIN identity.account a ON a.id = p.account_id
    WHERE p.credential_id = wanted_credential AND a.state = 'ACTIVE';
END $$;
CREATE FUNCTION identity.passkeys_of(gate text, wanted_account uuid) RETURNS TABLE (credential_id bytea, transports text[])
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
  PERFORM identity.demand_gate(gate);
  RETURN QUERY SELECT p.credential_id, p.transports FROM identity.passkey p WHERE p.account_id = wanted_account ORDER BY p.created_at, p.id;
END $$;
CREATE FUNCTION identity.note_passkey_use(gate text, wanted_id uuid, new_counter bigint) RETURNS boolean
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
  PERFORM identity.demand_gate(gate);
  UPDATE identity.passkey p SET counter = new_counter, last_used_at = clock_timestamp() WHERE p.id = wanted_id AND (p.counter = 0 AND new_counter = 0 OR p.counter < new_counter);
  RETURN FOUND;
END $$;
COMMENT ON FUNCTION identity.note_passkey_use(text, uuid, bigint) IS 'Ein Zähler, der nicht steigt, gehört zu einer Kopie des Schlüssels.';

CREATE FUNCTION identity.find_external(gate text, wanted_issuer text, wanted_subject text) RETURNS TABLE (account_id uuid, has_factor boolean)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
  PERFORM identity.demand_gate(gate);
  RETURN QUERY SELECT a.id, a.has_factor FROM identity.external_login e JOIN identity.account a ON a.id = e.account_id
    WHERE e.issuer = wanted_issuer AND e.subject = wanted_subject AND a.state = 'ACTIVE';
END $$;
CREATE FUNCTION identity.link_external(gate text, wanted_issuer text, wanted_subject text, verified_email text) RETURNS TABLE (account_id uuid, has_factor boolean)
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE invited identity.account;
BEGIN
  PERFORM identity.demand_gate(gate);
  SELECT a.* INTO invited FROM identity.account a WHERE a.email = lower(verified_email) AND a.state = 'INVITED'
    AND EXISTS (SELECT 1 FROM identity.link l WHERE l.account_id = a.id AND l.purpose = 'FIRST_PASSWORD' AND l.used_at IS NULL AND l.expires_at > clock_timestamp()) FOR UPDATE;
  IF invited.id IS NULL THEN RETURN; END IF;
  INSERT INTO identity.external_login (issuer, subject, account_id) VALUES (wanted_issuer, wanted_subject, invited.id) ON CONFLICT DO NOTHING;
  IF NOT FOUND THEN RETURN; END IF;
  UPDATE identity.link l SET used_at = clock_timestamp() WHERE l.account_id = invited.id AND l.used_at IS NULL AND l.expires_at > clock_timestamp();
  UPDATE identity.account a SET state = 'ACTIVE', version = a.version + 1 WHERE a.id = invited.id;
  RETURN QUERY SELECT invited.id, invited.has_factor;
END $$;
COMMENT ON FUNCTION identity.link_external(text, text, text, text) IS 'Nur bei offener Einladung und bestätigter E-Mail-Adresse; ein Konto, das schon benutzt wird, übernimmt niemand.';
`;

const OWN = `
CREATE FUNCTION identity.own_factors() RETURNS TABLE (totp_confirmed_at timestamptz, passkeys jsonb, codes_left integer)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
  SELECT (SELECT t.confirmed_at FROM identity.totp t WHERE t.account_id = own.id),
    coalesce((SELECT jsonb_agg(jsonb_build_object('id', p.id, 'name', p.name, 'createdAt', p.created_at, 'lastUsedAt', p.last_used_at) ORDER BY p.created_at, p.id)
      FROM identity.passkey p WHERE p.account_id = own.id), '[]'),
    (SELECT count(*)::integer FROM identity.recovery_code c WHERE c.account_id = own.id AND c.used_at IS NULL)
  FROM (SELECT identity.session_account() AS id) own
$$;

CREATE FUNCTION identity.begin_totp(gate text, new_secret bytea) RETURNS boolean
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
  PERFORM identity.demand_gate(gate);
  INSERT INTO identity.totp AS t (account_id, secret) VALUES (identity.session_account(), new_secret)
    ON CONFLICT (account_id) DO UPDATE SET secret = new_secret, created_at = clock_timestamp(), last_step = 0 WHERE t.confirmed_at IS NULL;
  RETURN FOUND;
END $$;
CREATE FUNCTION identity.pending_totp(gate text) RETURNS bytea
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
  PERFORM identity.demand_gate(gate);
  RETURN (SELECT t.secret FROM identity.totp t WHERE t.account_id = identity.session_account() AND t.confirmed_at IS NULL AND t.created_at > clock_timestamp() - interval '1 hour');
END $$;

CREATE FUNCTION identity.after_factor_change() RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE own uuid := identity.session_account();
BEGIN
  PERFORM identity.end_families(own, identity.own_family(), 'FACTOR_CHANGED');
  DELETE FROM identity.recovery_code c WHERE c.account_id = own AND NOT EXISTS (SELECT 1 FROM identity.account a WHERE a.id = own AND a.has_factor);
END $$;
COMMENT ON FUNCTION identity.after_factor_change() IS 'Alle anderen Anmeldungen enden; ohne zweiten Faktor gibt es auch keine Ersatzcodes.';

CREATE FUNCTION identity.show_factor(gate text) RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
  PERFORM identity.demand_gate(gate);
  UPDATE identity.session_family f SET factor_at = clock_timestamp() WHERE f.id = identity.own_family();
END $$;

CREATE FUNCTION identity.confirm_totp(gate text, first_step bigint) RETURNS boolean
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
  PERFORM identity.demand_gate(gate);
  UPDATE identity.totp t SET confirmed_at = clock_timestamp(), last_step = first_step WHERE t.account_id = identity.session_account() AND t.confirmed_at IS NULL;
  IF NOT FOUND THEN RETURN false; END IF;
  PERFORM identity.show_factor(gate);
  PERFORM identity.after_factor_change();
  RETURN true;
END $$;
CREATE FUNCTION identity.remove_totp(gate text) RETURNS boolean
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
  PERFORM identity.demand_gate(gate);
  DELETE FROM identity.totp t WHERE t.account_id = identity.session_account() AND t.confirmed_at IS NOT NULL;
  IF NOT FOUND THEN RETURN false; END IF;
  PERFORM identity.after_factor_change();
  RETURN true;
END $$;
CREATE FUNCTION identity.add_passkey(gate text, new_credential bytea, new_key bytea, new_counter bigint, new_transports text[], new_name text) RETURNS uuid
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE added uuid;
BEGIN
  PERFORM identity.demand_gate(gate);
  INSERT INTO identity.passkey (account_id, credential_id, public_key, counter, transports, name)
    VALUES (identity.session_account(), new_credential, new_key, new_counter, new_transports, new_name) RETURNING id INTO added;
  PERFORM identity.show_factor(gate);
  PERFORM identity.after_factor_change();
  RETURN added;
END $$;
CREATE FUNCTION identity.remove_passkey(gate text, wanted_id uuid) RETURNS boolean
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
  PERFORM identity.demand_gate(gate);
  DELETE FROM identity.passkey p WHERE p.id = wanted_id AND p.account_id = identity.session_account();
  IF NOT FOUND THEN RETURN false; END IF;
  PERFORM identity.after_factor_change();
  RETURN true;
END $$;
CREATE FUNCTION identity.replace_recovery_codes(gate text, new_hashes bytea[]) RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE own uuid := identity.session_account();
BEGIN
  PERFORM identity.demand_gate(gate);
  PERFORM 1 FROM identity.account a WHERE a.id = own FOR UPDATE;
  DELETE FROM identity.recovery_code c WHERE c.account_id = own;
  INSERT INTO identity.recovery_code (account_id, code_hash) SELECT own, h FROM unnest(new_hashes) h;
END $$;

CREATE FUNCTION identity.own_sessions() RETURNS TABLE (id uuid, method text, user_agent text, address text, started_at timestamptz, last_used_at timestamptz, is_current boolean)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
  SELECT f.id, f.method, f.user_agent, f.address, f.started_at, f.last_used_at, f.id = identity.own_family()
  FROM identity.session_family f
  WHERE f.account_id = identity.session_account() AND f.ended_at IS NULL AND f.kind <> 'system' AND f.expires_at > clock_timestamp()
    AND (f.kind <> 'browser' OR f.last_used_at > clock_timestamp() - interval '30 minutes')
  ORDER BY f.id = identity.own_family() DESC, f.last_used_at DESC, f.id
$$;
CREATE FUNCTION identity.end_own_session(wanted_family uuid) RETURNS boolean
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
  UPDATE identity.session_family f SET ended_at = clock_timestamp(), end_reason = 'ENDED_BY_HOLDER'
    WHERE f.id = wanted_family AND f.account_id = identity.session_account() AND f.ended_at IS NULL AND f.kind <> 'system';
  IF NOT FOUND THEN RETURN false; END IF;
  UPDATE identity.session s SET revoked_at = clock_timestamp() WHERE s.family_id = wanted_family AND s.revoked_at IS NULL;
  RETURN true;
END $$;
CREATE FUNCTION identity.end_other_sessions() RETURNS integer
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog AS $$
  SELECT identity.end_families(own.id, identity.own_family(), 'ENDED_BY_HOLDER') FROM (SELECT identity.session_account() AS id) own WHERE own.id IS NOT NULL
$$;
`;

/** What the API may call; after_factor_change is a part of these. */
const FUNCTIONS = `
  identity.factors_of(text, uuid), identity.use_totp_step(text, uuid, bigint), identity.reseal_totp(text, uuid, bytea, bytea),
  identity.use_recovery_code(text, uuid, bytea), identity.open_challenge(text, uuid, text, text, integer, text), identity.take_challenge(text, uuid, text),
  identity.find_passkey(text, bytea), identity.passkeys_of(text, uuid), identity.note_passkey_use(text, uuid, bigint),
  identity.find_external(text, text, text), identity.link_external(text, text, text, text),
  identity.own_factors(), identity.begin_totp(text, bytea), identity.pending_totp(text), identity.confirm_totp(text, bigint), identity.remove_totp(text),
  identity.add_passkey(text, bytea, bytea, bigint, text[], text), identity.remove_passkey(text, uuid), identity.replace_recovery_codes(text, bytea[]),
  identity.show_factor(text), identity.own_sessions(), identity.end_own_session(uuid), identity.end_other_sessions()`;

export class SecondFactors1795305603210 implements MigrationInterface {
  name = 'SecondFactors1795305603210';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(FACTORS);
    await runner.query(OWN);
    await runner.query(`GRANT EXECUTE ON FUNCTION ${FUNCTIONS} TO wir_app`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP FUNCTION ${FUNCTIONS}, identity.after_factor_change()`);
  }
}
