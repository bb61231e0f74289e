import { driveToState, PERSONAS } from '@wir/shared/testing';
import { useApi } from '../use-api';
import { reportFigure } from './figure';
import { intrude, truth } from './intruder';

interface Kept {
  readonly name: string;
  readonly trigger: string;
  readonly columns: readonly string[];
  readonly identity: string | null;
}

/** From the catalogue: whatever refuses changes by a trigger is kept for ever. */
const KEPT = `
SELECT t.tgrelid::regclass::text AS name, min(t.tgname)::text AS trigger,
  (SELECT array_agg(a.attname::text) FROM pg_attribute a WHERE a.attrelid = t.tgrelid AND a.attnum > 0 AND NOT a.attisdropped) AS columns,
  (SELECT a.attname::text FROM pg_attribute a WHERE a.attrelid = t.tgrelid AND a.attidentity <> '') AS identity
FROM pg_trigger t JOIN pg_proc p ON p.oid = t.tgfoid
WHERE p.proname = 'refuse_change' GROUP BY t.tgrelid HAVING bit_or(t.tgtype)::integer & 24 = 24 ORDER BY 1`;

/** D1: the account of the API, with the session of somebody who sees it all. */
describe('ledger, trail, hand-ins, runs and their like', () => {
  const api = useApi();
  let kept: readonly Kept[] = [];
  beforeAll(async () => {
    await driveToState(api.client, 'PAID', { applicant: 'WI' });
    kept = await truth<Kept>(api.database, KEPT);
  });

  const attacksOn = ({ name, trigger, columns, identity }: Kept): readonly string[] => [
    `UPDATE ${name} SET ${columns[0]} = ${columns[0]}`,
    `UPDATE ${name} SET ${columns.at(-1)} = NULL`,
    `DELETE FROM ${name}`,
    `DELETE FROM ONLY ${name} WHERE true`,
    `TRUNCATE ${name}`,
    `DROP TABLE ${name}`,
    `DROP TRIGGER ${trigger} ON ${name}`,
    `ALTER TABLE ${name} DISABLE TRIGGER ${trigger}`,
    `ALTER TABLE ${name} DISABLE ROW LEVEL SECURITY`,
    `ALTER TABLE ${name} OWNER TO wir_app`,
    `ALTER TABLE ${name} RENAME TO gone`,
    `CREATE RULE quiet AS ON INSERT TO ${name} DO INSTEAD NOTHING`,
    `CREATE TRIGGER own BEFORE INSERT ON ${name} FOR EACH ROW EXECUTE FUNCTION platform.refuse_change()`,
    `COPY ${name} FROM PROGRAM 'true'`,
    `COPY ${name} FROM '/dev/null'`,
    `INSERT INTO ${name} SELECT * FROM ${name} LIMIT 1`,
    `MERGE INTO ${name} AS kept USING (SELECT 1) AS one ON true WHEN MATCHED THEN DELETE`,
    ...(identity === null ? [] : [`INSERT INTO ${name} (${identity}) OVERRIDING SYSTEM VALUE VALUES (1)`]),
    `SET session_replication_role = replica`,
    `SET LOCAL session_replication_role = replica`,
    `SELECT set_config('session_replication_role', 'replica', true)`,
    `SET ROLE wir_owner`,
  ];

  it('are the tables one expects', () => {
    expect(kept.map(({ name }) => name)).toEqual(
      expect.arrayContaining([
        'audit.event',
        'budget.transfer',
        'disbursements.payment_run_line',
        'disbursements.payment_return',
      ]),
    );
  });

  it.each([PERSONAS.headOfUnit, PERSONAS.budgetOfficer, null])(
    'cannot be changed by the API itself, signed in as %s',
    async (email) => {
      const passed: string[] = [];
      const odd: string[] = [];
      let n = 0;
      await intrude(api.database, email, async ({ attempt }) => {
        for (const attack of kept.flatMap(attacksOn)) {
          const { code } = await attempt(attack);
          n += 1;
          if (code === null) passed.push(attack);
          else if (!['42501', '428C9'].includes(code)) odd.push(`${code} ${attack}`);
        }
      });

      reportFigure({ id: 'D1', value: passed.length, limit: 0, n });
      expect({ passed, odd }).toEqual({ passed: [], odd: [] });
    },
  );

  it('cannot be changed by the auditor of the database', async () => {
    const passed: string[] = [];
    for (const attack of kept.flatMap(attacksOn)) {
      try {
        await api.database.auditor.query(attack);
        passed.push(attack);
      } catch (error) {
        if (!['42501', '428C9'].includes(String((error as { code?: string }).code)))
          passed.push(`${String(error)} ${attack}`);
      }
    }

    expect(passed).toEqual([]);
  });

  it('keep an issued notice as it was signed, even from the owner', async () => {
    const set = (change: string): Promise<unknown> =>
      api.database.owner.query(
        `UPDATE decisions.notice SET ${change}, version = version + 1 WHERE document_sha256 IS NOT NULL`,
      );

    for (const change of [
      "court = 'VG Kassel '",
      "document_sha256 = 'x'",
      "texts = '{}'",
      "addressee = '{}'",
      'signed_at = now()',
    ])
      await expect(set(change)).rejects.toMatchObject({ code: '23514', constraint: 'notice_signed_is_immutable' });
    await expect(api.database.owner.query('DELETE FROM decisions.notice')).rejects.toMatchObject({ code: '42501' });
  });
});
