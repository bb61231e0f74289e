import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Schema platform: clock, stored commands (idempotency), gapless numbers, legal state changes, guards used by all tables. */
const UP = `
CREATE EXTENSION IF NOT EXISTS btree_gist;
CREATE EXTENSION IF NOT EXISTS pg_trgm;
REVOKE ALL ON SCHEMA public FROM PUBLIC;
GRANT USAGE ON SCHEMA public TO wir_app, wir_auditor;
ALTER DEFAULT PRIVILEGES REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC;
ALTER DEFAULT PRIVILEGES GRANT SELECT ON TABLES TO wir_auditor;

CREATE SCHEMA platform;
GRANT USAGE ON SCHEMA platform TO wir_app, wir_auditor;

CREATE TABLE platform.setting (
  singleton boolean PRIMARY KEY DEFAULT true,
  mode text NOT NULL DEFAULT 'production',
  clock_base timestamptz,
  clock_set_at timestamptz,
  CONSTRAINT setting_is_one_row CHECK (singleton),
  CONSTRAINT setting_mode_known CHECK (mode IN ('demo', 'production')),
  CONSTRAINT setting_clock_complete CHECK ((clock_base IS NULL) = (clock_set_at IS NULL)),
  CONSTRAINT setting_clock_moves_in_demo_only CHECK (clock_base IS NULL OR mode = 'demo')
);
COMMENT ON TABLE platform.setting IS 'Betriebsart und Uhr. In production läuft die Uhr des Servers; nur die Demo darf sie stellen.';
INSERT INTO platform.setting DEFAULT VALUES;

CREATE FUNCTION platform.now() RETURNS timestamptz
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog AS $$
  SELECT coalesce(clock_base + (clock_timestamp() - clock_set_at), clock_timestamp()) FROM platform.setting
$$;
COMMENT ON FUNCTION platform.now() IS 'Fachlicher Zeitpunkt; einzige Zeitquelle für Vorgänge, Buchungen und Protokoll.';

CREATE FUNCTION platform.today() RETURNS date
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog AS $$
  SELECT (platform.now() AT TIME ZONE 'Europe/Berlin')::date
$$;

CREATE FUNCTION platform.mode() RETURNS text
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog AS $$ SELECT mode FROM platform.setting $$;

CREATE TABLE platform.command (
  key uuid PRIMARY KEY,
  account_id uuid,
  fingerprint text NOT NULL,
  status integer,
  body text,
  created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  CONSTRAINT command_answer_complete CHECK ((status IS NULL) = (body IS NULL))
);
COMMENT ON TABLE platform.command IS 'Idempotenz: jede Anweisung wirkt einmal; die gespeicherte Antwort wird unverändert wiederholt.';

CREATE TABLE platform.counter (
  series text NOT NULL,
  year integer NOT NULL,
  value bigint NOT NULL DEFAULT 0,
  PRIMARY KEY (series, year),
  CONSTRAINT counter_counts_up CHECK (value >= 0)
);

CREATE FUNCTION platform.next_number(wanted_series text, wanted_year integer) RETURNS bigint
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog AS $$
  INSERT INTO platform.counter AS c (series, year, value) VALUES (wanted_series, wanted_year, 1)
  ON CONFLICT (series, year) DO UPDATE SET value = c.value + 1
  RETURNING value
$$;
COMMENT ON FUNCTION platform.next_number(text, integer) IS 'Lückenlos: die Zeile bleibt bis zum Ende der Transaktion gesperrt und fällt bei Abbruch zurück.';

CREATE TABLE platform.transition (
  machine text NOT NULL,
  from_state text NOT NULL,
  to_state text NOT NULL,
  PRIMARY KEY (machine, from_state, to_state)
);
COMMENT ON TABLE platform.transition IS 'Zulässige Zustandswechsel je Automat; from_state leer = Anlage. Gleicher Inhalt wie die Tabellen in libs/*/domain.';

CREATE FUNCTION platform.guard_transition() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE old_state text := CASE WHEN TG_OP = 'INSERT' THEN '' ELSE OLD.state END;
BEGIN
  IF old_state <> NEW.state AND NOT EXISTS (
    SELECT 1 FROM platform.transition t WHERE t.machine = TG_ARGV[0] AND t.from_state = old_state AND t.to_state = NEW.state
  ) THEN
    RAISE EXCEPTION 'illegal state change % -> % of %', old_state, NEW.state, TG_ARGV[0]
      USING ERRCODE = '23514', CONSTRAINT = TG_ARGV[0] || '_state_transition', TABLE = TG_TABLE_NAME, SCHEMA = TG_TABLE_SCHEMA;
  END IF;
  RETURN NEW;
END $$;

CREATE FUNCTION platform.guard_version() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog AS $$
BEGIN
  IF NEW.version <> OLD.version + 1 THEN
    RAISE EXCEPTION 'version % does not follow %', NEW.version, OLD.version USING ERRCODE = '40001';
  END IF;
  NEW.updated_at := platform.now();
  RETURN NEW;
END $$;
COMMENT ON FUNCTION platform.guard_version() IS 'Keine verlorene Änderung: jede Änderung zählt die Fassung um genau eins weiter.';

CREATE FUNCTION platform.refuse_change() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog AS $$
BEGIN
  RAISE EXCEPTION '%.% is append-only', TG_TABLE_SCHEMA, TG_TABLE_NAME USING ERRCODE = '42501';
END $$;

GRANT EXECUTE ON FUNCTION platform.now(), platform.today(), platform.mode() TO wir_app, wir_auditor;
GRANT EXECUTE ON FUNCTION platform.next_number(text, integer), platform.guard_transition(), platform.guard_version(), platform.refuse_change() TO wir_app;
GRANT SELECT ON platform.transition TO wir_app;
`;

const DOWN = `
DROP SCHEMA platform CASCADE;
DROP EXTENSION IF EXISTS pg_trgm;
DROP EXTENSION IF EXISTS btree_gist;
`;

export class CreatePlatform1795305600100 implements MigrationInterface {
  name = 'CreatePlatform1795305600100';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(UP);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(DOWN);
  }
}
