import { createTestDatabase, useTestDatabase } from './test-database';

describe('a test database', () => {
  const database = useTestDatabase();

  it('lets the three roles in, none of them with special powers', async () => {
    for (const pool of [database.owner, database.app, database.auditor]) {
      const { rows } = await pool.query(
        'SELECT rolsuper, rolcreatedb, rolcreaterole, rolbypassrls FROM pg_roles WHERE rolname = current_user',
      );

      expect(rows).toEqual([{ rolsuper: false, rolcreatedb: false, rolcreaterole: false, rolbypassrls: false }]);
    }
  });

  it('is not seen by another one', async () => {
    const other = await createTestDatabase();
    await other.owner.query('CREATE TABLE public.only_here (id int)');

    const { rows } = await database.owner.query("SELECT to_regclass('public.only_here') AS found");

    await other.drop();
    expect(rows).toEqual([{ found: null }]);
  });
});
