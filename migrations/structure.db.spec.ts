import { asSuperuser, useTestDatabase } from '@wir/shared/testing';
import type { Client } from 'pg';
import { OPEN_FUNCTIONS, REFERENCE_TABLES, RUNNING_NUMBERS, STRUCTURE_CHECKS } from './structure-checks';

/** One bad object per check, and what the check must call it. */
const PLANTED: readonly (readonly [check: string, sql: string, offender: string])[] = [
  [
    'table without forced row-level security',
    'CREATE TABLE budget.open_note (id uuid PRIMARY KEY); GRANT SELECT ON budget.open_note TO wir_app',
    'budget.open_note',
  ],
  [
    'table without forced row-level security',
    'ALTER TABLE applications.attachment NO FORCE ROW LEVEL SECURITY',
    'applications.attachment',
  ],
  [
    'reference table that the application may write',
    'GRANT UPDATE (value) ON programme.legal_parameter TO wir_app',
    'programme.legal_parameter',
  ],
  [
    'table of a municipality without a policy for a command it is granted',
    'GRANT DELETE ON budget.transfer TO wir_app; ALTER TABLE budget.transfer ADD COLUMN applicant_id uuid',
    'budget.transfer DELETE',
  ],
  [
    'table of a municipality without a policy for a command it is granted',
    `CREATE TABLE applications.remark (application_id uuid REFERENCES applications.application); GRANT SELECT ON applications.remark TO wir_app`,
    'applications.remark SELECT',
  ],
  [
    'policy of the application that asks nothing about the session',
    'CREATE POLICY wide ON applications.application FOR SELECT TO wir_app USING (true)',
    'wide ON applications.application',
  ],
  [
    'reference that may lead to the row of another municipality',
    `ALTER TABLE applications.attachment ADD COLUMN replaces uuid CONSTRAINT attachment_replaces REFERENCES applications.attachment`,
    'applications.attachment attachment_replaces INSERT',
  ],
  [
    'unique key across municipalities',
    'ALTER TABLE applications.application ADD CONSTRAINT title_once UNIQUE (title)',
    'applications.application applications.title_once',
  ],
  [
    'statistics that tell how much a municipality has',
    'ALTER TABLE applications.attachment ALTER COLUMN applicant_id SET STATISTICS 100',
    'applications.attachment',
  ],
  [
    'view that asks with the rights of its owner',
    'CREATE VIEW budget.everything AS SELECT * FROM budget.transfer',
    'budget.everything',
  ],
  [
    'function with the rights of its owner and a loose search path',
    `CREATE FUNCTION budget.loose() RETURNS integer LANGUAGE sql SECURITY DEFINER AS 'SELECT 1'`,
    'budget.loose()',
  ],
  [
    'function with the rights of its owner and a loose search path',
    `CREATE FUNCTION budget.wide() RETURNS integer LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public AS 'SELECT 1'`,
    'budget.wide()',
  ],
  [
    'function that everybody may call',
    `CREATE FUNCTION budget.public_sum() RETURNS integer LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog AS 'SELECT 1';
     GRANT EXECUTE ON FUNCTION budget.public_sum() TO PUBLIC`,
    'budget.public_sum()',
  ],
  [
    'function with the rights of its owner that does not ask who calls',
    `CREATE FUNCTION budget.all_of_it() RETURNS bigint LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog AS 'SELECT count(*) FROM budget.transfer';
     GRANT EXECUTE ON FUNCTION budget.all_of_it() TO wir_app`,
    'budget.all_of_it()',
  ],
  [
    'trigger that is switched off',
    'ALTER TABLE budget.transfer DISABLE TRIGGER transfer_append_only',
    'transfer_append_only ON budget.transfer',
  ],
  [
    'append-only table that may be changed',
    'GRANT UPDATE (reason) ON budget.transfer TO wir_app',
    'budget.transfer wir_app UPDATE',
  ],
  [
    'append-only table with an INSERT that names no columns',
    'GRANT INSERT ON applications.submission TO wir_app',
    'applications.submission',
  ],
  [
    'append-only table whose actor, moment or position the application may choose',
    'GRANT INSERT (booked_at) ON budget.transfer TO wir_app',
    'budget.transfer.booked_at',
  ],
  [
    'right of the application that changes structure',
    'GRANT TRUNCATE ON applications.plan_line TO wir_app',
    'applications.plan_line wir_app TRUNCATE',
  ],
  [
    'right of the auditor to write',
    'GRANT INSERT ON applications.plan_line TO wir_auditor',
    'applications.plan_line INSERT',
  ],
  [
    'table with secrets that the auditor may read',
    'GRANT SELECT ON identity.totp TO wir_auditor',
    'identity.totp.secret',
  ],
  ['right that everybody has', 'GRANT SELECT ON budget.transfer TO PUBLIC', 'budget.transfer SELECT'],
  ['right that everybody has', 'GRANT USAGE ON SCHEMA budget TO PUBLIC', 'budget USAGE'],
  [
    'object that the application or the auditor owns',
    'ALTER TABLE applications.plan_line OWNER TO wir_app',
    'relation applications.plan_line',
  ],
  [
    'place where the application or the auditor may create',
    'GRANT CREATE ON SCHEMA budget TO wir_app',
    'budget wir_app',
  ],
  [
    'default privilege that opens what comes later',
    'ALTER DEFAULT PRIVILEGES FOR ROLE wir_owner GRANT SELECT ON TABLES TO wir_app',
    'r SELECT to wir_app',
  ],
  ['role with special powers', 'ALTER ROLE wir_app BYPASSRLS', 'wir_app'],
  ['role that may become another', 'GRANT pg_read_all_data TO wir_app', 'wir_app in pg_read_all_data'],
  [
    'setting that the application may change although it guards it',
    'GRANT SET ON PARAMETER session_replication_role TO wir_app',
    'wir_app session_replication_role',
  ],
];

describe('the structure of the database', () => {
  const database = useTestDatabase();
  const offendersOf = async (client: Pick<Client, 'query'>, check: string): Promise<string[]> => {
    const found = STRUCTURE_CHECKS.find(({ name }) => name === check);
    if (!found) throw new Error(`There is no check »${check}«`);
    return (await client.query<{ offender: string }>(found.sql)).rows.map(({ offender }) => offender);
  };

  it.each(STRUCTURE_CHECKS.map(({ name }) => name))('has no %s', async (name) => {
    expect(await asSuperuser(database.name, (client) => offendersOf(client, name))).toEqual([]);
  });

  it.each(PLANTED)('finds a planted %s', async (check, sql, offender) => {
    const found = await asSuperuser(database.name, async (client) => {
      await client.query('BEGIN');
      await client.query(sql);
      const offenders = await offendersOf(client, check);
      await client.query('ROLLBACK');
      return offenders;
    });

    expect(found).toContain(offender);
  });

  it('has every check proven by a planted violation', () => {
    const planted = new Set(PLANTED.map(([check]) => check));

    expect(STRUCTURE_CHECKS.filter(({ name }) => !planted.has(name))).toEqual([]);
  });

  it('excuses nothing that is not there', async () => {
    const { rows } = await database.owner.query<{ name: string }>(
      `SELECT t AS name FROM unnest($1::text[]) t WHERE to_regclass(t) IS NULL
       UNION ALL SELECT k FROM unnest($2::text[]) k WHERE NOT EXISTS (SELECT 1 FROM pg_class c WHERE c.relname = k AND c.relkind = 'i')
       UNION ALL SELECT f FROM unnest($3::text[]) f WHERE to_regprocedure(f) IS NULL`,
      [Object.keys(REFERENCE_TABLES), Object.keys(RUNNING_NUMBERS), Object.keys(OPEN_FUNCTIONS)],
    );

    expect(rows).toEqual([]);
  });
});
