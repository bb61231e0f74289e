import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { driveToState, nudgeClock, PERSONAS } from '@wir/shared/testing';
import { useApi } from '../use-api';

interface Verification {
  readonly ok: boolean;
  readonly erasedTexts: number;
  readonly anchors: { readonly count: number; readonly lastDay: string; readonly ok: boolean; readonly keyId: string };
}

interface Anchors {
  readonly items: { readonly day: string; readonly sequence: number; readonly keyId: string; readonly ok: boolean }[];
  readonly publicKey: string;
}

describe('anchors of the trail', () => {
  const api = useApi();
  const verify = async (): Promise<Verification> =>
    (await api.client.post<Verification>('/audit/verification', {}, { as: PERSONAS.auditor, idempotencyKey: null }))
      .body;

  it('are signed once a day and lie outside the database, too', async () => {
    await driveToState(api.client, 'SUBMITTED', { applicant: 'WI', years: [2026] });
    await nudgeClock(api.client);
    await nudgeClock(api.client);

    const { body } = await api.client.get<Anchors>('/audit/anchors', { as: PERSONAS.admin });
    const [anchor] = body.items;
    const copy = JSON.parse(readFileSync(join(api.database.dataDir, 'anchors', '2026-03-02.json'), 'utf8')) as object;

    expect(body.items).toHaveLength(1);
    expect(anchor).toMatchObject({ day: '2026-03-02', ok: true });
    expect(copy).toMatchObject({ day: '2026-03-02', sequence: anchor?.sequence, keyId: anchor?.keyId });
    expect(body.publicKey).toContain('BEGIN PUBLIC KEY');
    expect(await verify()).toMatchObject({
      ok: true,
      erasedTexts: 0,
      anchors: { count: 1, lastDay: '2026-03-02', ok: true },
    });
  });

  it('and the export are checked by the program that the portal hands out', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'wir-verify-'));
    try {
      const program = await api.client.get('/audit/verifier', { as: PERSONAS.admin });
      const lines = await api.client.get('/audit/export', { as: PERSONAS.auditor });
      const { body } = await api.client.get<Anchors>('/audit/anchors', { as: PERSONAS.auditor });
      writeFileSync(join(folder, 'verify-audit.mjs'), program.bytes);
      writeFileSync(join(folder, 'protokoll.jsonl'), lines.bytes);
      writeFileSync(join(folder, 'key.pem'), body.publicKey);
      const args = [
        'verify-audit.mjs',
        'protokoll.jsonl',
        '--anchors',
        join(api.database.dataDir, 'anchors'),
        '--key',
        'key.pem',
      ];

      const { stdout } = await promisify(execFile)(process.execPath, args, { cwd: folder });

      expect(program.headers.get('content-disposition')).toContain('verify-audit.mjs');
      expect(stdout).toContain('1 Anker stimmen, alle unterschrieben');
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it('find a trail that was rewritten with correct hashes', async () => {
    const client = await api.database.owner.connect();
    try {
      await client.query('BEGIN; ALTER TABLE audit.event DISABLE TRIGGER USER');
      await client.query(`DO $$ DECLARE e audit.event; tip bytea := sha256(''::bytea); BEGIN
        UPDATE audit.event SET request_id = 'forged' WHERE sequence = 1;
        FOR e IN SELECT * FROM audit.event ORDER BY sequence LOOP
          e.previous_hash := tip; e.digest := sha256(convert_to(audit.canonical(e), 'UTF8')); tip := sha256(tip || e.digest);
          UPDATE audit.event SET previous_hash = e.previous_hash, digest = e.digest, hash = tip WHERE sequence = e.sequence;
        END LOOP;
        UPDATE audit.head SET hash = tip; END $$`);
      await client.query('ALTER TABLE audit.event ENABLE TRIGGER USER; COMMIT');
    } finally {
      client.release();
    }
    const chain = await api.database.owner.query<{ ok: boolean }>('SELECT ok FROM audit.verify()');

    expect(chain.rows).toEqual([{ ok: true }]);
    expect(await verify()).toMatchObject({ ok: false, anchors: { ok: false } });
    expect(existsSync(join(api.database.dataDir, 'anchors', '2026-03-02.json'))).toBe(true);
  });
});
