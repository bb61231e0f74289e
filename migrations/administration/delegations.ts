/** Deputising: who may, is told by libs/identity/domain; whose business it is, is checked here once more. */
export const DELEGATIONS = `
CREATE FUNCTION identity.may_see_account(a identity.account) RETURNS boolean
LANGUAGE sql STABLE SET search_path = pg_catalog AS $$
  SELECT identity.is_person(a.id) AND (identity.holds('ADMIN') OR EXISTS (SELECT 1 FROM identity.account own WHERE own.id = identity.session_account()
    AND own.applicant_id IS NOT DISTINCT FROM a.applicant_id AND (own.applicant_id IS NOT NULL OR own.organisation = a.organisation)))
$$;

CREATE FUNCTION identity.parties(wanted uuid[]) RETURNS jsonb
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE moment timestamptz := platform.now();
BEGIN
  RETURN (SELECT coalesce(jsonb_agg(jsonb_build_object('accountId', a.id, 'personId', a.person_id, 'name', p.name, 'applicantId', a.applicant_id,
      'organisation', a.organisation, 'isActive', a.state = 'ACTIVE' AND a.leaves_on IS NULL,
      'roles', (SELECT coalesce(jsonb_agg(g.role ORDER BY g.role), '[]') FROM identity.role_grant g WHERE g.account_id = a.id AND moment >= g.valid_from AND moment < g.valid_to))
      ORDER BY lower(p.name), a.id), '[]')
    FROM identity.account a JOIN identity.person p ON p.id = a.person_id WHERE (a.id = ANY (wanted)) AND identity.may_see_account(a));
END $$;
COMMENT ON FUNCTION identity.parties(uuid[]) IS 'Konten derselben Behörde oder Kommune mit ihren eigenen Rollen; fremde gibt es nicht.';

CREATE FUNCTION identity.colleagues(wanted uuid) RETURNS jsonb
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE absent identity.account;
BEGIN
  SELECT * INTO absent FROM identity.account a WHERE a.id = wanted AND identity.may_see_account(a);
  IF absent.id IS NULL THEN RETURN NULL; END IF;
  RETURN identity.parties(ARRAY(SELECT a.id FROM identity.account a WHERE a.applicant_id IS NOT DISTINCT FROM absent.applicant_id
    AND (a.applicant_id IS NOT NULL OR a.organisation = absent.organisation) AND a.state = 'ACTIVE'));
END $$;

CREATE FUNCTION identity.may_arrange(absent identity.account) RETURNS boolean
LANGUAGE sql STABLE SET search_path = pg_catalog AS $$
  SELECT absent.id = identity.session_account()
    OR (absent.applicant_id IS NULL AND identity.holds('HEAD_OF_UNIT', 'ADMIN'))
    OR (absent.applicant_id = identity.session_applicant() AND identity.holds('APPLICANT_SIGNATORY'))
$$;

CREATE FUNCTION identity.arrange_delegation(wanted_absent uuid, wanted_deputy uuid, wanted_role text, from_day date, to_day date, why text) RETURNS uuid
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE absent identity.account; deputy identity.account; created uuid; moment timestamptz := platform.now();
BEGIN
  SELECT * INTO absent FROM identity.account a WHERE a.id = wanted_absent FOR SHARE;
  SELECT * INTO deputy FROM identity.account a WHERE a.id = wanted_deputy FOR SHARE;
  IF NOT identity.may_see_account(absent) OR NOT identity.may_arrange(absent) OR deputy.person_id = identity.session_person() THEN
    RAISE EXCEPTION 'not yours to arrange' USING ERRCODE = '42501';
  END IF;
  IF NOT deputy.active OR absent.applicant_id IS NULL AND absent.organisation <> deputy.organisation THEN
    RAISE EXCEPTION 'deputies belong to the same body' USING ERRCODE = '23514', CONSTRAINT = 'delegation_within_one_body';
  END IF;
  INSERT INTO identity.delegation (absent_account_id, deputy_account_id, role, valid_from, valid_to, reason, created_by)
    VALUES (absent.id, deputy.id, wanted_role, coalesce(nullif(identity.day_start(from_day), identity.day_start(platform.today())), moment),
      identity.day_start(to_day + 1), why, identity.session_account()) RETURNING id INTO created;
  RETURN created;
END $$;
COMMENT ON FUNCTION identity.arrange_delegation(uuid, uuid, text, date, date, text) IS 'Niemand macht sich selbst zur Vertretung; jeder kann sich vertreten lassen, Leitung und Verwaltung ordnen Vertretungen der Behörde.';

CREATE FUNCTION identity.may_see_delegation(d identity.delegation) RETURNS boolean
LANGUAGE sql STABLE SET search_path = pg_catalog AS $$
  SELECT identity.session_account() IN (d.absent_account_id, d.deputy_account_id) OR identity.holds('ADMIN')
    OR EXISTS (SELECT 1 FROM identity.account a WHERE a.id = d.absent_account_id AND (
      a.applicant_id IS NULL AND identity.holds('HEAD_OF_UNIT', 'EXTERNAL_AUDITOR')
      OR a.applicant_id = identity.session_applicant() AND identity.holds('APPLICANT_SIGNATORY')))
$$;

CREATE FUNCTION identity.find_delegations(wanted_search text, wanted_times text[], page_limit integer, page_offset integer) RETURNS TABLE (total bigint, item jsonb)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE moment timestamptz := platform.now();
BEGIN
  RETURN QUERY
  WITH hits AS (
    SELECT d.id, d.valid_from FROM identity.delegation d
    WHERE identity.may_see_delegation(d)
      AND (wanted_search IS NULL OR identity.name_of(d.absent_account_id) ILIKE wanted_search OR identity.name_of(d.deputy_account_id) ILIKE wanted_search)
      AND (wanted_times IS NULL OR CASE WHEN d.revoked_at IS NOT NULL OR d.valid_to <= moment THEN 'PAST' WHEN d.valid_from > moment THEN 'FUTURE' ELSE 'CURRENT' END = ANY (wanted_times))
  ), page AS (
    SELECT h.id, row_number() OVER (ORDER BY h.valid_from DESC, h.id) AS place FROM hits h ORDER BY place LIMIT page_limit OFFSET page_offset
  )
  SELECT (SELECT count(*) FROM hits), CASE WHEN d.id IS NOT NULL THEN identity.delegation_item(d) END
  FROM (SELECT 1) one LEFT JOIN page ON true LEFT JOIN identity.delegation d ON d.id = page.id ORDER BY page.place;
END $$;

CREATE FUNCTION identity.lock_delegation(wanted uuid) RETURNS jsonb
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE found jsonb;
BEGIN
  SELECT identity.delegation_item(d) || jsonb_build_object('isOver', d.revoked_at IS NOT NULL OR d.valid_to <= platform.now()) INTO found
    FROM identity.delegation d WHERE d.id = wanted AND identity.may_see_delegation(d) FOR UPDATE;
  RETURN found;
END $$;

CREATE FUNCTION identity.revoke_delegation(wanted uuid, why text) RETURNS jsonb
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE revoked identity.delegation;
BEGIN
  UPDATE identity.delegation d SET revoked_at = platform.now(), revoked_by = identity.session_account(), revoke_reason = why
    FROM identity.account absent
    WHERE d.id = wanted AND d.revoked_at IS NULL AND absent.id = d.absent_account_id
      AND (d.deputy_account_id = identity.session_account() OR identity.may_arrange(absent))
    RETURNING d.* INTO revoked;
  IF revoked.id IS NULL THEN RAISE EXCEPTION 'not yours to revoke' USING ERRCODE = '42501'; END IF;
  RETURN identity.delegation_item(revoked);
END $$;
`;

/** Ausgeschlossene und befangene Personen (§§ 20, 21 HVwVfG). */
export const CONFLICTS = `
CREATE FUNCTION identity.conflict_item(c identity.conflict_of_interest) RETURNS jsonb
LANGUAGE sql STABLE SET search_path = pg_catalog AS $$
  SELECT jsonb_build_object('id', c.id, 'personId', c.person_id, 'personName', p.name, 'applicantId', c.applicant_id, 'applicantName', t.official_name,
    'reason', c.reason, 'recordedByName', identity.name_of(c.recorded_by), 'recordedAt', c.recorded_at,
    'endedAt', c.ended_at, 'endedByName', identity.name_of(c.ended_by), 'endReason', c.end_reason)
  FROM identity.person p LEFT JOIN programme.applicant t ON t.id = c.applicant_id WHERE p.id = c.person_id
$$;

CREATE FUNCTION identity.find_conflicts(only_open boolean, page_limit integer, page_offset integer) RETURNS TABLE (total bigint, item jsonb)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
  PERFORM identity.demand_role('CASE_WORKER', 'HEAD_OF_UNIT', 'BUDGET_OFFICER', 'PAYMENT_ORDERER', 'EXTERNAL_AUDITOR');
  RETURN QUERY
  WITH hits AS (
    SELECT c.id, c.recorded_at FROM identity.conflict_of_interest c
    WHERE (c.person_id = identity.session_person() OR identity.holds('HEAD_OF_UNIT', 'EXTERNAL_AUDITOR')) AND (NOT only_open OR c.ended_at IS NULL)
  ), page AS (
    SELECT h.id, row_number() OVER (ORDER BY h.recorded_at DESC, h.id) AS place FROM hits h ORDER BY place LIMIT page_limit OFFSET page_offset
  )
  SELECT (SELECT count(*) FROM hits), CASE WHEN c.id IS NOT NULL THEN identity.conflict_item(c) END
  FROM (SELECT 1) one LEFT JOIN page ON true LEFT JOIN identity.conflict_of_interest c ON c.id = page.id ORDER BY page.place;
END $$;
COMMENT ON FUNCTION identity.find_conflicts(boolean, integer, integer) IS 'Die eigenen; die Leitung und die Rechnungsprüfung sehen alle.';

CREATE FUNCTION identity.record_conflict(wanted_account uuid, wanted_applicant uuid, why text) RETURNS jsonb
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE recorded identity.conflict_of_interest; holder identity.account;
BEGIN
  PERFORM identity.demand_role('CASE_WORKER', 'HEAD_OF_UNIT', 'BUDGET_OFFICER', 'PAYMENT_ORDERER');
  SELECT * INTO holder FROM identity.account a WHERE a.id = wanted_account AND a.applicant_id IS NULL AND identity.is_person(a.id);
  IF holder.id IS NULL OR NOT EXISTS (SELECT 1 FROM programme.applicant p WHERE p.id = wanted_applicant) THEN RETURN NULL; END IF;
  IF holder.person_id <> identity.session_person() AND NOT identity.holds('HEAD_OF_UNIT') THEN
    RAISE EXCEPTION 'for others only the head of unit' USING ERRCODE = '42501';
  END IF;
  INSERT INTO identity.conflict_of_interest (person_id, applicant_id, reason, recorded_by)
    VALUES (holder.person_id, wanted_applicant, why, identity.session_account()) RETURNING * INTO recorded;
  RETURN identity.conflict_item(recorded);
END $$;
COMMENT ON FUNCTION identity.record_conflict(uuid, uuid, text) IS 'Gilt für die Person mit allen ihren Konten, ab sofort.';

CREATE FUNCTION identity.lock_conflict(wanted uuid) RETURNS jsonb
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE found jsonb;
BEGIN
  PERFORM identity.demand_role('HEAD_OF_UNIT');
  SELECT identity.conflict_item(c) INTO found FROM identity.conflict_of_interest c WHERE c.id = wanted FOR UPDATE;
  RETURN found;
END $$;

CREATE FUNCTION identity.end_conflict(wanted uuid, why text) RETURNS jsonb
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE ended identity.conflict_of_interest;
BEGIN
  PERFORM identity.demand_role('HEAD_OF_UNIT');
  UPDATE identity.conflict_of_interest c SET ended_at = platform.now(), ended_by = identity.session_account(), end_reason = why
    WHERE c.id = wanted AND c.ended_at IS NULL AND c.person_id <> identity.session_person() RETURNING * INTO ended;
  IF ended.id IS NULL THEN RAISE EXCEPTION 'not for oneself' USING ERRCODE = '42501'; END IF;
  RETURN identity.conflict_item(ended);
END $$;
`;
