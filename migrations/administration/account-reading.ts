/** What administrators read: one statement per list and per page, as JSON of the contract. */
export const ACCOUNT_READING = `
CREATE FUNCTION identity.day_start(day date) RETURNS timestamptz
LANGUAGE sql STABLE SET search_path = pg_catalog AS $$ SELECT (day::timestamp AT TIME ZONE 'Europe/Berlin') $$;
CREATE FUNCTION identity.first_day(moment timestamptz) RETURNS date
LANGUAGE sql STABLE SET search_path = pg_catalog AS $$ SELECT CASE WHEN isfinite(moment) THEN (moment AT TIME ZONE 'Europe/Berlin')::date END $$;
CREATE FUNCTION identity.last_day(moment timestamptz) RETURNS date
LANGUAGE sql STABLE SET search_path = pg_catalog AS $$
  SELECT CASE WHEN isfinite(moment) THEN ((moment - interval '1 microsecond') AT TIME ZONE 'Europe/Berlin')::date END
$$;
COMMENT ON FUNCTION identity.last_day(timestamptz) IS 'Letzter Tag, an dem etwas gilt; leer = unbefristet. Zeiträume sind in Tagen gemeint und halboffen gespeichert.';

CREATE FUNCTION identity.holds(VARIADIC wanted text[]) RETURNS boolean
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE moment timestamptz := platform.now();
BEGIN
  RETURN EXISTS (SELECT 1 FROM identity.role_grant g WHERE g.account_id = identity.session_account() AND g.role = ANY (wanted)
    AND moment >= g.valid_from AND moment < g.valid_to);
END $$;
COMMENT ON FUNCTION identity.holds(text[]) IS 'Eigene Rolle der Sitzung; in Vertretung ausgeübte zählen nicht.';

CREATE FUNCTION identity.is_person(wanted_account uuid) RETURNS boolean
LANGUAGE sql STABLE SET search_path = pg_catalog AS $$
  SELECT NOT EXISTS (SELECT 1 FROM identity.role_grant g WHERE g.account_id = wanted_account AND g.role = 'SYSTEM')
$$;

CREATE FUNCTION identity.held_roles(wanted_account uuid, moment timestamptz) RETURNS jsonb
LANGUAGE sql STABLE SET search_path = pg_catalog AS $$
  SELECT coalesce(jsonb_agg(jsonb_build_object('id', g.id, 'role', g.role, 'validFrom', coalesce(identity.first_day(g.valid_from), identity.first_day(a.created_at)),
    'validTo', identity.last_day(g.valid_to)) ORDER BY g.role, g.valid_from), '[]')
  FROM identity.role_grant g JOIN identity.account a ON a.id = g.account_id WHERE g.account_id = wanted_account AND g.valid_to > moment
$$;

CREATE FUNCTION identity.account_item(a identity.account, person_name text, moment timestamptz) RETURNS jsonb
LANGUAGE sql STABLE SET search_path = pg_catalog AS $$
  SELECT jsonb_build_object('id', a.id, 'personId', a.person_id, 'name', person_name, 'email', a.email, 'organisation', a.organisation, 'applicantId', a.applicant_id,
    'state', a.state, 'roles', identity.held_roles(a.id, moment), 'hasFactor', a.has_factor, 'lastSignInAt', a.last_sign_in_at, 'version', a.version)
$$;

CREATE FUNCTION identity.delegation_item(d identity.delegation) RETURNS jsonb
LANGUAGE sql STABLE SET search_path = pg_catalog AS $$
  SELECT jsonb_build_object('id', d.id, 'absentAccountId', d.absent_account_id, 'absentName', identity.name_of(d.absent_account_id),
    'deputyAccountId', d.deputy_account_id, 'deputyName', identity.name_of(d.deputy_account_id), 'role', d.role,
    'validFrom', identity.first_day(d.valid_from), 'validTo', identity.last_day(d.valid_to), 'reason', d.reason,
    'createdByName', identity.name_of(d.created_by), 'createdAt', d.created_at, 'revokedAt', d.revoked_at, 'revokeReason', d.revoke_reason)
$$;

CREATE FUNCTION identity.factor_reset_item(r identity.factor_reset, confirmer_person uuid) RETURNS jsonb
LANGUAGE sql STABLE SET search_path = pg_catalog AS $$
  SELECT jsonb_build_object('id', r.id, 'accountId', r.account_id, 'accountName', p.name, 'reason', r.reason, 'requestedBy', r.requested_by,
    'requestedByName', identity.name_of(r.requested_by), 'requestedAt', r.requested_at,
    'mayConfirm', confirmer_person NOT IN (q.person_id, a.person_id))
  FROM identity.account a JOIN identity.person p ON p.id = a.person_id, identity.account q WHERE a.id = r.account_id AND q.id = r.requested_by
$$;

CREATE FUNCTION identity.find_accounts(wanted_search text, wanted_states text[], wanted_roles text[], wanted_applicants uuid[], sorting text, descending boolean,
  page_limit integer, page_offset integer) RETURNS TABLE (total bigint, item jsonb)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE moment timestamptz := platform.now();
BEGIN
  PERFORM identity.demand_role('ADMIN');
  RETURN QUERY
  WITH found AS (
    SELECT a.id FROM identity.account a WHERE a.email ILIKE wanted_search OR a.organisation ILIKE wanted_search
    UNION SELECT a.id FROM identity.person p JOIN identity.account a ON a.person_id = p.id WHERE p.name ILIKE wanted_search
  ), hits AS (
    SELECT a.id, p.name, CASE sorting WHEN 'email' THEN a.email WHEN 'organisation' THEN lower(a.organisation) WHEN 'state' THEN a.state
        WHEN 'lastSignInAt' THEN to_char(a.last_sign_in_at AT TIME ZONE 'UTC', 'YYYY-MM-DD HH24:MI:SS') ELSE lower(p.name) END AS key
    FROM identity.account a JOIN identity.person p ON p.id = a.person_id
    WHERE (wanted_search IS NULL OR a.id IN (SELECT f.id FROM found f))
      AND (wanted_states IS NULL OR a.state = ANY (wanted_states)) AND (wanted_applicants IS NULL OR a.applicant_id = ANY (wanted_applicants))
      AND (wanted_roles IS NULL OR EXISTS (SELECT 1 FROM identity.role_grant g WHERE g.account_id = a.id AND g.role = ANY (wanted_roles)
        AND moment >= g.valid_from AND moment < g.valid_to))
      AND identity.is_person(a.id)
  ), page AS (
    SELECT h.*, row_number() OVER (ORDER BY CASE WHEN NOT descending THEN h.key END COLLATE "de-x-icu" ASC NULLS LAST, CASE WHEN descending THEN h.key END COLLATE "de-x-icu" DESC NULLS LAST, h.id) AS place
    FROM hits h ORDER BY place LIMIT page_limit OFFSET page_offset
  )
  SELECT (SELECT count(*) FROM hits), CASE WHEN a.id IS NOT NULL THEN identity.account_item(a, page.name, moment) END
  FROM (SELECT 1) one LEFT JOIN page ON true LEFT JOIN identity.account a ON a.id = page.id ORDER BY page.place;
END $$;

CREATE FUNCTION identity.account_detail(wanted uuid) RETURNS jsonb
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE moment timestamptz := platform.now(); found jsonb;
BEGIN
  PERFORM identity.demand_role('ADMIN');
  SELECT identity.account_item(a, p.name, moment) || jsonb_build_object('lockedReason', a.locked_reason, 'createdAt', a.created_at, 'leavesOn', a.leaves_on,
    'grants', (SELECT coalesce(jsonb_agg(jsonb_build_object('id', g.id, 'role', g.role, 'validFrom', coalesce(identity.first_day(g.valid_from), identity.first_day(a.created_at)),
        'validTo', identity.last_day(g.valid_to), 'reason', g.reason, 'grantedByName', identity.name_of(g.granted_by), 'grantedAt', g.granted_at,
        'endedByName', identity.name_of(g.ended_by), 'endReason', g.end_reason, 'current', moment >= g.valid_from AND moment < g.valid_to)
        ORDER BY g.valid_to DESC, g.role), '[]') FROM identity.role_grant g WHERE g.account_id = a.id),
    'sessions', (SELECT coalesce(jsonb_agg(jsonb_build_object('id', f.id, 'method', f.method, 'userAgent', f.user_agent, 'address', f.address,
        'startedAt', f.started_at, 'lastUsedAt', f.last_used_at) ORDER BY f.last_used_at DESC, f.id), '[]') FROM identity.session_family f
      WHERE f.account_id = a.id AND f.ended_at IS NULL AND f.kind <> 'system' AND f.expires_at > clock_timestamp()
        AND (f.kind <> 'browser' OR f.last_used_at > clock_timestamp() - interval '30 minutes')),
    'otherAccounts', (SELECT coalesce(jsonb_agg(jsonb_build_object('id', o.id, 'email', o.email, 'organisation', o.organisation, 'state', o.state) ORDER BY o.email), '[]')
      FROM identity.account o WHERE o.person_id = a.person_id AND o.id <> a.id),
    'pendingFactorReset', (SELECT identity.factor_reset_item(r, identity.session_person()) FROM identity.factor_reset r
      WHERE r.account_id = a.id AND r.confirmed_at IS NULL AND r.cancelled_at IS NULL),
    'delegations', (SELECT coalesce(jsonb_agg(identity.delegation_item(d) ORDER BY d.valid_from DESC, d.id), '[]') FROM identity.delegation d
      WHERE a.id IN (d.absent_account_id, d.deputy_account_id)),
    'invitation', (SELECT jsonb_build_object('sentAt', l.created_at, 'expiresAt', l.expires_at, 'usedAt', l.used_at) FROM identity.link l
      WHERE l.account_id = a.id AND l.purpose = 'FIRST_PASSWORD' ORDER BY l.created_at DESC, l.id LIMIT 1))
    INTO found
    FROM identity.account a JOIN identity.person p ON p.id = a.person_id WHERE a.id = wanted AND identity.is_person(a.id);
  RETURN found;
END $$;

CREATE FUNCTION identity.open_factor_resets() RETURNS jsonb
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
  PERFORM identity.demand_role('ADMIN');
  RETURN (SELECT coalesce(jsonb_agg(identity.factor_reset_item(r, identity.session_person()) ORDER BY r.requested_at, r.id), '[]')
    FROM identity.factor_reset r WHERE r.confirmed_at IS NULL AND r.cancelled_at IS NULL);
END $$;
`;
