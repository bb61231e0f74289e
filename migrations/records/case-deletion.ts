/** What the deletion of a case removes, and which rows name files. Amounts, numbers, dates and the trail's chain stay. */
export const CASE_DELETION = `
CREATE FUNCTION records.is_deleted(wanted uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
  SELECT EXISTS (SELECT 1 FROM records.retention r WHERE r.application_id = wanted AND r.state = 'DELETED')
$$;

CREATE FUNCTION records.blanked(value jsonb) RETURNS jsonb
LANGUAGE plpgsql IMMUTABLE SET search_path = pg_catalog AS $$
BEGIN
  RETURN CASE jsonb_typeof(value)
    WHEN 'object' THEN (SELECT coalesce(jsonb_object_agg(e.key, records.blanked(e.value)), '{}') FROM jsonb_each(value) e)
    WHEN 'array' THEN (SELECT coalesce(jsonb_agg(records.blanked(e.value)), '[]') FROM jsonb_array_elements(value) e)
    WHEN 'string' THEN '""'::jsonb
    ELSE value END;
END $$;
COMMENT ON FUNCTION records.blanked(jsonb) IS 'Gleiche Gestalt, alle Texte leer.';

CREATE FUNCTION records.case_of_bundle(kind text, object_id text) RETURNS uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
  SELECT CASE kind WHEN 'CASE' THEN object_id::uuid
    WHEN 'PAYMENT' THEN (SELECT w.application_id FROM disbursements.disbursement_request r JOIN decisions.award w ON w.id = r.award_id WHERE r.id = object_id::uuid) END
$$;

CREATE VIEW platform.file_reference WITH (security_barrier, security_invoker) AS
  SELECT a.sha256, 'ATTACHMENT' AS kind, a.application_id FROM applications.attachment a
  UNION ALL SELECT n.document_sha256, 'NOTICE', n.application_id FROM decisions.notice n WHERE n.document_sha256 IS NOT NULL AND NOT records.is_deleted(n.application_id)
  UNION ALL SELECT n.preview_sha256, 'NOTICE_PREVIEW', n.application_id FROM decisions.notice n WHERE n.preview_sha256 IS NOT NULL AND NOT records.is_deleted(n.application_id)
  UNION ALL SELECT f->>'sha256', 'PAYMENT_RUN', NULL FROM disbursements.payment_run r, jsonb_array_elements(r.files) f
  UNION ALL SELECT p.sha256, 'PAYMENT_RETURN', NULL FROM disbursements.payment_return p
  UNION ALL SELECT b.sha256, 'BUNDLE', c.application_id FROM records.bundle b CROSS JOIN LATERAL (SELECT records.case_of_bundle(b.kind, b.object_id) AS application_id) c
    WHERE b.sha256 IS NOT NULL AND (c.application_id IS NULL OR NOT records.is_deleted(c.application_id));
COMMENT ON VIEW platform.file_reference IS 'Jede Zeile, die eine Datei der Ablage nennt: Grundlage von Sicherung, Löschung und Vollständigkeitsprüfung.';

CREATE FUNCTION records.objects_of(wanted uuid) RETURNS TABLE (id uuid)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
  SELECT wanted
  UNION SELECT n.id FROM decisions.notice n WHERE n.application_id = wanted
  UNION SELECT w.id FROM decisions.award w WHERE w.application_id = wanted
  UNION SELECT r.id FROM disbursements.disbursement_request r JOIN decisions.award w ON w.id = r.award_id WHERE w.application_id = wanted
  UNION SELECT o.id FROM disbursements.payment_order o JOIN decisions.award w ON w.id = o.award_id WHERE w.application_id = wanted
$$;

CREATE FUNCTION records.unused_files(wanted text[]) RETURNS SETOF text
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
  SELECT f FROM unnest(wanted) f WHERE NOT EXISTS (SELECT 1 FROM platform.file_reference r WHERE r.sha256 = f)
$$;

CREATE FUNCTION records.delete_case(wanted uuid, wanted_reason text, wanted_request_id text) RETURNS text[]
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE r records.retention; files text[]; objects uuid[];
BEGIN
  PERFORM identity.demand_role('HEAD_OF_UNIT');
  SELECT * INTO r FROM records.retention x WHERE x.application_id = wanted FOR UPDATE;
  IF r.decision IS NULL OR r.state NOT IN ('ARCHIVE_OFFERED', 'ARCHIVED') THEN
    RAISE EXCEPTION 'the archive has not decided' USING ERRCODE = '23514', CONSTRAINT = 'retention_deleted_after_decision';
  END IF;
  files := ARRAY(SELECT DISTINCT f.sha256 FROM platform.file_reference f WHERE f.application_id = wanted);
  objects := ARRAY(SELECT o.id FROM records.objects_of(wanted) o);
  UPDATE records.retention SET state = 'DELETED', deleted_at = platform.now(), deleted_by_account_id = identity.session_account(),
    deleted_by_person_id = identity.session_person(), deletion_reason = wanted_reason, version = version + 1 WHERE application_id = wanted;

  DELETE FROM applications.attachment WHERE application_id = wanted;
  DELETE FROM applications.submission WHERE application_id = wanted;
  UPDATE applications.application SET title = '', purpose = '', contact_name = '', contact_email = '', decision_reasons = NULL, version = version + 1 WHERE id = wanted;
  UPDATE applications.plan_line SET label = '' WHERE application_id = wanted;
  UPDATE applications.information_request SET items = records.blanked(items) WHERE application_id = wanted;
  UPDATE applications.check_answer SET note = '', version = version + 1 WHERE application_id = wanted AND note <> '';
  UPDATE applications.recommendation SET reasons = '' WHERE application_id = wanted;
  UPDATE decisions.notice SET addressee = records.blanked(addressee), texts = records.blanked(texts), ancillary_provisions = records.blanked(ancillary_provisions),
    content = records.blanked(content), cosign_remark = NULL, void_reason = NULL, version = version + 1 WHERE application_id = wanted;
  UPDATE disbursements.disbursement_request SET check_note = NULL, return_reason = NULL, version = version + 1 WHERE id = ANY (objects);
  DELETE FROM notifications.outbound_message WHERE split_part(event_key, ':', 2) = ANY (objects::text[]);
  UPDATE platform.command SET body = '{}' WHERE body LIKE '%' || wanted || '%';
  PERFORM audit.erase_texts(ARRAY(SELECT e.sequence FROM audit.event e WHERE e.object_id = ANY (objects::text[]) AND e.object_type <> 'RETENTION'),
    wanted_reason, 'RETENTION', wanted::text, wanted_request_id);
  RETURN ARRAY(SELECT u FROM records.unused_files(files) u);
END $$;
COMMENT ON FUNCTION records.delete_case(uuid, text, text) IS 'Vernichtung eines Falls nach Entscheidung des Archivs, durch eine andere Person: Anlagen, Schreiben, Freitexte, Ansprechpersonen, Texte des Protokolls. Beträge, Nummern, Daten und Hashwerte bleiben.';

DROP TRIGGER submission_append_only ON applications.submission;
CREATE TRIGGER submission_append_only BEFORE UPDATE OR TRUNCATE ON applications.submission FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();
CREATE TRIGGER submission_deleted_by_retention BEFORE DELETE ON applications.submission FOR EACH ROW
  WHEN (NOT records.is_deleted(OLD.application_id)) EXECUTE FUNCTION platform.refuse_change();
DROP TRIGGER notice_keeps_signed ON decisions.notice;
CREATE TRIGGER notice_keeps_signed BEFORE UPDATE ON decisions.notice FOR EACH ROW
  WHEN (NOT records.is_deleted(OLD.application_id)) EXECUTE FUNCTION decisions.keep_signed_notice();

GRANT SELECT ON platform.file_reference TO wir_app, wir_auditor;
GRANT EXECUTE ON FUNCTION records.is_deleted(uuid), records.case_of_bundle(text, text) TO wir_app, wir_auditor;
GRANT EXECUTE ON FUNCTION records.unused_files(text[]), records.delete_case(uuid, text, text) TO wir_app;
`;
