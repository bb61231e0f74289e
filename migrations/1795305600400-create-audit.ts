import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Schema audit: append-only, hash-chained trail. The canonical form is specified in docs/audit-format.md. */
const UP = `
CREATE SCHEMA audit;
GRANT USAGE ON SCHEMA audit TO wir_app, wir_auditor;

CREATE TABLE audit.event (
  sequence bigint PRIMARY KEY,
  occurred_at timestamptz NOT NULL,
  account_id uuid NOT NULL,
  person_id uuid NOT NULL,
  actor_role text NOT NULL,
  action text NOT NULL,
  object_type text NOT NULL,
  object_id text NOT NULL,
  object_version integer,
  applicant_id uuid,
  from_state text,
  to_state text,
  reason text,
  before_text text,
  after_text text,
  request_id text NOT NULL,
  previous_hash bytea NOT NULL,
  hash bytea NOT NULL,
  CONSTRAINT event_hash_unique UNIQUE (hash),
  CONSTRAINT event_names_its_act CHECK (action <> '' AND object_type <> '' AND object_id <> '')
);
CREATE INDEX event_by_object ON audit.event (object_type, object_id, sequence);
CREATE INDEX event_by_applicant ON audit.event (applicant_id, sequence);
COMMENT ON TABLE audit.event IS 'Protokoll: wer, wann, was, warum; jede Zeile trägt den Hash der vorigen. Nur anfügen.';

CREATE TABLE audit.head (
  singleton boolean PRIMARY KEY DEFAULT true,
  sequence bigint NOT NULL,
  occurred_at timestamptz NOT NULL,
  hash bytea NOT NULL,
  CONSTRAINT head_is_one_row CHECK (singleton)
);
INSERT INTO audit.head (sequence, occurred_at, hash) VALUES (0, '-infinity', sha256(''::bytea));

CREATE FUNCTION audit.field(value text) RETURNS text
LANGUAGE sql IMMUTABLE SET search_path = pg_catalog AS $$
  SELECT CASE WHEN value IS NULL THEN '~,' ELSE octet_length(convert_to(value, 'UTF8')) || ':' || value || ',' END
$$;
COMMENT ON FUNCTION audit.field(text) IS 'Netstring: Länge in Bytes, Doppelpunkt, Text, Komma; fehlender Wert ist ~,';

CREATE FUNCTION audit.canonical(e audit.event) RETURNS text
LANGUAGE sql STABLE SET search_path = pg_catalog AS $$
  SELECT audit.field(e.sequence::text) || audit.field(to_char(e.occurred_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'))
    || audit.field(e.account_id::text) || audit.field(e.person_id::text) || audit.field(e.actor_role) || audit.field(e.action)
    || audit.field(e.object_type) || audit.field(e.object_id) || audit.field(e.object_version::text) || audit.field(e.applicant_id::text)
    || audit.field(e.from_state) || audit.field(e.to_state) || audit.field(e.reason) || audit.field(e.before_text) || audit.field(e.after_text)
    || audit.field(e.request_id) || audit.field(encode(e.previous_hash, 'hex'))
$$;

CREATE FUNCTION audit.append(events jsonb, wanted_request_id text) RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE item jsonb; e audit.event; tip audit.head; actor record;
BEGIN
  SELECT account_id, person_id, roles INTO actor FROM identity.live_session WHERE token_hash = identity.own_token_hash();
  IF actor.account_id IS NULL THEN RAISE EXCEPTION 'audit needs an acting person' USING ERRCODE = '42501'; END IF;
  SELECT * INTO tip FROM audit.head FOR UPDATE;
  FOR item IN SELECT * FROM jsonb_array_elements(events) LOOP
    e.sequence := tip.sequence + 1;
    e.occurred_at := greatest(platform.now(), tip.occurred_at);
    e.account_id := actor.account_id;
    e.person_id := actor.person_id;
    e.actor_role := coalesce(item->>'actorRole', array_to_string(actor.roles, '+'));
    e.action := item->>'action';
    e.object_type := item->>'objectType';
    e.object_id := item->>'objectId';
    e.object_version := (item->>'objectVersion')::integer;
    e.applicant_id := (item->>'applicantId')::uuid;
    e.from_state := item->>'fromState';
    e.to_state := item->>'toState';
    e.reason := item->>'reason';
    e.before_text := nullif(item->'before', 'null'::jsonb)::text;
    e.after_text := nullif(item->'after', 'null'::jsonb)::text;
    e.request_id := wanted_request_id;
    e.previous_hash := tip.hash;
    e.hash := sha256(convert_to(audit.canonical(e), 'UTF8'));
    INSERT INTO audit.event SELECT e.*;
    tip.sequence := e.sequence; tip.occurred_at := e.occurred_at; tip.hash := e.hash;
  END LOOP;
  UPDATE audit.head SET sequence = tip.sequence, occurred_at = tip.occurred_at, hash = tip.hash;
END $$;
COMMENT ON FUNCTION audit.append(jsonb, text) IS 'Einziger Weg ins Protokoll; Person und Zeit kommen aus der Sitzung, nie vom Aufrufer.';

CREATE FUNCTION audit.verify() RETURNS TABLE (ok boolean, checked bigint, first_bad_sequence bigint, head text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
  WITH linked AS (
    SELECT e.sequence, e.hash,
      e.hash <> sha256(convert_to(audit.canonical(e), 'UTF8'))
      OR e.previous_hash <> coalesce(lag(e.hash) OVER w, sha256(''::bytea)) OR e.sequence <> coalesce(lag(e.sequence) OVER w, 0) + 1 AS bad
    FROM audit.event e WINDOW w AS (ORDER BY e.sequence)
  ), found AS (
    SELECT count(*) AS checked, min(sequence) FILTER (WHERE bad) AS first_bad, max(sequence) AS last FROM linked
  )
  SELECT first_bad IS NULL AND tip.same, checked,
    coalesce(first_bad, CASE WHEN NOT tip.same THEN coalesce(last, 0) + 1 END), encode(h.hash, 'hex')
  FROM found CROSS JOIN audit.head h
  CROSS JOIN LATERAL (SELECT coalesce(last, 0) = h.sequence
    AND coalesce((SELECT e.hash FROM audit.event e WHERE e.sequence = last), sha256(''::bytea)) = h.hash AS same) tip
$$;

CREATE TRIGGER event_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON audit.event FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();

ALTER TABLE audit.event ENABLE ROW LEVEL SECURITY;
ALTER TABLE audit.event FORCE ROW LEVEL SECURITY;
CREATE POLICY event_owner ON audit.event TO wir_owner USING (true) WITH CHECK (true);
CREATE POLICY event_reader ON audit.event FOR SELECT TO wir_app
  USING ((SELECT identity.session_is_staff()) OR applicant_id = (SELECT identity.session_applicant()));
CREATE POLICY event_auditor ON audit.event FOR SELECT TO wir_auditor USING (true);

CREATE FUNCTION platform.set_clock(moment timestamptz) RETURNS timestamptz
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
  IF platform.mode() <> 'demo' THEN RAISE EXCEPTION 'the clock moves in demo mode only' USING ERRCODE = '42501'; END IF;
  UPDATE platform.setting SET clock_base = greatest(moment, (SELECT occurred_at FROM audit.head)), clock_set_at = clock_timestamp();
  RETURN platform.now();
END $$;
COMMENT ON FUNCTION platform.set_clock(timestamptz) IS 'Nur Demo. Nie vor den letzten Protokolleintrag: Vergangenes bleibt vergangen.';

GRANT SELECT ON audit.event TO wir_app;
GRANT EXECUTE ON FUNCTION audit.append(jsonb, text), audit.verify(), platform.set_clock(timestamptz) TO wir_app;
GRANT EXECUTE ON FUNCTION audit.verify() TO wir_auditor;
`;

const DOWN = `DROP FUNCTION platform.set_clock(timestamptz); DROP SCHEMA audit CASCADE;`;

export class CreateAudit1795305600400 implements MigrationInterface {
  name = 'CreateAudit1795305600400';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(UP);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(DOWN);
  }
}
