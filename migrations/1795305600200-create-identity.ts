import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Schema identity: persons, accounts, dated roles, sessions. The application role reaches all of it through functions only. */
const UP = `
CREATE SCHEMA identity;
GRANT USAGE ON SCHEMA identity TO wir_app, wir_auditor;

CREATE TABLE identity.person (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  name text NOT NULL,
  created_at timestamptz NOT NULL DEFAULT platform.now()
);
COMMENT ON TABLE identity.person IS 'Natürliche Person. Vier Augen zählen Personen, nicht Konten.';

CREATE TABLE identity.account (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  person_id uuid NOT NULL REFERENCES identity.person,
  email text NOT NULL,
  password_hash text,
  applicant_id uuid,
  organisation text NOT NULL,
  active boolean NOT NULL DEFAULT true,
  is_demo boolean NOT NULL DEFAULT false,
  failed_logins integer NOT NULL DEFAULT 0,
  locked_until timestamptz,
  created_at timestamptz NOT NULL DEFAULT platform.now(),
  CONSTRAINT account_email_lower_case CHECK (email = lower(email)),
  CONSTRAINT account_email_unique UNIQUE (email)
);
COMMENT ON COLUMN identity.account.applicant_id IS 'Kommune, für die das Konto handelt; leer bei Konten der Bewilligungsbehörde.';

CREATE TABLE identity.role_grant (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  account_id uuid NOT NULL REFERENCES identity.account,
  role text NOT NULL,
  valid_from timestamptz NOT NULL DEFAULT '-infinity',
  valid_to timestamptz NOT NULL DEFAULT 'infinity',
  reason text NOT NULL,
  CONSTRAINT role_grant_role_known CHECK (role IN ('CASE_WORKER','HEAD_OF_UNIT','BUDGET_OFFICER','PAYMENT_ORDERER','EXTERNAL_AUDITOR',
    'PRESS_VIEWER','ADMIN','APPLICANT_EDITOR','APPLICANT_FINANCE','APPLICANT_SIGNATORY','SYSTEM')),
  CONSTRAINT role_grant_period_not_empty CHECK (valid_from < valid_to)
);
CREATE INDEX role_grant_by_account ON identity.role_grant (account_id);

CREATE TABLE identity.session (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  token_hash bytea NOT NULL,
  account_id uuid NOT NULL REFERENCES identity.account,
  kind text NOT NULL,
  family_id uuid NOT NULL,
  refresh_hash bytea,
  rotated_at timestamptz,
  created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  expires_at timestamptz NOT NULL,
  revoked_at timestamptz,
  CONSTRAINT session_kind_known CHECK (kind IN ('browser', 'program', 'system')),
  CONSTRAINT session_token_unique UNIQUE (token_hash),
  CONSTRAINT session_refresh_unique UNIQUE (refresh_hash)
);
CREATE INDEX session_by_family ON identity.session (family_id);
CREATE INDEX session_by_account ON identity.session (account_id) WHERE revoked_at IS NULL;
COMMENT ON TABLE identity.session IS 'Sitzungen; gespeichert sind nur Hashwerte der Kennungen. Laufzeiten zählen echte Zeit, nicht die Demo-Uhr.';

CREATE VIEW identity.live_session WITH (security_barrier, security_invoker) AS
  SELECT s.id AS session_id, s.token_hash, s.account_id, a.person_id, a.applicant_id, a.organisation, p.name, a.email, s.expires_at,
    (SELECT coalesce(array_agg(g.role ORDER BY g.role), '{}') FROM identity.role_grant g
      WHERE g.account_id = a.id AND platform.now() >= g.valid_from AND platform.now() < g.valid_to) AS roles
  FROM identity.session s JOIN identity.account a ON a.id = s.account_id JOIN identity.person p ON p.id = a.person_id
  WHERE s.revoked_at IS NULL AND s.expires_at > clock_timestamp() AND a.active;

CREATE FUNCTION identity.hash_token(token text) RETURNS bytea
LANGUAGE sql IMMUTABLE SET search_path = pg_catalog AS $$ SELECT sha256(convert_to(token, 'UTF8')) $$;

CREATE FUNCTION identity.open_session(token text) RETURNS TABLE (
  session_id uuid, account_id uuid, person_id uuid, name text, email text, roles text[], applicant_id uuid, applicant_name text,
  now timestamptz, today date, expires_at timestamptz)
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE moment timestamptz := platform.now();
BEGIN
  PERFORM set_config('wir.session', token, false);
  RETURN QUERY SELECT s.id, s.account_id, a.person_id, p.name, a.email,
      ARRAY(SELECT g.role FROM identity.role_grant g WHERE g.account_id = a.id AND moment >= g.valid_from AND moment < g.valid_to ORDER BY g.role),
      a.applicant_id, CASE WHEN a.applicant_id IS NOT NULL THEN a.organisation END, moment, (moment AT TIME ZONE 'Europe/Berlin')::date, s.expires_at
    FROM identity.session s JOIN identity.account a ON a.id = s.account_id JOIN identity.person p ON p.id = a.person_id
    WHERE s.token_hash = sha256(convert_to(token, 'UTF8')) AND s.revoked_at IS NULL AND s.expires_at > clock_timestamp() AND a.active;
END $$;
COMMENT ON FUNCTION identity.open_session(text) IS 'Erste Anweisung jeder Anfrage: bindet die Verbindung an die Sitzung und nennt Person, Rollen und Zeit.';

CREATE FUNCTION identity.own_token_hash() RETURNS bytea
LANGUAGE sql STABLE SET search_path = pg_catalog AS $$
  SELECT identity.hash_token(nullif(current_setting('wir.session', true), ''))
$$;
CREATE FUNCTION identity.session_account() RETURNS uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
  SELECT s.account_id FROM identity.session s JOIN identity.account a ON a.id = s.account_id
  WHERE s.token_hash = identity.own_token_hash() AND s.revoked_at IS NULL AND s.expires_at > clock_timestamp() AND a.active
$$;
CREATE FUNCTION identity.session_person() RETURNS uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
  SELECT a.person_id FROM identity.session s JOIN identity.account a ON a.id = s.account_id
  WHERE s.token_hash = identity.own_token_hash() AND s.revoked_at IS NULL AND s.expires_at > clock_timestamp() AND a.active
$$;
CREATE FUNCTION identity.session_applicant() RETURNS uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
  SELECT a.applicant_id FROM identity.session s JOIN identity.account a ON a.id = s.account_id
  WHERE s.token_hash = identity.own_token_hash() AND s.revoked_at IS NULL AND s.expires_at > clock_timestamp() AND a.active
$$;
CREATE FUNCTION identity.session_is_staff() RETURNS boolean
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE moment timestamptz := platform.now();
BEGIN
  RETURN EXISTS (SELECT 1 FROM identity.session s JOIN identity.account a ON a.id = s.account_id JOIN identity.role_grant g ON g.account_id = a.id
    WHERE s.token_hash = identity.own_token_hash() AND s.revoked_at IS NULL AND s.expires_at > clock_timestamp() AND a.active AND a.applicant_id IS NULL
      AND g.role IN ('CASE_WORKER','HEAD_OF_UNIT','BUDGET_OFFICER','PAYMENT_ORDERER','EXTERNAL_AUDITOR','PRESS_VIEWER','SYSTEM')
      AND moment >= g.valid_from AND moment < g.valid_to);
END $$;
COMMENT ON FUNCTION identity.session_is_staff() IS 'Konto der Bewilligungsbehörde mit Fallbezug; ADMIN allein sieht keine Fälle.';

CREATE FUNCTION identity.account_names(ids uuid[]) RETURNS TABLE (account_id uuid, name text, organisation text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
  SELECT a.id, p.name, a.organisation FROM identity.account a JOIN identity.person p ON p.id = a.person_id WHERE a.id = ANY (ids)
$$;
CREATE FUNCTION identity.name_of(id uuid) RETURNS text
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
  SELECT p.name FROM identity.account a JOIN identity.person p ON p.id = a.person_id WHERE a.id = $1
$$;

GRANT EXECUTE ON FUNCTION identity.open_session(text), identity.own_token_hash(), identity.hash_token(text), identity.session_account(),
  identity.session_person(), identity.session_applicant(), identity.session_is_staff(), identity.account_names(uuid[]), identity.name_of(uuid) TO wir_app;
REVOKE SELECT ON identity.account, identity.session, identity.live_session FROM wir_auditor;
GRANT SELECT (id, person_id, email, applicant_id, organisation, active, created_at) ON identity.account TO wir_auditor;
`;

const DOWN = `DROP SCHEMA identity CASCADE;`;

export class CreateIdentity1795305600200 implements MigrationInterface {
  name = 'CreateIdentity1795305600200';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(UP);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(DOWN);
  }
}
