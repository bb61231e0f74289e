import { execFile } from 'node:child_process';
import { createHash, randomUUID } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { verifyChain, type AuditRecord } from '@wir/audit/domain';
import { useTestDatabase } from '@wir/shared/testing';
import { EXPORT } from './audit-export';

const test = useTestDatabase({ seed: 'base' });
const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');
const VERIFIER = join(__dirname, '../../verifier/verify-audit.mjs');

const REASONS = ['Ä\u0308 😀 ﷽', '', '9:SUBMITTED,~,', null, 'Zeile\nzwei', '\u200d👩‍👧'];

/** Events through the only way in, as the application's role. */
async function appendEvents(): Promise<void> {
  const token = randomUUID();
  const client = await test.app.connect();
  try {
    await client.query(
      "SELECT identity.start_session((SELECT account_id FROM identity.find_login('leitung@wir.example')), $1, 'program', NULL)",
      [token],
    );
    await client.query('SELECT * FROM identity.open_session($1)', [token]);
    const events = REASONS.map((reason, index) => ({
      action: 'spec.done',
      objectType: 'SPEC',
      objectId: String(index),
      objectVersion: index === 0 ? null : index,
      reason,
      after: { amountCents: 9_007_199_254_740_991, text: reason },
    }));
    await client.query('SELECT audit.append($1::jsonb, $2)', [JSON.stringify(events), 'spec']);
  } finally {
    client.release();
  }
}

async function exported(): Promise<AuditRecord[]> {
  const { rows } = await test.owner.query<AuditRecord>(EXPORT, [0, 1000]);
  return rows.map((row) => ({ ...row, sequence: Number(row.sequence) }));
}

async function verdictOfProgram(
  records: readonly AuditRecord[],
  head: string,
): Promise<{ code: number; text: string }> {
  const file = join(test.dataDir, `${randomUUID()}.jsonl`);
  writeFileSync(file, records.map((record) => `${JSON.stringify(record)}\n`).join(''));
  const run = promisify(execFile)(process.execPath, [VERIFIER, file, head]);
  return run.then(
    ({ stdout }) => ({ code: 0, text: stdout }),
    (error: { code: number; stdout: string }) => ({ code: error.code, text: error.stdout }),
  );
}

describe('the hash chain', () => {
  beforeAll(() => appendEvents());

  it('is the same in SQL, in the domain and in the program that stands alone', async () => {
    const records = await exported();
    const bySql = await test.owner.query<{ ok: boolean; checked: string; head: string }>(
      'SELECT ok, checked, head FROM audit.verify()',
    );
    const head = bySql.rows[0]?.head ?? '';

    expect(bySql.rows[0]).toMatchObject({ ok: true, checked: String(REASONS.length) });
    expect(verifyChain(records, sha256, head)).toMatchObject({ ok: true, checked: REASONS.length, head });
    expect(await verdictOfProgram(records, head)).toMatchObject({
      code: 0,
      text: expect.stringContaining(head) as string,
    });
  });

  it('shows a forged event and a cut tail to both programs', async () => {
    const records = await exported();
    const head = records.at(-1)?.hash ?? '';
    const forged = records.map((record) => (record.sequence === 3 ? { ...record, reason: 'anders' } : record));

    expect(verifyChain(forged, sha256)).toMatchObject({ ok: false, firstBadSequence: 3 });
    expect(await verdictOfProgram(forged, head)).toMatchObject({
      code: 1,
      text: expect.stringContaining('Eintrag 3') as string,
    });
    expect(verifyChain(records.slice(0, -1), sha256, head)).toMatchObject({ ok: false, fault: 'audit.tail-missing' });
    expect(await verdictOfProgram(records.slice(0, -1), head)).toMatchObject({ code: 1 });
  });

  it('is broken in the database, too, when the owner tampers with it', async () => {
    const client = await test.owner.connect();
    try {
      await client.query('BEGIN');
      await client.query('ALTER TABLE audit.event DISABLE TRIGGER event_append_only');
      await client.query("UPDATE audit.event SET reason = 'anders' WHERE sequence = 2");

      const { rows } = await client.query('SELECT ok, first_bad_sequence::int AS bad FROM audit.verify()');

      expect(rows).toEqual([{ ok: false, bad: 2 }]);
    } finally {
      await client.query('ROLLBACK');
      client.release();
    }
  });
});
