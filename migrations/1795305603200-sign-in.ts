import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Guesses are counted before they are checked and under the lock of their row, so that neither parallel requests nor
 * several processes let more through. What works before anybody is signed in demands the gate (system key).
 */
const THROTTLE = `
ALTER TABLE identity.throttle ADD COLUMN recent timestamptz[] NOT NULL DEFAULT '{}';
COMMENT ON COLUMN identity.throttle.recent IS 'Wann zuletzt gezählt wurde; gleitendes Fenster. window_started_at ist der letzte Zeitpunkt.';

CREATE FUNCTION identity.bucket_of(kind text, subject text) RETURNS text
LANGUAGE sql IMMUTABLE SET search_path = pg_catalog AS $$ SELECT kind || ':' || encode(sha256(convert_to(subject, 'UTF8')), 'hex') $$;

CREATE FUNCTION identity.claim_guess(wanted_bucket text, per_window integer, free_in_row integer, stop_after integer)
RETURNS TABLE (guessed_at timestamptz, wait_seconds integer, stopped boolean)
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE known identity.throttle; tick timestamptz; counted timestamptz[]; free_at timestamptz;
BEGIN
  INSERT INTO identity.throttle AS t (bucket) VALUES (wanted_bucket) ON CONFLICT (bucket) DO UPDATE SET bucket = t.bucket RETURNING * INTO known;
  tick := clock_timestamp();
  IF known.failures >= stop_after THEN
    RETURN QUERY SELECT NULL::timestamptz, 900, true;
    RETURN;
  END IF;
  counted := ARRAY(SELECT r FROM unnest(known.recent) r WHERE r > tick - interval '15 minutes' ORDER BY r);
  free_at := known.blocked_until;
  IF cardinality(counted) >= per_window THEN
    free_at := greatest(free_at, counted[cardinality(counted) - per_window + 1] + interval '15 minutes');
  END IF;
  IF free_at > tick THEN
    RETURN QUERY SELECT NULL::timestamptz, ceil(extract(epoch FROM free_at - tick))::integer, false;
    RETURN;
  END IF;
  UPDATE identity.throttle t SET failures = known.failures + 1, recent = counted || tick, window_started_at = tick,
      blocked_until = CASE WHEN known.failures + 1 > free_in_row
        THEN tick + least(interval '15 minutes', interval '1 second' * (2 ^ least(known.failures - free_in_row, 10))) END
    WHERE t.bucket = wanted_bucket;
  RETURN QUERY SELECT tick, 0, false;
END $$;
COMMENT ON FUNCTION identity.claim_guess(text, integer, integer, integer) IS 'Zählt einen Versuch, bevor er geprüft wird; nach den freien Versuchen verdoppelt sich die Pause von 1 s bis 15 min, höchstens per_window in 15 min, nach stop_after in Folge ist Schluss.';

CREATE FUNCTION identity.forgive_guess(wanted_bucket text, wanted_moment timestamptz) RETURNS void
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog AS $$
  UPDATE identity.throttle SET failures = 0, blocked_until = NULL, recent = array_remove(recent, wanted_moment) WHERE bucket = wanted_bucket
$$;
COMMENT ON FUNCTION identity.forgive_guess(text, timestamptz) IS 'Ein richtiger Versuch beendet die Folge; fremde Fehlversuche der letzten 15 min zählen weiter.';

CREATE FUNCTION identity.seconds_until_free(wanted_bucket text, period interval, per_period integer) RETURNS integer
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog AS $$
  SELECT coalesce((SELECT CASE WHEN count(r) >= per_period THEN greatest(1, ceil(extract(epoch FROM min(r) + period - clock_timestamp())))::integer END
    FROM identity.throttle t, unnest(t.recent) r WHERE t.bucket = wanted_bucket AND r > clock_timestamp() - period), 0)
$$;
CREATE FUNCTION identity.count_in(wanted_bucket text, period interval, per_period integer) RETURNS void
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog AS $$
  INSERT INTO identity.throttle AS t (bucket, recent) VALUES (wanted_bucket, ARRAY[clock_timestamp()])
  ON CONFLICT (bucket) DO UPDATE SET window_started_at = clock_timestamp(), recent =
    (ARRAY(SELECT r FROM unnest(t.recent) r WHERE r > clock_timestamp() - period ORDER BY r DESC LIMIT per_period)) || clock_timestamp()
$$;

CREATE FUNCTION identity.begin_guess(gate text, wanted_email text, wanted_address text, per_minute integer)
RETURNS TABLE (guessed_at timestamptz, wait_seconds integer, stopped boolean, account_id uuid, password_hash text, has_factor boolean)
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE claim record; wait integer;
BEGIN
  PERFORM identity.demand_gate(gate);
  wait := identity.seconds_until_free(identity.bucket_of('address', wanted_address), interval '1 minute', per_minute);
  IF wait > 0 THEN
    RETURN QUERY SELECT NULL::timestamptz, wait, false, NULL::uuid, NULL::text, false;
    RETURN;
  END IF;
  SELECT * INTO claim FROM identity.claim_guess(identity.bucket_of('account', lower(wanted_email)), 10, 5, 100);
  RETURN QUERY SELECT claim.guessed_at, claim.wait_seconds, claim.stopped, a.id, a.password_hash, coalesce(a.has_factor, false)
    FROM (SELECT 1) one LEFT JOIN identity.account a ON a.email = lower(wanted_email) AND a.state = 'ACTIVE' AND claim.guessed_at IS NOT NULL;
END $$;
COMMENT ON FUNCTION identity.begin_guess(text, text, text, integer) IS 'Vor jeder Prüfung eines Passworts; bekannte und unbekannte Adressen werden gleich behandelt.';

CREATE FUNCTION identity.settle_guess(gate text, wanted_email text, wanted_address text, per_minute integer, wanted_moment timestamptz, is_right boolean) RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
  PERFORM identity.demand_gate(gate);
  IF is_right THEN
    PERFORM identity.forgive_guess(identity.bucket_of('account', lower(wanted_email)), wanted_moment);
  ELSE
    PERFORM identity.count_in(identity.bucket_of('address', wanted_address), interval '1 minute', per_minute);
  END IF;
END $$;

CREATE FUNCTION identity.begin_factor_guess(gate text, wanted_account uuid) RETURNS TABLE (guessed_at timestamptz, wait_seconds integer)
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
  PERFORM identity.demand_gate(gate);
  RETURN QUERY SELECT c.guessed_at, c.wait_seconds FROM identity.claim_guess(identity.bucket_of('factor', wanted_account::text), 5, 1000000, 1000000) c;
END $$;
CREATE FUNCTION identity.forgive_factor_guess(gate text, wanted_account uuid, wanted_moment timestamptz) RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
  PERFORM identity.demand_gate(gate);
  PERFORM identity.forgive_guess(identity.bucket_of('factor', wanted_account::text), wanted_moment);
END $$;
COMMENT ON FUNCTION identity.begin_factor_guess(text, uuid) IS 'Höchstens fünf falsche Codes in 15 min je Konto, gleich welcher Art.';

CREATE FUNCTION identity.forget_failures(wanted_account uuid) RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
  PERFORM identity.demand_role('ADMIN');
  DELETE FROM identity.throttle WHERE bucket IN (identity.bucket_of('factor', wanted_account::text),
    identity.bucket_of('account', (SELECT a.email FROM identity.account a WHERE a.id = wanted_account)));
END $$;
COMMENT ON FUNCTION identity.forget_failures(uuid) IS 'Beim Entsperren durch die Administration.';

CREATE FUNCTION identity.sweep_sign_in() RETURNS void
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog AS $$
  DELETE FROM identity.throttle WHERE window_started_at < clock_timestamp() - interval '30 days' OR (failures = 0 AND window_started_at < clock_timestamp() - interval '1 day');
  DELETE FROM identity.challenge WHERE expires_at < clock_timestamp() - interval '1 day';
$$;
COMMENT ON FUNCTION identity.sweep_sign_in() IS 'Vergisst Gezähltes, das niemanden mehr bremst (Datensparsamkeit).';
`;

const PASSWORDS = `
CREATE FUNCTION identity.replace_password_hash(gate text, wanted_account uuid, old_hash text, new_hash text) RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
  PERFORM identity.demand_gate(gate);
  UPDATE identity.account a SET password_hash = new_hash WHERE a.id = wanted_account AND a.password_hash = old_hash;
END $$;
COMMENT ON FUNCTION identity.replace_password_hash(text, uuid, text, text) IS 'Dasselbe Passwort, neu gehasht; nur wenn es inzwischen niemand geändert hat.';

CREATE FUNCTION identity.own_family() RETURNS uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
  SELECT s.family_id FROM identity.session s WHERE s.token_hash = identity.own_token_hash() AND s.account_id = identity.session_account()
$$;

CREATE FUNCTION identity.change_own_password(gate text, new_hash text) RETURNS integer
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE own uuid := identity.session_account();
BEGIN
  PERFORM identity.demand_gate(gate);
  UPDATE identity.account a SET password_hash = new_hash WHERE a.id = own AND new_hash IS NOT NULL;
  IF NOT FOUND THEN RAISE EXCEPTION 'nobody is signed in' USING ERRCODE = '42501'; END IF;
  UPDATE identity.link l SET expires_at = clock_timestamp() WHERE l.account_id = own AND l.used_at IS NULL AND l.expires_at > clock_timestamp();
  RETURN identity.end_families(own, identity.own_family(), 'PASSWORD_CHANGED');
END $$;

CREATE FUNCTION identity.request_reset(gate text, wanted_email text, wanted_address text) RETURNS uuid
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE by_email text := identity.bucket_of('reset', lower(wanted_email)); by_address text := identity.bucket_of('reset-address', wanted_address); found uuid;
BEGIN
  PERFORM identity.demand_gate(gate);
  -- Who asks ten times at once is counted one after the other.
  PERFORM pg_advisory_xact_lock(hashtextextended(by_email, 0));
  IF identity.seconds_until_free(by_email, interval '1 hour', 3) > 0 OR identity.seconds_until_free(by_address, interval '1 hour', 30) > 0 THEN RETURN NULL; END IF;
  PERFORM identity.count_in(by_email, interval '1 hour', 3);
  PERFORM identity.count_in(by_address, interval '1 hour', 30);
  SELECT a.id INTO found FROM identity.account a WHERE a.email = lower(wanted_email) AND a.state = 'ACTIVE';
  RETURN found;
END $$;
COMMENT ON FUNCTION identity.request_reset(text, text, text) IS 'Höchstens drei Nachrichten in der Stunde je Konto; leer, wenn keine zu schreiben ist.';

CREATE FUNCTION identity.create_link(gate text, wanted_account uuid, wanted_purpose text, token text, creator uuid) RETURNS timestamptz
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE ends timestamptz;
BEGIN
  PERFORM identity.demand_gate(gate);
  PERFORM 1 FROM identity.account a WHERE a.id = wanted_account AND a.state = CASE wanted_purpose WHEN 'FIRST_PASSWORD' THEN 'INVITED' ELSE 'ACTIVE' END FOR UPDATE;
  IF NOT FOUND THEN RETURN NULL; END IF;
  UPDATE identity.link l SET expires_at = clock_timestamp() WHERE l.account_id = wanted_account AND l.used_at IS NULL AND l.expires_at > clock_timestamp();
  INSERT INTO identity.link (account_id, purpose, token_hash, created_by) VALUES (wanted_account, wanted_purpose, identity.hash_token(token), creator)
    RETURNING expires_at INTO ends;
  RETURN ends;
END $$;
COMMENT ON FUNCTION identity.create_link(text, uuid, text, text, uuid) IS 'Ein Tag, einmal; der neueste Link gilt.';

CREATE FUNCTION identity.open_link(gate text, token text)
RETURNS TABLE (account_id uuid, purpose text, name text, email text, organisation text, has_factor boolean)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
  PERFORM identity.demand_gate(gate);
  RETURN QUERY SELECT a.id, l.purpose, p.name, a.email, a.organisation, a.has_factor
    FROM identity.link l JOIN identity.account a ON a.id = l.account_id JOIN identity.person p ON p.id = a.person_id
    WHERE l.token_hash = identity.hash_token(token) AND l.used_at IS NULL AND l.expires_at > clock_timestamp()
      AND a.state = CASE l.purpose WHEN 'FIRST_PASSWORD' THEN 'INVITED' ELSE 'ACTIVE' END;
END $$;

CREATE FUNCTION identity.use_link(gate text, token text, new_hash text) RETURNS TABLE (account_id uuid, purpose text)
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE used identity.link; holder identity.account;
BEGIN
  PERFORM identity.demand_gate(gate);
  SELECT a.* INTO holder FROM identity.account a JOIN identity.link l ON l.account_id = a.id WHERE l.token_hash = identity.hash_token(token) FOR UPDATE OF a;
  UPDATE identity.link l SET used_at = clock_timestamp() WHERE l.token_hash = identity.hash_token(token) AND l.used_at IS NULL AND l.expires_at > clock_timestamp()
    AND new_hash IS NOT NULL AND holder.state = CASE l.purpose WHEN 'FIRST_PASSWORD' THEN 'INVITED' ELSE 'ACTIVE' END RETURNING l.* INTO used;
  IF used.id IS NULL THEN RETURN; END IF;
  UPDATE identity.account a SET password_hash = new_hash WHERE a.id = holder.id;
  IF holder.state = 'INVITED' THEN UPDATE identity.account a SET state = 'ACTIVE', version = a.version + 1 WHERE a.id = holder.id; END IF;
  UPDATE identity.link l SET expires_at = clock_timestamp() WHERE l.account_id = holder.id AND l.used_at IS NULL AND l.expires_at > clock_timestamp();
  DELETE FROM identity.throttle t WHERE t.bucket = identity.bucket_of('account', holder.email);
  PERFORM identity.end_families(holder.id, NULL, 'PASSWORD_CHANGED');
  RETURN QUERY SELECT used.account_id, used.purpose;
END $$;
COMMENT ON FUNCTION identity.use_link(text, text, text) IS 'Setzt das Passwort, nicht den zweiten Faktor; alle Anmeldungen des Kontos enden.';
`;

/** What the API may call; the others are parts of these. */
const FUNCTIONS = `
  identity.begin_guess(text, text, text, integer), identity.settle_guess(text, text, text, integer, timestamptz, boolean),
  identity.begin_factor_guess(text, uuid), identity.forgive_factor_guess(text, uuid, timestamptz), identity.forget_failures(uuid), identity.sweep_sign_in(),
  identity.replace_password_hash(text, uuid, text, text), identity.change_own_password(text, text), identity.request_reset(text, text, text),
  identity.create_link(text, uuid, text, text, uuid), identity.open_link(text, text), identity.use_link(text, text, text)`;
const PARTS = `
  identity.own_family(), identity.count_in(text, interval, integer), identity.seconds_until_free(text, interval, integer),
  identity.forgive_guess(text, timestamptz), identity.claim_guess(text, integer, integer, integer), identity.bucket_of(text, text)`;
const REPLACED = 'identity.find_login(text), identity.note_login_failure(text), identity.note_login_success(uuid)';

export class SignIn1795305603200 implements MigrationInterface {
  name = 'SignIn1795305603200';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(THROTTLE);
    await runner.query(PASSWORDS);
    await runner.query(
      `GRANT EXECUTE ON FUNCTION ${FUNCTIONS} TO wir_app; REVOKE EXECUTE ON FUNCTION ${REPLACED} FROM wir_app`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP FUNCTION ${FUNCTIONS}, ${PARTS}; ALTER TABLE identity.throttle DROP COLUMN recent;
      GRANT EXECUTE ON FUNCTION ${REPLACED} TO wir_app`);
  }
}
