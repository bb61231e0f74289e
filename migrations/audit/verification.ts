/** The whole trail against itself. Signatures of anchors are checked by programs that hold the public key. */
export const AUDIT_VERIFICATION = `
CREATE FUNCTION audit.verify() RETURNS TABLE (ok boolean, checked bigint, first_bad_sequence bigint, head text, fault text, erased_texts bigint)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
  WITH erasure AS MATERIALIZED (
    SELECT s.value::bigint AS sequence, max(e.sequence) AS by
    FROM audit.event e JOIN audit.event_text t USING (sequence),
      jsonb_array_elements_text(CASE WHEN t.after_text IS JSON OBJECT THEN t.after_text::jsonb->'sequences' ELSE '[]' END) s
    WHERE e.action = 'audit.texts-erased' AND e.outcome = 'DONE' AND e.after_digest = audit.commitment(t.salt, t.after_text)
    GROUP BY s.value::bigint
  ), read AS (
    SELECT e.sequence, e.hash, coalesce(lag(e.sequence) OVER w, 0) + 1 AS expected,
      CASE
        WHEN e.sequence IS DISTINCT FROM coalesce(lag(e.sequence) OVER w, 0) + 1 THEN 'audit.gap'
        WHEN e.previous_hash IS DISTINCT FROM coalesce(lag(e.hash) OVER w, sha256(''::bytea)) THEN 'audit.link-broken'
        WHEN e.digest <> sha256(convert_to(audit.canonical(e), 'UTF8')) OR e.hash <> sha256(e.previous_hash || e.digest) THEN 'audit.content-changed'
        WHEN t.salt IS NULL AND coalesce(e.reason_digest, e.before_digest, e.after_digest) IS NOT NULL THEN
          CASE WHEN x.by > e.sequence AND e.action <> 'audit.texts-erased' THEN NULL ELSE 'audit.text-missing' END
        WHEN e.reason_digest IS DISTINCT FROM audit.commitment(t.salt, t.reason) OR e.before_digest IS DISTINCT FROM audit.commitment(t.salt, t.before_text)
          OR e.after_digest IS DISTINCT FROM audit.commitment(t.salt, t.after_text) THEN 'audit.text-changed'
      END AS fault,
      t.salt IS NULL AND coalesce(e.reason_digest, e.before_digest, e.after_digest) IS NOT NULL AS erased
    FROM audit.event e LEFT JOIN audit.event_text t USING (sequence) LEFT JOIN erasure x USING (sequence) WINDOW w AS (ORDER BY e.sequence)
  ), found AS (
    SELECT count(*) AS checked, min(r.expected) FILTER (WHERE r.fault IS NOT NULL) AS first_bad, coalesce(max(r.sequence), 0) AS last, count(*) FILTER (WHERE r.erased) AS erased,
      (array_agg(r.fault ORDER BY r.sequence) FILTER (WHERE r.fault IS NOT NULL))[1] AS fault
    FROM read r
  ), tail AS (
    SELECT f.*, encode(h.hash, 'hex') AS head, f.last = h.sequence AND coalesce((SELECT e.hash FROM audit.event e WHERE e.sequence = f.last), sha256(''::bytea)) = h.hash AS same
    FROM found f CROSS JOIN audit.head h
  )
  SELECT t.first_bad IS NULL AND t.same, t.checked, coalesce(t.first_bad, CASE WHEN NOT t.same THEN t.last + 1 END), t.head,
    coalesce(t.fault, CASE WHEN NOT t.same THEN 'audit.tail-missing' END), t.erased
  FROM tail t
$$;
GRANT EXECUTE ON FUNCTION audit.verify() TO wir_app, wir_auditor;
`;
