import { verifyChain } from '@wir/audit/domain';
import { useTestDatabase } from '@wir/shared/testing';
import { appendSampleTrail, exportedTrail, sha256, verdictOfProgram } from './testing/sample-trail';

const test = useTestDatabase({ seed: 'base' });
const VERIFY =
  'SELECT ok, checked::int, head, fault, first_bad_sequence::int AS bad, erased_texts::int AS erased FROM audit.verify()';

interface Verdict {
  readonly ok: boolean;
  readonly checked: number;
  readonly head: string;
}

async function sqlVerdict(): Promise<Verdict | undefined> {
  return (await test.owner.query<Verdict>(VERIFY)).rows[0];
}

describe('the hash chain', () => {
  beforeAll(() => appendSampleTrail(test));

  it('is the same in SQL, in the domain and in the program that stands alone', async () => {
    const trail = await exportedTrail(test.owner);
    const bySql = await sqlVerdict();
    const head = bySql?.head ?? '';

    expect(bySql).toMatchObject({ ok: true, checked: 40, fault: null, erased: 0 });
    expect(verifyChain(trail, sha256, head)).toMatchObject({ ok: true, checked: 40, head });
    expect(await verdictOfProgram(test.dataDir, trail, { head })).toMatchObject({
      code: 0,
      text: expect.stringContaining(head) as string,
    });
  });

  it('names the person who acted, whom he stood in for, and the sign-in; refusals with their code', async () => {
    const trail = await exportedTrail(test.owner);
    const absent = await test.owner.query<{ id: string }>(
      "SELECT account_id AS id FROM identity.find_login('leitung@wir.example')",
    );

    expect(trail[11]).toMatchObject({ actorRole: 'HEAD_OF_UNIT', deputyFor: absent.rows[0]?.id, outcome: 'DONE' });
    expect(trail[12]).toMatchObject({ actorRole: 'CASE_WORKER', deputyFor: null });
    expect(trail[15]).toMatchObject({ outcome: 'REFUSED', code: 'auth.forbidden', applicantId: null });
    expect(new Set(trail.map(({ accountId }) => accountId)).size).toBe(1);
    expect(trail.every(({ sessionFamily }) => sessionFamily !== null)).toBe(true);
  });

  it('is broken in the database, too, when the owner tampers with it', async () => {
    const client = await test.owner.connect();
    try {
      await client.query('BEGIN');
      await client.query('ALTER TABLE audit.event DISABLE TRIGGER event_append_only');
      await client.query("UPDATE audit.event SET actor_role = 'ADMIN' WHERE sequence = 2");

      expect((await client.query(VERIFY)).rows).toMatchObject([{ ok: false, bad: 2, fault: 'audit.content-changed' }]);
    } finally {
      await client.query('ROLLBACK');
      client.release();
    }
  });

  it('stays whole when texts are erased, and nothing of them is left (Art. 17)', async () => {
    const canary = 'KANARIENVOGEL-4711';
    const system = await test.owner.connect();
    try {
      await system.query("SELECT set_config('wir.session', 'spec-system', false)");
      await system.query(`WITH family AS (INSERT INTO identity.session_family (id, account_id, kind, method, expires_at)
          SELECT gen_random_uuid(), id, 'system', 'SYSTEM', 'infinity' FROM identity.account WHERE email = 'system@wir.example' RETURNING id, account_id)
        INSERT INTO identity.session (token_hash, account_id, kind, family_id, expires_at)
        SELECT identity.hash_token('spec-system'), account_id, 'system', id, 'infinity' FROM family`);
      const event = { action: 'spec.done', objectType: 'SPEC', objectId: 'x', reason: canary, after: { name: canary } };
      await system.query('SELECT audit.append($1::jsonb, $2)', [JSON.stringify([event]), 'spec']);
      const { rows } = await system.query<{ erased: number }>(
        "SELECT audit.erase_texts(ARRAY[41, 999]::bigint[], 'Löschung auf Antrag', 'ACCOUNT', 'a', 'spec') AS erased",
      );

      expect(rows).toEqual([{ erased: 1 }]);
    } finally {
      system.release();
    }
    const trail = await exportedTrail(test.owner);
    const dump = await test.owner.query<{ found: number }>(
      `SELECT (SELECT count(*) FROM audit.event e WHERE e::text LIKE $1)::int + (SELECT count(*) FROM audit.event_text t WHERE t::text LIKE $1)::int
        + (SELECT count(*) FROM audit.read_entry r WHERE r::text LIKE $1)::int AS found`,
      [`%${canary}%`],
    );

    expect(dump.rows).toEqual([{ found: 0 }]);
    expect(await sqlVerdict()).toMatchObject({ ok: true, checked: 42, erased: 1 });
    expect(await verdictOfProgram(test.dataDir, trail)).toMatchObject({
      code: 0,
      text: expect.stringContaining('1 Einträge mit protokolliert gelöschten Texten') as string,
    });
    await expect(
      test.owner.query("UPDATE audit.event_text SET reason = 'neu' WHERE sequence = 3"),
    ).rejects.toMatchObject({
      code: '42501',
    });
  });
});
