import { randomUUID } from 'node:crypto';
import { applicantEditor, driveToState } from '@wir/shared/testing';
import { RUNNING_NUMBERS } from '../../../../migrations/structure-checks';
import { useApi } from '../use-api';
import { reachedTables, tenantlessKeys, tenantReferences, type TableFacts } from './catalogue';
import { reportFigure } from './figure';
import { intrude, sessionOf, tells, truth, type Outcome } from './intruder';

/** Whoever attacks acts for WI; HU is the neighbour whose rows must stay unseen. */
const OWN = applicantEditor('WI');

/** D2: what SQL in the hands of one municipality reveals or changes of another. */
describe('a municipality with SQL of its own', () => {
  const api = useApi();
  let own = '';
  let foreign = '';
  let tables: readonly TableFacts[] = [];
  const leaks: string[] = [];
  let attempts = 0;

  beforeAll(async () => {
    await driveToState(api.client, 'PAID', { applicant: 'WI' });
    await driveToState(api.client, 'PAID', { applicant: 'HU' });
    const ids = await truth<{ code: string; id: string }>(
      api.database,
      "SELECT code, id FROM programme.applicant WHERE code IN ('WI', 'HU')",
    );
    own = ids.find(({ code }) => code === 'WI')?.id ?? '';
    foreign = ids.find(({ code }) => code === 'HU')?.id ?? '';
    tables = await reachedTables(api.database);
  });
  afterAll(() => reportFigure({ id: 'D2', value: leaks.length, limit: 0, n: attempts }));

  const expectNone = (name: string, found: readonly string[], tried: number): void => {
    attempts += tried;
    leaks.push(...found.map((text) => `${name}: ${text}`));
    expect(found).toEqual([]);
  };
  const tenantTables = (): readonly TableFacts[] => tables.filter(({ applicantColumn }) => applicantColumn);
  const readable = (): readonly TableFacts[] => tables.filter(({ mayRead }) => mayRead);
  const rowOf = async (table: string, applicant: string): Promise<Record<string, unknown> | null> => {
    const [found] = await truth<{ row: Record<string, unknown> }>(
      api.database,
      `SELECT to_jsonb(t) AS row FROM ${table} t WHERE applicant_id = $1 LIMIT 1`,
      [applicant],
    );
    return found?.row ?? null;
  };
  const insertOf = ({ name, insertable }: TableFacts): string =>
    `INSERT INTO ${name} (${insertable.join(', ')}) SELECT ${insertable.join(', ')} FROM jsonb_populate_record(NULL::${name}, $1)`;

  it('has a neighbour with rows in the tables that matter', async () => {
    const filled = await Promise.all(
      tenantTables().map(async ({ name }) => ((await rowOf(name, foreign)) ? name : null)),
    );

    expect(filled.filter(Boolean).length).toBeGreaterThan(10);
  });

  it.each([
    ['no session', null],
    ['a made-up session', 'no-such-token'],
    ['the hash of a session of the neighbour', 'HASH'],
    ['the id of a session of the neighbour', 'ID'],
    ['an ended session of the neighbour', 'ENDED'],
  ])('sees no row with %s', async (name, kind) => {
    const token = await neighboursToken(kind);
    const seen: string[] = [];
    await intrude(api.database, null, async ({ client, attempt }) => {
      if (token !== null) await client.query("SELECT set_config('wir.session', $1, true)", [token]);
      for (const table of readable()) {
        const { count } = await attempt(`SELECT 1 FROM ${table.name} LIMIT 1`);
        if (count > 0) seen.push(table.name);
      }
    });

    expectNone(name, seen, readable().length);
  });

  async function neighboursToken(kind: string | null): Promise<string | null> {
    if (kind === null || kind === 'no-such-token') return kind;
    const token = await sessionOf(api.database, applicantEditor('HU'));
    const [session] = await truth<{ id: string; hash: string; family: string }>(
      api.database,
      "SELECT id, encode(token_hash, 'escape') AS hash, family_id AS family FROM identity.session WHERE token_hash = identity.hash_token($1)",
      [token],
    );
    if (kind === 'HASH') return session?.hash ?? '';
    if (kind === 'ID') return session?.id ?? '';
    await api.database.owner.query('SELECT identity.end_session($1)', [token]);
    return token;
  }

  it('sees own rows only, in every table and by every way of reading', async () => {
    const seen: string[] = [];
    const ways = (name: string): readonly string[] => [
      `SELECT applicant_id FROM ${name}`,
      `SELECT applicant_id FROM ONLY ${name} TABLESAMPLE SYSTEM (100)`,
      `SELECT applicant_id FROM ${name} FOR KEY SHARE`,
      `WITH all_rows AS MATERIALIZED (SELECT * FROM ${name}) SELECT applicant_id FROM all_rows`,
      `SELECT applicant_id FROM ${name} WHERE applicant_id = '${foreign}'`,
      `SELECT m.applicant_id FROM programme.applicant a LEFT JOIN ${name} m ON m.applicant_id = a.id WHERE m.applicant_id IS NOT NULL`,
    ];
    await intrude(api.database, OWN, async ({ attempt }) => {
      for (const { name } of tenantTables().filter(({ mayRead }) => mayRead))
        for (const way of ways(name)) {
          const { rows } = await attempt(way);
          if (rows.some((row) => row['applicant_id'] !== own && row['applicant_id'] !== null)) seen.push(way);
        }
    });

    expectNone('reading', seen, 6 * tenantTables().length);
  });

  it('reads nothing of the ledger, of the staff, or of messages to others', async () => {
    const seen: string[] = [];
    const rest = readable().filter(({ applicantColumn }) => !applicantColumn);
    const [me] = await truth<{ id: string }>(api.database, 'SELECT id FROM identity.account WHERE email = $1', [OWN]);
    await intrude(api.database, OWN, async ({ attempt }) => {
      for (const { name } of rest) {
        const { rows } = await attempt(`SELECT to_jsonb(t)::text AS row FROM ${name} t`);
        if (rows.some(({ row }) => !String(row).includes(String(me?.id)))) seen.push(name);
      }
    });

    expectNone('rows without a municipality', seen, rest.length);
  });

  it.each([
    'SET row_security = off',
    'SET ROLE wir_owner',
    'SET ROLE wir_auditor',
    'SET SESSION AUTHORIZATION wir_owner',
    "SELECT set_config('role', 'wir_owner', true)",
    "SELECT set_config('role', 'postgres', true)",
    "SELECT set_config('session_authorization', 'wir_owner', true)",
    'RESET ROLE',
    "SELECT set_config('is_superuser', 'on', true)",
    "SELECT set_config('search_path', 'pg_temp, public', true)",
    'CREATE TEMPORARY TABLE application (id uuid)',
    'CREATE TEMPORARY VIEW application AS SELECT 1',
    'CREATE FUNCTION public.leak(text) RETURNS boolean LANGUAGE sql COST 0.0001 AS $$ SELECT true $$',
    'CREATE OPERATOR public.=== (LEFTARG = uuid, RIGHTARG = uuid, FUNCTION = uuid_eq)',
    'DO $$ BEGIN EXECUTE $x$ CREATE SCHEMA own $x$; END $$',
    'CREATE EXTENSION dblink',
    "SELECT pg_read_file('/etc/passwd')",
    "SELECT lo_import('/etc/passwd')",
    "COPY (SELECT 1) TO PROGRAM 'true'",
    'ALTER ROLE wir_app BYPASSRLS',
  ])('gains nothing by %s', async (attack) => {
    const seen: string[] = [];
    await intrude(api.database, OWN, async ({ client, attempt }) => {
      await client.query('SAVEPOINT around');
      await client.query(attack).catch(() => client.query('ROLLBACK TO SAVEPOINT around'));
      for (const { name } of tenantTables().filter(({ mayRead }) => mayRead)) {
        const { rows } = await attempt(`SELECT applicant_id FROM ${name}`);
        if (rows.some((row) => row['applicant_id'] !== own && row['applicant_id'] !== null)) seen.push(name);
      }
      const { rows } = await attempt('SELECT current_user AS who, session_user AS really');
      if (rows.length > 0 && rows[0]?.['who'] !== 'wir_app') seen.push(JSON.stringify(rows[0]));
    });

    expectNone(attack, seen, 1);
  });

  it('puts no row into the neighbour’s name, and moves none there', async () => {
    const done: string[] = [];
    let tried = 0;
    for (const table of tenantTables()) {
      const [mine, theirs] = [await rowOf(table.name, own), await rowOf(table.name, foreign)];
      await intrude(api.database, OWN, async ({ attempt }) => {
        const outcomes: [string, Outcome][] = [];
        if (theirs && table.insertable.length > 0)
          outcomes.push(['insert', await attempt(insertOf(table), [{ ...theirs, id: randomUUID() }])]);
        if (mine && table.insertable.length > 0)
          outcomes.push([
            'insert',
            await attempt(insertOf(table), [{ ...mine, id: randomUUID(), applicant_id: foreign }]),
          ]);
        if (table.updatable.includes('applicant_id')) {
          const version = table.updatable.includes('version') ? ', version = version + 1' : '';
          outcomes.push(['move', await attempt(`UPDATE ${table.name} SET applicant_id = $1${version}`, [foreign])]);
        }
        const [column] = table.updatable;
        if (column)
          outcomes.push([
            'change',
            await attempt(`UPDATE ${table.name} SET ${column} = ${column} WHERE applicant_id = $1`, [foreign]),
          ]);
        if (table.mayDelete)
          outcomes.push(['delete', await attempt(`DELETE FROM ${table.name} WHERE applicant_id = $1`, [foreign])]);
        tried += outcomes.length;
        done.push(...outcomes.filter(([, { count }]) => count > 0).map(([act]) => `${act} ${table.name}`));
      });
    }

    expectNone('writing', done, tried);
  });

  it('learns nothing from a reference to the neighbour’s row: it is refused like one to nothing', async () => {
    const told: string[] = [];
    const references = await tenantReferences(api.database);
    for (const { table: name, column, target, targetColumn } of references) {
      const table = tables.find((each) => each.name === name);
      const mine = await rowOf(name, own);
      const theirs = await rowOf(target, foreign);
      if (!table || !mine || !theirs) continue;
      const foreignId = String(theirs[targetColumn]);
      const nothing = randomUUID();
      await intrude(api.database, OWN, async ({ attempt }) => {
        for (const year of [mine['year'], 2029]) {
          const probe = async (id: string): Promise<string> => {
            const row = { ...mine, id: randomUUID(), [column]: id, year };
            return tells(await attempt(insertOf(table), [row]), id, row.id);
          };
          if ((await probe(foreignId)) !== (await probe(nothing)))
            told.push(`${name}.${column}: ${await probe(foreignId)} / ${await probe(nothing)}`);
        }
        if (!table.updatable.includes(column)) return;
        const version = table.updatable.includes('version') ? ', version = version + 1' : '';
        const move = async (id: string): Promise<string> =>
          tells(await attempt(`UPDATE ${name} SET ${column} = $1${version}`, [id]), id);
        if ((await move(foreignId)) !== (await move(nothing)))
          told.push(`UPDATE ${name}.${column}: ${await move(foreignId)}`);
      });
    }

    expectNone('references', told, references.length * 2);
  });

  it('learns nothing from a unique value of the neighbour’s', async () => {
    const told: string[] = [];
    const keys = (await tenantlessKeys(api.database)).filter(({ index }) => !(index in RUNNING_NUMBERS));
    for (const { table: name, columns } of keys) {
      const table = tables.find((each) => each.name === name);
      const [mine, theirs] = [await rowOf(name, own), await rowOf(name, foreign)];
      if (!table || !mine || !theirs) continue;
      const taken = Object.fromEntries(columns.map((column) => [column, theirs[column]]));
      const free = Object.fromEntries(
        columns.map((column) => [
          column,
          /^[0-9a-f-]{36}$/.test(String(theirs[column])) ? randomUUID() : theirs[column],
        ]),
      );
      await intrude(api.database, OWN, async ({ attempt }) => {
        const probe = async (values: object): Promise<string> => {
          const id = randomUUID();
          return tells(
            await attempt(insertOf(table), [{ ...mine, id, ...values }]),
            id,
            ...Object.values(values).map(String),
          );
        };
        if ((await probe(taken)) !== (await probe(free)))
          told.push(`${name} (${columns.join(', ')}): ${await probe(taken)} / ${await probe(free)}`);
      });
    }

    expectNone('unique values', told, keys.length);
  });

  it('finds nothing but ids in the queue of jobs, which all sessions of the API share', async () => {
    // The queue's own jobs carry its timetable, nothing of ours.
    const { rows } = await api.database.owner.query<{ data: unknown }>(
      "SELECT data FROM pgboss.job WHERE data IS NOT NULL AND NOT starts_with(name, '__pgboss')",
    );
    const values = rows
      .flatMap(({ data }) => Object.entries((data ?? {}) as object))
      .filter(([, value]) => value !== null);

    expectNone(
      'jobs',
      values
        .filter(([, value]) => !/^[\w.:+-]{1,64}$/.test(String(value)))
        .map(([name, value]) => `${name}: ${JSON.stringify(value)}`),
      rows.length,
    );
  });

  it('learns nothing from statistics, plans, error texts or the activity of others', async () => {
    const told: string[] = [];
    const marks = await truth<{ case_number: string; id: string }>(
      api.database,
      'SELECT case_number, id FROM applications.application WHERE applicant_id = $1',
      [foreign],
    );
    const secrets = marks.flatMap(({ case_number, id }) => [case_number, id]);
    await api.database.owner.query('ANALYZE');
    const queries = [
      'SELECT * FROM pg_stats s JOIN pg_class c ON c.oid = to_regclass(s.schemaname || $$.$$ || s.tablename) AND c.relrowsecurity',
      'SELECT * FROM pg_statistic',
      'SELECT * FROM pg_stats_ext',
      'SELECT query FROM pg_stat_activity WHERE pid <> pg_backend_pid()',
      'SELECT * FROM pg_prepared_statements',
      'SELECT * FROM pg_cursors',
      'SELECT (case_number)::integer FROM applications.application',
      'SELECT 1 / (CASE WHEN applicant_id = $1 THEN 0 ELSE 1 END) FROM applications.application',
      "SELECT xpath('/', case_number::xml) FROM applications.application",
      'SELECT query_to_xml($$ SELECT * FROM applications.application $$, true, true, $$$$)::text AS xml',
      "SELECT table_to_xml('applications.application', true, true, '')::text AS xml",
      "SELECT schema_to_xml('applications', true, true, '')::text AS xml",
      "SELECT schema_to_xml('decisions', true, true, '')::text AS xml",
      "SELECT schema_to_xml('disbursements', true, true, '')::text AS xml",
      "SELECT currval('budget.transfer_id_seq')",
      'SELECT lo_get(oid) FROM pg_largeobject_metadata',
    ];
    await intrude(api.database, OWN, async ({ attempt }) => {
      for (const query of queries) {
        const outcome = await attempt(query.replaceAll('$1', `'${foreign}'`));
        const text = tells(outcome);
        if (secrets.some((secret) => text.includes(secret)) || /division by zero/.test(text)) told.push(query);
        if (/pg_stats?\b|pg_stats_ext/.test(query) && outcome.count > 0) told.push(`${query}: ${text.slice(0, 300)}`);
      }
      for (const { name } of tenantTables().filter(({ mayRead }) => mayRead)) {
        const plan = async (id: string): Promise<string> =>
          tells(await attempt(`EXPLAIN SELECT * FROM ${name} WHERE applicant_id = '${id}'`), id);
        if ((await plan(foreign)) !== (await plan(randomUUID()))) told.push(`EXPLAIN ${name}`);
      }
    });

    expectNone('side channels', told, queries.length + tenantTables().length);
  });
});
