/** Who read what, and the signed states of the trail. Both are appended only. */
export const AUDIT_READS_AND_ANCHORS = `
CREATE TABLE audit.read_entry (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  occurred_at timestamptz NOT NULL,
  account_id uuid NOT NULL,
  person_id uuid NOT NULL,
  actor_role text NOT NULL,
  session_family uuid NOT NULL,
  object_type text NOT NULL,
  object_id text NOT NULL,
  path text NOT NULL,
  request_id text NOT NULL
);
CREATE INDEX read_entry_by_account ON audit.read_entry (account_id, id);
CREATE INDEX read_entry_by_object ON audit.read_entry (object_type, object_id, id);
CREATE INDEX read_entry_by_time ON audit.read_entry USING brin (occurred_at);
COMMENT ON TABLE audit.read_entry IS 'Lesezugriffe: jeder des Rechnungshofs, und jeder der Behörde auf personenbezogene Daten. Nur anfügen, nicht verkettet.';

CREATE FUNCTION audit.note_read(wanted_type text, wanted_id text, wanted_path text, wanted_request_id text) RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
  PERFORM set_config('synchronous_commit', 'off', true);
  INSERT INTO audit.read_entry (occurred_at, account_id, person_id, actor_role, session_family, object_type, object_id, path, request_id)
  SELECT platform.now(), a.account_id, a.person_id, array_to_string(a.roles, '+'), a.family_id, wanted_type, wanted_id, left(wanted_path, 300), wanted_request_id
  FROM audit.acting() a;
END $$;
COMMENT ON FUNCTION audit.note_read(text, text, text, text) IS 'Ein Lesezugriff der lebenden Sitzung; ohne Warten auf die Platte, denn er reist mit der Abfrage.';

CREATE FUNCTION audit.session_reads_trail() RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
  SELECT EXISTS (SELECT 1 FROM identity.live_session l WHERE l.token_hash = identity.own_token_hash() AND l.roles && '{EXTERNAL_AUDITOR,HEAD_OF_UNIT,SYSTEM}'::text[])
$$;

CREATE TRIGGER read_entry_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON audit.read_entry FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();
ALTER TABLE audit.read_entry ENABLE ROW LEVEL SECURITY; ALTER TABLE audit.read_entry FORCE ROW LEVEL SECURITY;
CREATE POLICY read_entry_owner ON audit.read_entry TO wir_owner USING (true) WITH CHECK (true);
CREATE POLICY read_entry_reader ON audit.read_entry FOR SELECT TO wir_app USING ((SELECT audit.session_reads_trail()));
CREATE POLICY read_entry_auditor ON audit.read_entry FOR SELECT TO wir_auditor USING (true);

CREATE TABLE audit.anchor (
  day date PRIMARY KEY,
  sequence bigint NOT NULL,
  head bytea NOT NULL,
  key_id text NOT NULL,
  signature bytea NOT NULL,
  signed_at timestamptz NOT NULL DEFAULT platform.now(),
  CONSTRAINT anchor_has_signature CHECK (octet_length(signature) = 64 AND octet_length(head) = 32)
);
COMMENT ON TABLE audit.anchor IS 'Täglich unterschriebener Stand des Protokolls (Ed25519). Der Schlüssel liegt außerhalb der Datenbank, eine Abschrift jedes Ankers auch.';
CREATE TRIGGER anchor_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON audit.anchor FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();

CREATE FUNCTION audit.tip() RETURNS TABLE (sequence bigint, occurred_at timestamptz, head text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$ SELECT h.sequence, h.occurred_at, encode(h.hash, 'hex') FROM audit.head h $$;

CREATE FUNCTION audit.anchored_heads(wanted bigint[]) RETURNS TABLE (sequence bigint, head text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$ SELECT e.sequence, encode(e.hash, 'hex') FROM audit.event e WHERE e.sequence = ANY (wanted) $$;
COMMENT ON FUNCTION audit.anchored_heads(bigint[]) IS 'Was die Kette an diesen Stellen sagt; verrät keinen Inhalt.';

CREATE FUNCTION audit.record_anchor(wanted_day date, wanted_sequence bigint, wanted_head text, wanted_key text, wanted_signature bytea) RETURNS boolean
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
  PERFORM identity.demand_role('SYSTEM');
  INSERT INTO audit.anchor (day, sequence, head, key_id, signature)
  SELECT wanted_day, e.sequence, e.hash, wanted_key, wanted_signature FROM audit.event e WHERE e.sequence = wanted_sequence AND e.hash = decode(wanted_head, 'hex')
  ON CONFLICT (day) DO NOTHING;
  RETURN FOUND;
END $$;

GRANT SELECT ON audit.read_entry, audit.anchor TO wir_app;
GRANT EXECUTE ON FUNCTION audit.note_read(text, text, text, text), audit.session_reads_trail(), audit.tip(), audit.anchored_heads(bigint[]),
  audit.record_anchor(date, bigint, text, text, bytea) TO wir_app;
GRANT EXECUTE ON FUNCTION audit.tip() TO wir_auditor;
`;
