/**
 * The ways into the trail. All end in audit.write, which the application cannot call (docs/audit-format.md). The canonical
 * form is one expression that PostgreSQL puts in place of the call; the database is UTF-8, so octet_length counts its bytes.
 */
export const AUDIT_WRITING = `
CREATE FUNCTION audit.commitment(salt bytea, content text) RETURNS bytea
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$ SELECT sha256(salt || convert_to(content, 'UTF8')) $$;
COMMENT ON FUNCTION audit.commitment(bytea, text) IS 'Fingerabdruck eines Textes: SHA-256 über Salz und Text.';

CREATE FUNCTION audit.canonical(e audit.event) RETURNS text
LANGUAGE sql STABLE PARALLEL SAFE
RETURN coalesce(octet_length(e.sequence::text) || ':' || e.sequence::text || ',', '~,')
    || '27:' || to_char(e.occurred_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') || ','
    || coalesce('36:' || e.account_id || ',', '~,')
    || coalesce('36:' || e.person_id || ',', '~,')
    || coalesce(octet_length(e.actor_role) || ':' || e.actor_role || ',', '~,')
    || coalesce('36:' || e.deputy_for || ',', '~,')
    || coalesce('36:' || e.session_family || ',', '~,')
    || coalesce(octet_length(e.action) || ':' || e.action || ',', '~,')
    || coalesce(octet_length(e.object_type) || ':' || e.object_type || ',', '~,')
    || coalesce(octet_length(e.object_id) || ':' || e.object_id || ',', '~,')
    || coalesce(octet_length(e.object_version::text) || ':' || e.object_version::text || ',', '~,')
    || coalesce('36:' || e.applicant_id || ',', '~,')
    || coalesce(octet_length(e.from_state) || ':' || e.from_state || ',', '~,')
    || coalesce(octet_length(e.to_state) || ':' || e.to_state || ',', '~,')
    || coalesce(octet_length(e.outcome) || ':' || e.outcome || ',', '~,')
    || coalesce(octet_length(e.code) || ':' || e.code || ',', '~,')
    || coalesce('64:' || encode(e.reason_digest, 'hex') || ',', '~,')
    || coalesce('64:' || encode(e.before_digest, 'hex') || ',', '~,')
    || coalesce('64:' || encode(e.after_digest, 'hex') || ',', '~,')
    || coalesce(octet_length(e.request_id) || ':' || e.request_id || ',', '~,');
COMMENT ON FUNCTION audit.canonical(audit.event) IS 'Je Feld ein Netstring: Länge in Bytes, Doppelpunkt, Text, Komma; fehlender Wert ist ~,';

CREATE FUNCTION audit.write(events jsonb, wanted_account uuid, wanted_person uuid, wanted_role text, wanted_deputy_for uuid, wanted_family uuid, wanted_request_id text)
RETURNS bigint LANGUAGE plpgsql VOLATILE SET search_path = pg_catalog AS $$
DECLARE item jsonb; e audit.event; tip audit.head; t audit.event_text;
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended('audit.head', 0));
  SELECT * INTO tip FROM audit.head FOR UPDATE;
  e.account_id := wanted_account;
  e.person_id := wanted_person;
  e.actor_role := wanted_role;
  e.deputy_for := wanted_deputy_for;
  e.session_family := wanted_family;
  e.request_id := wanted_request_id;
  e.occurred_at := greatest(platform.now(), tip.occurred_at);
  FOR item IN SELECT * FROM jsonb_array_elements(events) LOOP
    e.sequence := tip.sequence + 1;
    e.action := item->>'action';
    e.object_type := item->>'objectType';
    e.object_id := item->>'objectId';
    e.object_version := (item->>'objectVersion')::integer;
    e.applicant_id := (item->>'applicantId')::uuid;
    e.from_state := item->>'fromState';
    e.to_state := item->>'toState';
    e.outcome := coalesce(item->>'outcome', 'DONE');
    e.code := item->>'code';
    t.reason := item->>'reason';
    t.before_text := nullif(item->'before', 'null'::jsonb)::text;
    t.after_text := nullif(item->'after', 'null'::jsonb)::text;
    t.salt := CASE WHEN coalesce(t.reason, t.before_text, t.after_text) IS NOT NULL THEN uuid_send(gen_random_uuid()) END;
    e.reason_digest := sha256(t.salt || convert_to(t.reason, 'UTF8'));
    e.before_digest := sha256(t.salt || convert_to(t.before_text, 'UTF8'));
    e.after_digest := sha256(t.salt || convert_to(t.after_text, 'UTF8'));
    e.digest := sha256(convert_to(audit.canonical(e), 'UTF8'));
    e.previous_hash := tip.hash;
    e.hash := sha256(tip.hash || e.digest);
    INSERT INTO audit.event SELECT e.*;
    IF t.salt IS NOT NULL THEN
      INSERT INTO audit.event_text (sequence, applicant_id, salt, reason, before_text, after_text)
      VALUES (e.sequence, e.applicant_id, t.salt, t.reason, t.before_text, t.after_text);
    END IF;
    tip.sequence := e.sequence; tip.hash := e.hash;
  END LOOP;
  UPDATE audit.head SET sequence = tip.sequence, occurred_at = greatest(occurred_at, e.occurred_at), hash = tip.hash;
  RETURN tip.sequence;
END $$;
COMMENT ON FUNCTION audit.write(jsonb, uuid, uuid, text, uuid, uuid, text) IS 'Baustein der anderen Funktionen, der Anwendung nicht zugänglich: hängt an und verkettet.';

CREATE FUNCTION audit.acting() RETURNS TABLE (account_id uuid, person_id uuid, applicant_id uuid, family_id uuid, kind text, roles text[])
LANGUAGE sql STABLE SET search_path = pg_catalog AS $$
  SELECT s.account_id, a.person_id, a.applicant_id, s.family_id, s.kind,
    ARRAY(SELECT g.role FROM identity.role_grant g WHERE g.account_id = a.id AND m.now >= g.valid_from AND m.now < g.valid_to ORDER BY g.role)
  FROM identity.session s JOIN identity.session_family f ON f.id = s.family_id JOIN identity.account a ON a.id = s.account_id, (SELECT platform.now()) m (now)
  WHERE s.token_hash = sha256(convert_to(nullif(current_setting('wir.session', true), ''), 'UTF8'))
    AND s.revoked_at IS NULL AND s.expires_at > clock_timestamp() AND f.ended_at IS NULL AND a.active
$$;
COMMENT ON FUNCTION audit.acting() IS 'Die Person hinter der Sitzung mit ihren eigenen Rollen. Untätigkeit zählt beim Öffnen der Sitzung, nicht hier.';

CREATE FUNCTION audit.append(events jsonb, wanted_request_id text, wanted_delegation uuid DEFAULT NULL) RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE actor record; lent record;
BEGIN
  SELECT * INTO actor FROM audit.acting();
  IF actor.account_id IS NULL THEN RAISE EXCEPTION 'audit needs an acting person' USING ERRCODE = '42501'; END IF;
  IF wanted_delegation IS NOT NULL THEN
    SELECT d.absent_account_id, d.role INTO lent FROM identity.delegation d JOIN identity.role_grant g ON g.account_id = d.absent_account_id AND g.role = d.role
      WHERE d.id = wanted_delegation AND d.deputy_account_id = actor.account_id AND d.revoked_at IS NULL
        AND platform.now() >= d.valid_from AND platform.now() < d.valid_to AND platform.now() >= g.valid_from AND platform.now() < g.valid_to LIMIT 1;
    IF lent.role IS NULL THEN RAISE EXCEPTION 'no such delegation' USING ERRCODE = '42501', CONSTRAINT = 'audit_delegation_lives'; END IF;
  ELSE
    SELECT NULL::uuid AS absent_account_id, array_to_string(actor.roles, '+') AS role INTO lent;
  END IF;
  IF actor.applicant_id IS NULL AND actor.kind <> 'system' AND EXISTS (
    SELECT 1 FROM (SELECT DISTINCT (item->>'applicantId')::uuid FROM jsonb_array_elements(events) item
      WHERE item->>'applicantId' IS NOT NULL AND item->>'objectType' NOT IN ('CONFLICT_OF_INTEREST', 'ACCOUNT')) c (applicant_id)
    WHERE identity.has_conflict(actor.person_id, c.applicant_id)
  ) THEN
    RAISE EXCEPTION 'conflict of interest' USING ERRCODE = '42501', CONSTRAINT = 'audit_without_conflict_of_interest';
  END IF;
  PERFORM audit.write(events, actor.account_id, actor.person_id, lent.role, lent.absent_account_id, actor.family_id, wanted_request_id);
END $$;
COMMENT ON FUNCTION audit.append(jsonb, text, uuid) IS 'Weg einer Handlung ins Protokoll: Person und Zeit kommen aus der Sitzung. Wer befangen ist, kommt hier nicht vorbei, in Vertretung nur, wer eine hat.';

CREATE FUNCTION audit.note_refusal(refused jsonb, wanted_request_id text) RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE actor record;
BEGIN
  SELECT * INTO actor FROM audit.acting();
  IF actor.account_id IS NULL THEN RETURN; END IF;
  PERFORM audit.write(jsonb_build_array((refused - 'applicantId') || '{"outcome": "REFUSED"}'::jsonb), actor.account_id, actor.person_id,
    array_to_string(actor.roles, '+'), NULL, actor.family_id, wanted_request_id);
END $$;
COMMENT ON FUNCTION audit.note_refusal(jsonb, text) IS 'Abgewiesener Versuch einer angemeldeten Person, in eigener Transaktion. Keiner Kommune zugeordnet: im Verlauf eines Falls steht, was geschah.';

CREATE FUNCTION audit.note_sign_in(gate text, attempt jsonb, wanted_request_id text) RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE wanted uuid := (attempt->>'accountId')::uuid; known record; event jsonb;
BEGIN
  PERFORM identity.demand_gate(gate);
  SELECT a.id, a.person_id, ARRAY(SELECT g.role FROM identity.role_grant g WHERE g.account_id = a.id AND platform.now() >= g.valid_from AND platform.now() < g.valid_to ORDER BY g.role) AS roles
    INTO known FROM identity.account a WHERE a.id = wanted;
  event := (attempt - 'applicantId') || jsonb_build_object('objectType', 'SIGN_IN', 'objectId', coalesce(attempt->>'objectId', known.id::text, 'unknown'));
  PERFORM audit.write(jsonb_build_array(event), known.id, known.person_id, coalesce(nullif(array_to_string(known.roles, '+'), ''), 'NONE'), NULL,
    (attempt->>'familyId')::uuid, wanted_request_id);
END $$;
COMMENT ON FUNCTION audit.note_sign_in(text, jsonb, text) IS 'An- und Abmeldung, Fehlversuch, Sperre, wiederverwendete Kennung. Unbekannte: objectId ist der SHA-256 der eingegebenen Adresse.';

CREATE FUNCTION audit.erase_texts(wanted bigint[], wanted_reason text, wanted_object_type text, wanted_object_id text, wanted_request_id text) RETURNS integer
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE actor record; found bigint[]; erasure bigint;
BEGIN
  PERFORM identity.demand_role('ADMIN', 'HEAD_OF_UNIT', 'SYSTEM');
  SELECT * INTO actor FROM audit.acting();
  PERFORM pg_advisory_xact_lock(hashtextextended('audit.head', 0));
  found := ARRAY(SELECT t.sequence FROM audit.event_text t JOIN audit.event e USING (sequence)
    WHERE t.sequence = ANY (wanted) AND t.erased_by IS NULL AND e.action <> 'audit.texts-erased' ORDER BY t.sequence);
  IF cardinality(found) = 0 THEN RETURN 0; END IF;
  erasure := audit.write(jsonb_build_array(jsonb_build_object('action', 'audit.texts-erased', 'objectType', wanted_object_type, 'objectId', wanted_object_id,
    'reason', wanted_reason, 'after', jsonb_build_object('sequences', to_jsonb(found)))),
    actor.account_id, actor.person_id, array_to_string(actor.roles, '+'), NULL, actor.family_id, wanted_request_id);
  UPDATE audit.event_text SET salt = NULL, reason = NULL, before_text = NULL, after_text = NULL, erased_by = erasure WHERE sequence = ANY (found);
  RETURN cardinality(found);
END $$;
COMMENT ON FUNCTION audit.erase_texts(bigint[], text, text, text, text) IS 'Löscht Gründe und Inhalte samt Salz; die Kette bleibt gültig, weil die Löschung selbst im Protokoll steht und ihre Einträge nennt.';

GRANT EXECUTE ON FUNCTION audit.append(jsonb, text, uuid), audit.note_refusal(jsonb, text), audit.note_sign_in(text, jsonb, text),
  audit.erase_texts(bigint[], text, text, text, text) TO wir_app;
`;
