import { useTestDatabase } from '@wir/shared/testing';

const OWN_SCHEMAS = `('platform','identity','audit','programme','documents','budget','applications','decisions','disbursements','notifications','records')`;

describe('the schema', () => {
  const database = useTestDatabase({ seed: 'base' });
  const list = async (sql: string): Promise<string[]> =>
    (await database.owner.query<{ name: string }>(sql)).rows.map((row) => row.name);

  it('protects every table that belongs to a municipality by forced row-level security', async () => {
    const unprotected = await list(`
      SELECT c.oid::regclass::text AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
      JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'applicant_id'
      WHERE c.relkind = 'r' AND n.nspname IN ${OWN_SCHEMAS} AND n.nspname <> 'identity' AND n.nspname <> 'programme'
        AND NOT (c.relrowsecurity AND c.relforcerowsecurity)`);

    expect(unprotected).toEqual([]);
  });

  it('gives the application no table of identities, commands or the clock', async () => {
    const readable = await list(`
      SELECT c.oid::regclass::text AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
      WHERE c.relkind IN ('r', 'v') AND (n.nspname = 'identity' OR c.relname IN ('command', 'counter', 'setting') AND n.nspname = 'platform' OR c.oid = 'audit.head'::regclass)
        AND has_table_privilege('wir_app', c.oid, 'SELECT,INSERT,UPDATE,DELETE')`);

    expect(readable).toEqual([]);
  });

  it('lets nobody but the owner change what proves something', async () => {
    const changeable = await list(`
      SELECT t || ' ' || p AS name FROM unnest(ARRAY['budget.transfer','audit.event','audit.event_text','audit.read_entry','audit.anchor','applications.submission','disbursements.payment_run_line','disbursements.register_acknowledgement','disbursements.payment_return']) t,
        unnest(ARRAY['UPDATE','DELETE','TRUNCATE']) p, unnest(ARRAY['wir_app','wir_auditor']) r WHERE has_table_privilege(r, t, p)`);

    expect(changeable).toEqual([]);
  });

  it('fixes the search path of every function that runs with the rights of its owner', async () => {
    const loose = await list(`
      SELECT p.oid::regprocedure::text AS name FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
      WHERE p.prosecdef AND n.nspname IN ${OWN_SCHEMAS} AND NOT coalesce(p.proconfig::text LIKE '%search_path=%', false)`);

    expect(loose).toEqual([]);
  });

  it('has only views that ask with the rights of the asker', async () => {
    const views = await list(`
      SELECT c.oid::regclass::text AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
      WHERE c.relkind = 'v' AND n.nspname IN ${OWN_SCHEMAS} AND NOT coalesce('security_invoker=true' = ANY (c.reloptions), false)`);

    expect(views).toEqual([]);
  });

  it('owns nothing as the application or the auditor', async () => {
    const owned = await list(
      `SELECT c.oid::regclass::text AS name FROM pg_class c WHERE pg_get_userbyid(c.relowner) IN ('wir_app', 'wir_auditor')`,
    );

    expect(owned).toEqual([]);
  });

  it('gives functions to nobody by default', async () => {
    const open = await list(`
      SELECT p.oid::regprocedure::text AS name FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
      WHERE n.nspname IN ${OWN_SCHEMAS} AND has_function_privilege('public', p.oid, 'EXECUTE')`);

    expect(open).toEqual([]);
  });

  it('shows nothing without a session', async () => {
    const { rows } = await database.app.query<{ seen: string }>(
      'SELECT (SELECT count(*) FROM budget.transfer) + (SELECT count(*) FROM budget.account) + (SELECT count(*) FROM audit.event) AS seen',
    );

    expect(rows[0]?.seen).toBe('0');
  });

  it('shows nothing to a forged session', async () => {
    const client = await database.app.connect();
    try {
      await client.query("SELECT set_config('wir.session', 'no-such-token', false)");
      const { rows } = await client.query<{ seen: string; account: string | null }>(
        'SELECT (SELECT count(*) FROM budget.transfer) AS seen, identity.session_account()::text AS account',
      );

      expect(rows).toEqual([{ seen: '0', account: null }]);
    } finally {
      client.release(true);
    }
  });

  it('counts numbers without a gap when a transaction is taken back', async () => {
    const next = async (commit: boolean): Promise<number> => {
      const client = await database.app.connect();
      try {
        await client.query('BEGIN');
        const { rows } = await client.query<{ n: string }>("SELECT platform.next_number('spec', 2026) AS n");
        await client.query(commit ? 'COMMIT' : 'ROLLBACK');
        return Number(rows[0]?.n);
      } finally {
        client.release();
      }
    };

    expect([await next(true), await next(false), await next(true)]).toEqual([1, 2, 2]);
  });

  it('moves the clock in demo mode only, and never before the last audit entry', async () => {
    await database.owner.query(
      "UPDATE platform.setting SET mode = 'production', clock_base = NULL, clock_set_at = NULL",
    );

    await expect(database.app.query('SELECT platform.set_clock(now())')).rejects.toMatchObject({ code: '42501' });

    await database.owner.query("UPDATE platform.setting SET mode = 'demo'");
  });
});
