import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { appendFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { driveToState, nudgeClock, PERSONAS } from '@wir/shared/testing';
import { fromBuffer } from 'yauzl';
import { eventually } from '../eventually';
import { useApi } from '../use-api';

interface Bundle {
  readonly id: string;
  readonly label: string;
  readonly state: string;
  readonly done: number;
  readonly total: number;
  readonly headSequence: number | null;
  readonly sha256: string | null;
  readonly size: number | null;
  readonly failureCode: string | null;
}

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

async function unpacked(bytes: Buffer): Promise<Map<string, Buffer>> {
  const files = new Map<string, Buffer>();
  await new Promise<void>((resolve, reject) => {
    fromBuffer(bytes, { lazyEntries: true }, (error, zip) => {
      if (error) return reject(error);
      zip.on('end', resolve).on('error', reject);
      zip.on('entry', (entry: { fileName: string }) => {
        zip.openReadStream(entry as never, (failure, stream) => {
          if (failure) return reject(failure);
          const parts: Buffer[] = [];
          stream
            .on('data', (part: Buffer) => parts.push(part))
            .on('end', () => {
              files.set(entry.fileName, Buffer.concat(parts));
              zip.readEntry();
            });
        });
      });
      zip.readEntry();
    });
  });
  return files;
}

async function verdictIn(folder: string): Promise<{ code: number; text: string }> {
  return promisify(execFile)(process.execPath, ['verify-audit.mjs'], { cwd: folder }).then(
    ({ stdout }) => ({ code: 0, text: stdout }),
    (error: { code: number; stdout: string }) => ({ code: error.code, text: error.stdout }),
  );
}

describe('an audit bundle', () => {
  const api = useApi();
  let applicationId: string;
  let requestId: string;
  let first: Bundle;
  let bytes: Buffer;

  const made = async (body: object): Promise<Bundle> => {
    const asked = await api.client.post<Bundle>('/audit-bundles', body, { as: PERSONAS.auditor });
    expect(asked.status).toBe(201);
    return eventually(
      async () => (await api.client.get<Bundle>(`/audit-bundles/${asked.body.id}`, { as: PERSONAS.auditor })).body,
      ({ state }) => state === 'DONE' || state === 'FAILED',
    );
  };

  beforeAll(async () => {
    const journey = await driveToState(api.client, 'PAID', { applicant: 'WI', years: [2026] });
    ({ applicationId, requestId } = journey);
    await nudgeClock(api.client);
    await driveToState(api.client, 'SUBMITTED', { applicant: 'HU', years: [2026] });
    first = await made({ kind: 'CASE', objectId: applicationId });
    bytes = (await api.client.get(`/audit-bundles/${first.id}/file`, { as: PERSONAS.auditor })).bytes;
  }, 120_000);

  it('is made by a job and says how far it is', () => {
    expect(first).toMatchObject({ state: 'DONE', failureCode: null, size: bytes.length, sha256: sha256(bytes) });
    expect(first.done).toBe(first.total);
    expect(first.label).toContain('–');
  });

  it('holds letters, attachments, data, the trail with all digests, an anchor and the program', async () => {
    const files = await unpacked(bytes);
    const names = [...files.keys()];
    const page = files.get('index.html')?.toString('utf8') ?? '';
    const lines = (files.get('protokoll/protokoll.jsonl')?.toString('utf8') ?? '').trim().split('\n');
    const events = lines.map((line) => JSON.parse(line) as { sequence: number; action?: string; objectId?: string });

    expect(names).toEqual(
      expect.arrayContaining([
        'index.html',
        'verify-audit.mjs',
        'daten/antrag.json',
        'daten/kontobuch.json',
        'daten/nachrichten.json',
        'protokoll/anker/2026-03-02.json',
      ]),
    );
    expect(names.at(-1)).toBe('manifest.json');
    expect(names.filter((name) => name.startsWith('dokumente/')).length).toBeGreaterThan(0);
    expect(names.filter((name) => name.startsWith('anlagen/')).length).toBeGreaterThan(0);
    expect(events.map(({ sequence }) => sequence)).toEqual(events.map((_, index) => index + 1));
    expect(events.some(({ action }) => action === 'disbursement.paid')).toBe(true);
    // Of other cases only digests: no word of the second municipality.
    expect(events.filter(({ action }) => action === 'application.created')).toHaveLength(1);
    expect(page).toContain('<html lang="de">');
    expect(page).not.toContain('<script');
    expect(page).toContain('Bescheid gezeichnet');
  });

  it('checks itself in an empty folder, and names the file somebody changed', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'wir-bundle-'));
    try {
      for (const [name, content] of await unpacked(bytes)) {
        mkdirSync(dirname(join(folder, name)), { recursive: true });
        writeFileSync(join(folder, name), content);
      }
      const whole = await verdictIn(folder);
      appendFileSync(join(folder, 'daten', 'antrag.json'), ' ');
      const changed = await verdictIn(folder);

      expect(whole).toMatchObject({ code: 0, text: expect.stringContaining('Unversehrt') as string });
      expect(whole.text).toContain('1 Anker stimmen, alle unterschrieben');
      expect(changed).toMatchObject({ code: 1, text: expect.stringContaining('daten/antrag.json') as string });
      expect(readFileSync(join(folder, 'manifest.json'), 'utf8')).toContain('wir-pruefmappe-1');
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it('is the same byte for byte when it is made again at the same head', async () => {
    const again = await made({ kind: 'CASE', objectId: applicationId, headSequence: first.headSequence });

    expect(again).toMatchObject({ state: 'DONE', sha256: first.sha256, headSequence: first.headSequence });
    expect(again.id).not.toBe(first.id);
  });

  it('of a payment and of a year are made as well', async () => {
    const payment = await made({ kind: 'PAYMENT', objectId: requestId });
    const year = await made({ kind: 'BUDGET_YEAR', objectId: '2026' });

    expect([payment.state, year.state]).toEqual(['DONE', 'DONE']);
  });

  it('is refused for what does not exist (404), to municipalities (403), and before it is done (409)', async () => {
    const unknown = await api.client.post(
      '/audit-bundles',
      { kind: 'CASE', objectId: 'nonsense' },
      { as: PERSONAS.auditor },
    );
    const foreign = await api.client.get(`/audit-bundles/${first.id}`, { as: 'antrag@wi.wir.example' });
    const early = await api.client.post<Bundle>(
      '/audit-bundles',
      { kind: 'CASE', objectId: applicationId },
      { as: PERSONAS.headOfUnit },
    );
    const file = await api.client.get<{ code: string }>(`/audit-bundles/${early.body.id}/file`, {
      as: PERSONAS.headOfUnit,
    });

    expect([unknown.status, foreign.status]).toEqual([404, 403]);
    expect([file.status, file.body.code]).toEqual([409, 'bundle.not-finished']);
  });

  it('leaves request and making in the trail, and nothing of it can be changed', async () => {
    const events = await api.client.get<{ items: { action: string; after: { sha256?: string } }[] }>(
      `/audit/events?outcome=DONE&objectType=AUDIT_BUNDLE&objectId=${first.id}&sort=sequence`,
      { as: PERSONAS.auditor },
    );

    expect(events.body.items.map(({ action }) => action)).toEqual(['bundle.requested', 'bundle.made']);
    expect(events.body.items[1]?.after.sha256).toBe(first.sha256);
    await expect(
      api.database.owner.query("UPDATE records.bundle SET sha256 = 'x', version = version + 1 WHERE id = $1", [
        first.id,
      ]),
    ).rejects.toMatchObject({ constraint: 'bundle_finished_is_immutable' });
  });
});
