import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What access stands on: sign-ins with a time limit of their own (families of sessions), second factors, dated grants,
 * delegations, conflicts of interest. The application has no right on any of these tables; it reaches them by functions.
 */
const TABLES = `
CREATE TABLE identity.session_family (
  id uuid PRIMARY KEY,
  account_id uuid NOT NULL REFERENCES identity.account,
  kind text NOT NULL,
  method text NOT NULL DEFAULT 'PASSWORD',
  user_agent text,
  address text,
  started_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  last_used_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  factor_at timestamptz,
  expires_at timestamptz NOT NULL,
  ended_at timestamptz,
  end_reason text,
  CONSTRAINT session_family_kind_known CHECK (kind IN ('browser', 'program', 'system')),
  CONSTRAINT session_family_method_known CHECK (method IN ('PASSWORD', 'PASSKEY', 'OIDC', 'SYSTEM')),
  CONSTRAINT session_family_end_has_reason CHECK ((ended_at IS NULL) = (end_reason IS NULL))
);
CREATE INDEX session_family_by_account ON identity.session_family (account_id) WHERE ended_at IS NULL;
COMMENT ON TABLE identity.session_family IS 'Eine Anmeldung mit allen Sitzungskennungen, die aus ihr hervorgehen; hier zählen Untätigkeit, zweiter Faktor und Ende.';
INSERT INTO identity.session_family (id, account_id, kind, method, started_at, last_used_at, expires_at)
  SELECT DISTINCT ON (family_id) family_id, account_id, kind, CASE kind WHEN 'system' THEN 'SYSTEM' ELSE 'PASSWORD' END, created_at, clock_timestamp(), expires_at
  FROM identity.session ORDER BY family_id, created_at;
ALTER TABLE identity.session ADD CONSTRAINT session_has_family FOREIGN KEY (family_id) REFERENCES identity.session_family;

ALTER TABLE identity.account ADD COLUMN version integer NOT NULL DEFAULT 1, ADD COLUMN has_factor boolean NOT NULL DEFAULT false,
  ADD COLUMN state text NOT NULL DEFAULT 'ACTIVE', ADD COLUMN locked_reason text, ADD COLUMN last_sign_in_at timestamptz,
  ADD COLUMN created_by uuid REFERENCES identity.account, ADD COLUMN updated_at timestamptz NOT NULL DEFAULT platform.now(),
  ADD CONSTRAINT account_state_known CHECK (state IN ('INVITED', 'ACTIVE', 'LOCKED', 'LEFT')),
  ADD CONSTRAINT account_works_when_active CHECK (active = (state IN ('INVITED', 'ACTIVE')));
COMMENT ON COLUMN identity.account.active IS 'Darf sich anmelden; folgt aus dem Zustand.';
CREATE TRIGGER account_version BEFORE UPDATE OF email, applicant_id, organisation, state, locked_reason ON identity.account
  FOR EACH ROW EXECUTE FUNCTION platform.guard_version();

ALTER TABLE identity.role_grant ADD COLUMN granted_by uuid REFERENCES identity.account, ADD COLUMN granted_at timestamptz NOT NULL DEFAULT platform.now(),
  ADD COLUMN ended_by uuid REFERENCES identity.account, ADD COLUMN end_reason text,
  ADD CONSTRAINT role_grant_once_at_a_time EXCLUDE USING gist (account_id WITH =, role WITH =, tstzrange(valid_from, valid_to) WITH &&);

CREATE TABLE identity.totp (
  account_id uuid PRIMARY KEY REFERENCES identity.account,
  secret bytea NOT NULL,
  created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  confirmed_at timestamptz,
  last_step bigint NOT NULL DEFAULT 0
);
COMMENT ON COLUMN identity.totp.secret IS 'Verschlüsselt (AES-256-GCM) mit einem Schlüssel außerhalb der Datenbank.';
CREATE TABLE identity.passkey (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  account_id uuid NOT NULL REFERENCES identity.account,
  credential_id bytea NOT NULL,
  public_key bytea NOT NULL,
  counter bigint NOT NULL DEFAULT 0,
  transports text[] NOT NULL DEFAULT '{}',
  name text NOT NULL,
  created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  last_used_at timestamptz,
  CONSTRAINT passkey_credential_unique UNIQUE (credential_id)
);
CREATE INDEX passkey_by_account ON identity.passkey (account_id);
CREATE TABLE identity.recovery_code (
  account_id uuid NOT NULL REFERENCES identity.account,
  code_hash bytea NOT NULL,
  used_at timestamptz,
  PRIMARY KEY (account_id, code_hash)
);
CREATE TABLE identity.challenge (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  account_id uuid REFERENCES identity.account,
  purpose text NOT NULL,
  value text NOT NULL,
  expires_at timestamptz NOT NULL,
  used_at timestamptz
);
CREATE INDEX challenge_by_expiry ON identity.challenge (expires_at);
CREATE TABLE identity.throttle (
  bucket text PRIMARY KEY,
  failures integer NOT NULL DEFAULT 0,
  in_window integer NOT NULL DEFAULT 0,
  window_started_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  blocked_until timestamptz
);
COMMENT ON TABLE identity.throttle IS 'Fehlversuche je Konto, Adresse und zweitem Faktor, für alle Prozesse; Schlüssel sind Hashwerte.';
CREATE TABLE identity.link (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  account_id uuid NOT NULL REFERENCES identity.account,
  purpose text NOT NULL,
  token_hash bytea NOT NULL,
  created_by uuid REFERENCES identity.account,
  created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  expires_at timestamptz NOT NULL DEFAULT clock_timestamp() + interval '24 hours',
  used_at timestamptz,
  CONSTRAINT link_purpose_known CHECK (purpose IN ('FIRST_PASSWORD', 'RESET')),
  CONSTRAINT link_token_unique UNIQUE (token_hash),
  CONSTRAINT link_lives_a_day CHECK (expires_at <= created_at + interval '24 hours 1 second')
);
CREATE INDEX link_by_account ON identity.link (account_id);
CREATE TABLE identity.external_login (
  issuer text NOT NULL,
  subject text NOT NULL,
  account_id uuid NOT NULL REFERENCES identity.account,
  linked_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  PRIMARY KEY (issuer, subject)
);
CREATE TABLE identity.factor_reset (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  account_id uuid NOT NULL REFERENCES identity.account,
  reason text NOT NULL,
  requested_by uuid NOT NULL REFERENCES identity.account,
  requested_at timestamptz NOT NULL DEFAULT platform.now(),
  confirmed_by uuid REFERENCES identity.account,
  confirmed_at timestamptz,
  cancelled_at timestamptz,
  CONSTRAINT factor_reset_ends_once CHECK (confirmed_at IS NULL OR cancelled_at IS NULL)
);
CREATE UNIQUE INDEX factor_reset_one_open ON identity.factor_reset (account_id) WHERE confirmed_at IS NULL AND cancelled_at IS NULL;

CREATE TABLE identity.delegation (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  absent_account_id uuid NOT NULL REFERENCES identity.account,
  deputy_account_id uuid NOT NULL REFERENCES identity.account,
  role text NOT NULL,
  valid_from timestamptz NOT NULL,
  valid_to timestamptz NOT NULL,
  reason text NOT NULL,
  created_by uuid NOT NULL REFERENCES identity.account,
  created_at timestamptz NOT NULL DEFAULT platform.now(),
  revoked_at timestamptz,
  revoked_by uuid REFERENCES identity.account,
  revoke_reason text,
  CONSTRAINT delegation_period CHECK (valid_from < valid_to AND valid_to <= valid_from + interval '366 days'),
  CONSTRAINT delegation_not_to_oneself CHECK (absent_account_id <> deputy_account_id),
  CONSTRAINT delegation_role_can_be_delegated CHECK (role IN ('CASE_WORKER','HEAD_OF_UNIT','BUDGET_OFFICER','PAYMENT_ORDERER',
    'APPLICANT_EDITOR','APPLICANT_FINANCE','APPLICANT_SIGNATORY')),
  CONSTRAINT delegation_revoked_with_reason CHECK ((revoked_at IS NULL) = (revoke_reason IS NULL)),
  CONSTRAINT delegation_once_at_a_time EXCLUDE USING gist (absent_account_id WITH =, deputy_account_id WITH =, role WITH =,
    tstzrange(valid_from, valid_to) WITH &&) WHERE (revoked_at IS NULL)
);
CREATE INDEX delegation_by_deputy ON identity.delegation (deputy_account_id) WHERE revoked_at IS NULL;
CREATE INDEX delegation_by_absent ON identity.delegation (absent_account_id) WHERE revoked_at IS NULL;
COMMENT ON TABLE identity.delegation IS 'Vertretung: befristet, widerruflich; die handelnde Person bleibt die vertretende.';

CREATE TABLE identity.conflict_of_interest (
  id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
  person_id uuid NOT NULL REFERENCES identity.person,
  applicant_id uuid NOT NULL,
  reason text NOT NULL,
  recorded_by uuid NOT NULL REFERENCES identity.account,
  recorded_at timestamptz NOT NULL DEFAULT platform.now(),
  ended_at timestamptz,
  ended_by uuid REFERENCES identity.account,
  end_reason text,
  CONSTRAINT conflict_end_complete CHECK ((ended_at IS NULL) = (end_reason IS NULL) AND (ended_at IS NULL) = (ended_by IS NULL))
);
CREATE UNIQUE INDEX conflict_one_live ON identity.conflict_of_interest (person_id, applicant_id) WHERE ended_at IS NULL;
COMMENT ON TABLE identity.conflict_of_interest IS 'Ausgeschlossene und befangene Personen (§§ 20, 21 HVwVfG): kein schreibender Zugriff auf Fälle dieser Kommune.';

REVOKE SELECT ON identity.session_family, identity.totp, identity.passkey, identity.recovery_code, identity.challenge, identity.throttle,
  identity.link, identity.external_login FROM wir_auditor;
`;

const GUARDS = `
CREATE FUNCTION identity.note_factor() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE changed uuid := CASE WHEN TG_OP = 'DELETE' THEN OLD.account_id ELSE NEW.account_id END;
BEGIN
  UPDATE identity.account SET has_factor = EXISTS (SELECT 1 FROM identity.totp t WHERE t.account_id = changed AND t.confirmed_at IS NOT NULL)
    OR EXISTS (SELECT 1 FROM identity.passkey p WHERE p.account_id = changed) WHERE id = changed;
  RETURN NULL;
END $$;
CREATE TRIGGER totp_counts AFTER INSERT OR UPDATE OR DELETE ON identity.totp FOR EACH ROW EXECUTE FUNCTION identity.note_factor();
CREATE TRIGGER passkey_counts AFTER INSERT OR DELETE ON identity.passkey FOR EACH ROW EXECUTE FUNCTION identity.note_factor();

CREATE FUNCTION identity.guard_grant() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE holder identity.account; giver uuid;
BEGIN
  SELECT * INTO holder FROM identity.account WHERE id = NEW.account_id;
  IF NEW.role <> 'SYSTEM' AND (holder.applicant_id IS NOT NULL) <> (NEW.role LIKE 'APPLICANT%') THEN
    RAISE EXCEPTION 'role % does not fit the organisation', NEW.role USING ERRCODE = '23514', CONSTRAINT = 'role_grant_fits_organisation';
  END IF;
  SELECT person_id INTO giver FROM identity.account WHERE id = NEW.granted_by;
  IF giver = holder.person_id THEN
    RAISE EXCEPTION 'nobody grants to the own person' USING ERRCODE = '23514', CONSTRAINT = 'role_grant_not_to_oneself';
  END IF;
  IF NEW.role <> 'SYSTEM' AND EXISTS (SELECT 1 FROM identity.role_grant g JOIN identity.account a ON a.id = g.account_id
    WHERE a.person_id = holder.person_id AND g.id <> NEW.id AND (g.role = 'ADMIN') <> (NEW.role = 'ADMIN')
      AND tstzrange(g.valid_from, g.valid_to) && tstzrange(NEW.valid_from, NEW.valid_to)) THEN
    RAISE EXCEPTION 'administration and casework are kept apart' USING ERRCODE = '23514', CONSTRAINT = 'role_grant_admin_stands_alone';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER role_grant_guard BEFORE INSERT OR UPDATE OF role, account_id, valid_to ON identity.role_grant
  FOR EACH ROW EXECUTE FUNCTION identity.guard_grant();
COMMENT ON FUNCTION identity.guard_grant() IS 'Niemand gibt sich selbst Rechte; wer Konten verwaltet, bearbeitet keine Fälle, auch nicht mit einem zweiten Konto.';

CREATE FUNCTION identity.guard_delegation() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE absent identity.account; deputy identity.account;
BEGIN
  SELECT * INTO absent FROM identity.account WHERE id = NEW.absent_account_id;
  SELECT * INTO deputy FROM identity.account WHERE id = NEW.deputy_account_id;
  IF absent.person_id = deputy.person_id THEN
    RAISE EXCEPTION 'nobody deputises for himself' USING ERRCODE = '23514', CONSTRAINT = 'delegation_between_persons';
  END IF;
  IF absent.applicant_id IS DISTINCT FROM deputy.applicant_id THEN
    RAISE EXCEPTION 'deputies belong to the same body' USING ERRCODE = '23514', CONSTRAINT = 'delegation_within_one_body';
  END IF;
  IF EXISTS (SELECT 1 FROM identity.role_grant g JOIN identity.account a ON a.id = g.account_id
    WHERE a.person_id = deputy.person_id AND g.role IN ('ADMIN', 'EXTERNAL_AUDITOR') AND tstzrange(g.valid_from, g.valid_to) && tstzrange(NEW.valid_from, NEW.valid_to)) THEN
    RAISE EXCEPTION 'administrators and auditors do no casework' USING ERRCODE = '23514', CONSTRAINT = 'delegation_deputy_does_casework';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER delegation_guard BEFORE INSERT ON identity.delegation FOR EACH ROW EXECUTE FUNCTION identity.guard_delegation();

CREATE FUNCTION identity.has_conflict(wanted_person uuid, wanted_applicant uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$
  SELECT EXISTS (SELECT 1 FROM identity.conflict_of_interest c WHERE c.person_id = wanted_person AND c.applicant_id = wanted_applicant AND c.ended_at IS NULL)
    OR EXISTS (SELECT 1 FROM identity.account a WHERE a.person_id = wanted_person AND a.applicant_id = wanted_applicant AND a.active)
$$;
COMMENT ON FUNCTION identity.has_conflict(uuid, uuid) IS 'Auf der Behördenseite ausgeschlossen: erklärt befangen oder selbst mit einem Konto der Kommune (§ 20 HVwVfG).';
GRANT EXECUTE ON FUNCTION identity.has_conflict(uuid, uuid) TO wir_app;
`;

const DOWN = `
DROP FUNCTION identity.has_conflict(uuid, uuid);
DROP TRIGGER role_grant_guard ON identity.role_grant;
DROP TRIGGER account_version ON identity.account;
`;

export class AccessCore1795305603000 implements MigrationInterface {
  name = 'AccessCore1795305603000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TABLES);
    await runner.query(GUARDS);
  }

  /** The tables stay: earlier programs do not mind them, and grants and factors would be lost. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query(DOWN);
  }
}
