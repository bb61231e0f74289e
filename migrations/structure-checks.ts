/**
 * What every migration owes to the separation of the municipalities (D6, §3.5), read from the catalogue of PostgreSQL: a
 * new table, view or function is judged without being named here. Each query lists the offenders; none is the only good answer.
 */
export interface StructureCheck {
  readonly name: string;
  readonly sql: string;
}

/** Readable by everybody who is signed in: they hold no data of a municipality that is not public knowledge. */
export const REFERENCE_TABLES: Readonly<Record<string, string>> = {
  'audit.anchor': 'Signed heads of the chain; published anyway.',
  'budget.budget_year': 'State of the budget years; no award, no applicant.',
  'budget.transfer_rule': 'Kinds of booking, the same for all.',
  'platform.transition': 'Graph of the states.',
  'programme.applicant': 'Public master data of the municipalities.',
  'programme.applicant_version': 'Public master data by date.',
  'programme.call_module': 'Published call.',
  'programme.funding_call': 'Published call.',
  'programme.legal_parameter': 'Law.',
  'programme.module_component': 'Published call.',
  'programme.programme': 'Published programme.',
  'public.schema_migration': 'Names of the migrations.',
};

/** Keys without tenant that tell nothing: whoever holds the neighbour of a running number knows it exists. */
export const RUNNING_NUMBERS: Readonly<Record<string, string>> = {
  application_case_number_unique: 'Gapless Aktenzeichen.',
  award_number_unique: 'Gapless number.',
  notice_number_unique: 'Gapless number.',
  disbursement_request_number_unique: 'Gapless number.',
  payment_order_number_unique: 'Gapless number.',
  payment_run_run_number_key: 'Gapless number; staff only.',
  transfer_pkey: 'Identity of the ledger; staff only.',
  event_pkey: 'Position in the chain; written by the owner only.',
};

/** Functions of the owner that need not ask who calls. */
export const OPEN_FUNCTIONS: Readonly<Record<string, string>> = {
  'audit.anchored_heads(bigint[])': 'Hashes of the chain, which bind nobody and tell nothing.',
  'audit.tip()': 'Length and hash of the chain.',
  'audit.verify()': 'Whether the chain is whole.',
  'budget.account_for(uuid,text,integer,integer,uuid)': 'The id of an account of the ledger, whose rows stay unseen.',
  'budget.account_in_line(uuid,text,integer,integer,uuid,uuid)':
    'The id of an account of the ledger, whose rows stay unseen.',
  'budget.main_line(uuid)': 'The id of a budget line, whose row stays unseen.',
  'identity.demand_gate(text)': 'Is the question.',
  'identity.demo_accounts()': 'The demo shows its accounts before the sign-in; empty in production.',
  'identity.end_session(text)': 'Who holds the token may end it.',
  'identity.has_demo_accounts()': 'Asked before the start in production.',
  'identity.open_session(text)': 'Is the question.',
  'identity.rotate_refresh(text,text,text)': 'Who holds the token may exchange it.',
  'identity.sweep_sign_in()': 'Removes what has expired.',
  'notifications.has_mail_to_send()': 'Yes or no, for the timer of the delivery.',
  'platform.mode()': 'Demo or production.',
  'platform.next_number(text,integer)': 'Burns a number at most.',
  'platform.now()': 'The clock.',
  'platform.set_clock(timestamp with time zone)': 'Refuses in production.',
  'platform.today()': 'The calendar.',
  'records.is_deleted(uuid)': 'Says of an id one must hold that its file was destroyed.',
};

const quoted = (names: readonly string[]): string => names.map((name) => `'${name}'`).join(', ');

/** Own schemas: whatever is neither PostgreSQL's nor the job queue's. */
const OWN = `n.nspname NOT LIKE 'pg\\_%' AND n.nspname NOT IN ('information_schema', 'pgboss')`;
const NOT_FROM_EXTENSION = (oid: string): string =>
  `NOT EXISTS (SELECT 1 FROM pg_depend x WHERE x.objid = ${oid} AND x.deptype = 'e')`;
const REACHED_BY_APP = `(has_table_privilege('wir_app', c.oid, 'SELECT,INSERT,UPDATE,DELETE') OR has_any_column_privilege('wir_app', c.oid, 'SELECT,INSERT,UPDATE'))`;
const IS_REFERENCE = `n.nspname || '.' || c.relname IN (${quoted(Object.keys(REFERENCE_TABLES))})`;
const TABLES = `pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace AND c.relkind IN ('r', 'p') AND ${OWN}`;

/** Tables that belong to a municipality: by a column of their own, or by a foreign key to one that does. */
const TENANT_TABLES = `
WITH RECURSIVE tenant (oid) AS (
  SELECT a.attrelid FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid AND c.relkind IN ('r', 'p') JOIN pg_namespace n ON n.oid = c.relnamespace
  WHERE a.attname = 'applicant_id' AND NOT a.attisdropped AND ${OWN} AND NOT (${IS_REFERENCE})
  UNION
  SELECT f.conrelid FROM tenant t JOIN pg_constraint f ON f.confrelid = t.oid AND f.contype = 'f'
)`;

/** Statement triggers against UPDATE and DELETE make a table append-only. */
const APPEND_ONLY = `
WITH kept AS (
  SELECT t.tgrelid AS oid, bit_or(t.tgtype) AS events FROM pg_trigger t JOIN pg_proc p ON p.oid = t.tgfoid
  WHERE p.proname = 'refuse_change' AND NOT t.tgisinternal GROUP BY t.tgrelid HAVING bit_or(t.tgtype)::integer & 24 = 24
)`;

const rowSecurity: readonly StructureCheck[] = [
  {
    name: 'table without forced row-level security',
    sql: `SELECT c.oid::regclass::text AS offender FROM ${TABLES}
      WHERE ${REACHED_BY_APP} AND NOT (c.relrowsecurity AND c.relforcerowsecurity) AND NOT (${IS_REFERENCE})`,
  },
  {
    name: 'reference table that the application may write',
    sql: `SELECT c.oid::regclass::text AS offender FROM ${TABLES}
      WHERE ${IS_REFERENCE} AND c.relname <> 'budget_year' AND (has_table_privilege('wir_app', c.oid, 'INSERT,UPDATE,DELETE') OR has_any_column_privilege('wir_app', c.oid, 'INSERT,UPDATE'))`,
  },
  {
    name: 'table of a municipality without a policy for a command it is granted',
    sql: `${TENANT_TABLES}
      SELECT c.oid::regclass || ' ' || v.command AS offender FROM tenant t JOIN pg_class c ON c.oid = t.oid
      CROSS JOIN (VALUES ('SELECT', 'r'), ('INSERT', 'a'), ('UPDATE', 'w'), ('DELETE', 'd')) AS v (command, letter)
      WHERE (has_table_privilege('wir_app', c.oid, v.command) OR v.command <> 'DELETE' AND has_any_column_privilege('wir_app', c.oid, replace(v.command, 'DELETE', 'SELECT')))
        AND NOT EXISTS (SELECT 1 FROM pg_policy p WHERE p.polrelid = c.oid AND p.polpermissive AND p.polcmd::text IN ('*', v.letter)
          AND (p.polroles = '{0}' OR 'wir_app'::regrole = ANY (p.polroles))
          AND coalesce(pg_get_expr(p.polqual, p.polrelid), '') || coalesce(pg_get_expr(p.polwithcheck, p.polrelid), '') LIKE '%session_%')`,
  },
  {
    name: 'policy of the application that asks nothing about the session',
    sql: `SELECT p.polname || ' ON ' || p.polrelid::regclass AS offender FROM pg_policy p
      WHERE p.polpermissive AND (p.polroles = '{0}' OR 'wir_app'::regrole = ANY (p.polroles))
        AND (p.polqual IS NOT NULL AND pg_get_expr(p.polqual, p.polrelid) NOT LIKE '%session_%'
          OR p.polwithcheck IS NOT NULL AND pg_get_expr(p.polwithcheck, p.polrelid) NOT LIKE '%session_%')`,
  },
  {
    name: 'reference that may lead to the row of another municipality',
    sql: `${TENANT_TABLES}
      SELECT DISTINCT f.conrelid::regclass || ' ' || f.conname || ' ' || v.command AS offender FROM pg_constraint f JOIN tenant t ON t.oid = f.confrelid
      JOIN pg_attribute k ON k.attrelid = f.conrelid AND k.attnum = f.conkey[1]
      CROSS JOIN (VALUES ('INSERT', 'a'), ('UPDATE', 'w')) AS v (command, letter)
      WHERE f.contype = 'f' AND has_column_privilege('wir_app', f.conrelid, k.attnum, v.command)
        AND NOT EXISTS (SELECT 1 FROM pg_attribute a WHERE a.attrelid = f.conrelid AND a.attname = 'applicant_id' AND a.attnum = ANY (f.conkey))
        AND EXISTS (SELECT 1 FROM pg_policy p WHERE p.polrelid = f.conrelid AND p.polpermissive AND p.polcmd::text IN ('*', v.letter)
          AND pg_get_expr(p.polwithcheck, p.polrelid) LIKE '%session_applicant%')
        AND NOT EXISTS (SELECT 1 FROM pg_policy p CROSS JOIN pg_get_expr(p.polwithcheck, p.polrelid) rule
          WHERE p.polrelid = f.conrelid AND NOT p.polpermissive AND p.polcmd::text IN ('*', v.letter)
          AND (rule ~ ('\\m' || k.attname || '\\M') AND rule ~ '\\mapplicant_id\\M' OR rule ~ 'session_is_staff' AND rule !~ 'session_applicant'))`,
  },
  {
    // With a random id in the key, whoever does not hold the id cannot ask; that nobody uses a foreign id, the check above sees to.
    name: 'unique key across municipalities',
    sql: `${TENANT_TABLES}
      SELECT c.oid::regclass || ' ' || i.indexrelid::regclass AS offender FROM tenant t JOIN pg_class c ON c.oid = t.oid
      JOIN pg_index i ON i.indrelid = c.oid AND (i.indisunique OR i.indisexclusion) JOIN pg_class ic ON ic.oid = i.indexrelid
      WHERE has_any_column_privilege('wir_app', c.oid, 'INSERT,UPDATE')
        AND NOT EXISTS (SELECT 1 FROM unnest(i.indkey::int2[]) k JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = k
          WHERE a.attname = 'applicant_id' OR a.atttypid = 'uuid'::regtype)
        AND ic.relname NOT IN (${quoted(Object.keys(RUNNING_NUMBERS))})`,
  },
  {
    name: 'statistics that tell how much a municipality has',
    sql: `${TENANT_TABLES}
      SELECT a.attrelid::regclass::text AS offender FROM tenant t JOIN pg_attribute a ON a.attrelid = t.oid AND a.attname = 'applicant_id'
      JOIN pg_class c ON c.oid = a.attrelid WHERE ${REACHED_BY_APP} AND a.attstattarget IS DISTINCT FROM 0`,
  },
  {
    name: 'view that asks with the rights of its owner',
    sql: `SELECT c.oid::regclass::text AS offender FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
      WHERE ${OWN} AND (c.relkind = 'm' OR c.relkind = 'v' AND NOT coalesce(c.reloptions && '{security_invoker=true,security_invoker=on,security_invoker=1}', false))`,
  },
];

const functions: readonly StructureCheck[] = [
  {
    name: 'function with the rights of its owner and a loose search path',
    sql: `SELECT p.oid::regprocedure::text AS offender FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
      WHERE p.prosecdef AND n.nspname NOT LIKE 'pg\\_%' AND NOT EXISTS (SELECT 1 FROM unnest(p.proconfig) s
        WHERE s ~ '^search_path=("?pg_catalog"?)?(, ?pg_temp)?$' OR s = 'search_path=""')`,
  },
  {
    name: 'function that everybody may call',
    sql: `SELECT p.oid::regprocedure::text AS offender FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
      WHERE (p.prosecdef OR ${OWN}) AND n.nspname NOT LIKE 'pg\\_%' AND n.nspname <> 'information_schema' AND ${NOT_FROM_EXTENSION('p.oid')}
        AND EXISTS (SELECT 1 FROM aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) a WHERE a.grantee = 0)`,
  },
  {
    name: 'function with the rights of its owner that does not ask who calls',
    sql: `SELECT p.oid::regprocedure::text AS offender FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
      WHERE p.prosecdef AND n.nspname NOT LIKE 'pg\\_%' AND p.prorettype <> 'trigger'::regtype AND has_function_privilege('wir_app', p.oid, 'EXECUTE')
        AND p.prosrc !~ 'demand_gate|demand_role|session_(account|person|applicant|is_staff|reads_trail)|own_token_hash|own_family|live_session|current_setting|session_user|identity\\.holds|audit\\.acting|may_(see|arrange)|demand_administrator'
        AND p.oid::regprocedure::text NOT IN (${quoted(Object.keys(OPEN_FUNCTIONS))})`,
  },
  {
    name: 'trigger that is switched off',
    sql: `SELECT t.tgname || ' ON ' || t.tgrelid::regclass AS offender FROM pg_trigger t WHERE t.tgenabled = 'D'`,
  },
];

const appending: readonly StructureCheck[] = [
  {
    name: 'append-only table that may be changed',
    sql: `${APPEND_ONLY}
      SELECT k.oid::regclass || ' ' || r || ' ' || p AS offender FROM kept k, unnest(ARRAY['UPDATE', 'DELETE', 'TRUNCATE']) p, unnest(ARRAY['wir_app', 'wir_auditor']) r
      WHERE has_table_privilege(r, k.oid, p) OR p = 'UPDATE' AND has_any_column_privilege(r, k.oid, p)`,
  },
  {
    name: 'append-only table with an INSERT that names no columns',
    sql: `${APPEND_ONLY} SELECT k.oid::regclass::text AS offender FROM kept k WHERE has_table_privilege('wir_app', k.oid, 'INSERT')`,
  },
  {
    name: 'append-only table whose actor, moment or position the application may choose',
    sql: `${APPEND_ONLY}
      SELECT k.oid::regclass || '.' || a.attname AS offender FROM kept k JOIN pg_attribute a ON a.attrelid = k.oid AND a.attnum > 0 AND NOT a.attisdropped
      LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
      WHERE has_column_privilege('wir_app', k.oid, a.attnum, 'INSERT')
        AND (a.attidentity <> '' OR pg_get_expr(d.adbin, d.adrelid) ~ 'session_|platform\\.now|clock_timestamp')`,
  },
];

const rights: readonly StructureCheck[] = [
  {
    name: 'right of the application that changes structure',
    sql: `SELECT c.oid::regclass || ' ' || r || ' ' || p AS offender FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace,
        unnest(ARRAY['TRUNCATE', 'REFERENCES', 'TRIGGER', 'MAINTAIN']) p, unnest(ARRAY['wir_app', 'wir_auditor']) r
      WHERE c.relkind IN ('r', 'p', 'v') AND ${OWN} AND has_table_privilege(r, c.oid, p)`,
  },
  {
    name: 'right of the auditor to write',
    sql: `SELECT c.oid::regclass || ' ' || p AS offender FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace, unnest(ARRAY['INSERT', 'UPDATE', 'DELETE']) p
      WHERE c.relkind IN ('r', 'p', 'v') AND n.nspname NOT LIKE 'pg\\_%' AND n.nspname <> 'information_schema'
        AND (has_table_privilege('wir_auditor', c.oid, p) OR p <> 'DELETE' AND has_any_column_privilege('wir_auditor', c.oid, replace(p, 'DELETE', 'INSERT')))`,
  },
  {
    name: 'table with secrets that the auditor may read',
    sql: `SELECT c.oid::regclass || '.' || a.attname AS offender FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace AND n.nspname = 'identity'
      JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
      WHERE c.relkind = 'r' AND a.attname ~ '(_hash|secret|public_key|value)$' AND has_column_privilege('wir_auditor', c.oid, a.attnum, 'SELECT')`,
  },
  {
    name: 'right that everybody has',
    sql: `SELECT c.oid::regclass || ' ' || a.privilege_type AS offender FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace AND n.nspname NOT LIKE 'pg\\_%' AND n.nspname <> 'information_schema',
        aclexplode(c.relacl) a WHERE a.grantee = 0
      UNION ALL SELECT n.nspname || ' ' || a.privilege_type FROM pg_namespace n, aclexplode(n.nspacl) a
      WHERE n.nspname NOT LIKE 'pg\\_%' AND n.nspname <> 'information_schema' AND a.grantee = 0
      UNION ALL SELECT 'database ' || a.privilege_type FROM pg_database d, aclexplode(coalesce(d.datacl, acldefault('d', d.datdba))) a
      WHERE d.datname = current_database() AND a.grantee = 0`,
  },
  {
    name: 'object that the application or the auditor owns',
    sql: `SELECT o.kind || ' ' || o.name AS offender FROM (
        SELECT 'relation' AS kind, oid::regclass::text AS name, relowner AS owner FROM pg_class
        UNION ALL SELECT 'function', oid::regprocedure::text, proowner FROM pg_proc
        UNION ALL SELECT 'schema', nspname, nspowner FROM pg_namespace
        UNION ALL SELECT 'type', typname, typowner FROM pg_type
        UNION ALL SELECT 'database', datname, datdba FROM pg_database WHERE datname = current_database()) o
      WHERE o.owner IN ('wir_app'::regrole, 'wir_auditor'::regrole)`,
  },
  {
    name: 'place where the application or the auditor may create',
    sql: `SELECT n.nspname || ' ' || r AS offender FROM pg_namespace n, unnest(ARRAY['wir_app', 'wir_auditor']) r
      WHERE n.nspname NOT LIKE 'pg_temp%' AND n.nspname NOT LIKE 'pg_toast_temp%' AND has_schema_privilege(r, n.oid, 'CREATE')
      UNION ALL SELECT 'database ' || p || ' ' || r FROM unnest(ARRAY['CREATE', 'TEMPORARY']) p, unnest(ARRAY['wir_app', 'wir_auditor']) r
      WHERE has_database_privilege(r, current_database(), p)`,
  },
  {
    name: 'default privilege that opens what comes later',
    sql: `SELECT d.defaclobjtype::text || ' ' || a.privilege_type || ' to ' || coalesce(r.rolname, 'everybody') AS offender
      FROM pg_default_acl d CROSS JOIN aclexplode(d.defaclacl) a LEFT JOIN pg_roles r ON r.oid = a.grantee
      WHERE a.grantee <> d.defaclrole AND NOT (r.rolname = 'wir_auditor' AND a.privilege_type = 'SELECT')
      UNION ALL SELECT 'f EXECUTE to everybody by the built-in default' WHERE NOT EXISTS (
        SELECT 1 FROM pg_default_acl d WHERE d.defaclobjtype = 'f' AND d.defaclnamespace = 0 AND d.defaclrole = 'wir_owner'::regrole)`,
  },
];

const roles: readonly StructureCheck[] = [
  {
    name: 'role with special powers',
    sql: `SELECT rolname AS offender FROM pg_roles WHERE rolname IN ('wir_owner', 'wir_app', 'wir_auditor')
        AND (rolsuper OR rolbypassrls OR rolcreatedb OR rolcreaterole OR rolreplication)`,
  },
  {
    name: 'role that may become another',
    sql: `SELECT m.member::regrole || ' in ' || m.roleid::regrole AS offender FROM pg_auth_members m
      WHERE m.member IN ('wir_owner'::regrole, 'wir_app'::regrole, 'wir_auditor'::regrole)`,
  },
  {
    name: 'setting that the application may change although it guards it',
    sql: `SELECT r || ' ' || s AS offender FROM unnest(ARRAY['wir_app', 'wir_auditor', 'wir_owner']) r,
        unnest(ARRAY['session_replication_role', 'log_statement', 'session_preload_libraries']) s WHERE has_parameter_privilege(r, s, 'SET')`,
  },
];

export const STRUCTURE_CHECKS: readonly StructureCheck[] = [
  ...rowSecurity,
  ...functions,
  ...appending,
  ...rights,
  ...roles,
];
