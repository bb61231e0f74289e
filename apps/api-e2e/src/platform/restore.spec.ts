import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { driveToState, nodeProgram, testEnvironment, workspaceRoot } from '@wir/shared/testing';
import { useApi } from '../use-api';

interface Manifest {
  readonly tables: readonly { schema: string; name: string; rows: number; part: string }[];
  readonly files: readonly { sha256: string; part: string }[];
  readonly trail: { readonly sequence: string };
}

jest.setTimeout(180_000);

/** D7, K12: what was saved comes back whole, and a backup that is not whole does not come back at all. */
describe('backup and restore', () => {
  const api = useApi();
  const place = (): string => join(testEnvironment().home, `backups-${api.database.name}`);
  const keyFile = (): string => join(place(), 'backup-key.txt');

  /** As the operator calls it, beside the running portal. */
  function command(...args: string[]): Promise<{ stdout: string }> {
    const url = new URL(testEnvironment().adminUrl);
    url.pathname = `/${api.database.name}`;
    const env = {
      ...process.env,
      DATABASE_URL: api.database.urls.app,
      WIR_BACKUP_DATABASE_URL: url.href,
      WIR_DATA_DIR: api.database.dataDir,
      WIR_BACKUP_KEY_FILE: keyFile(),
    };
    return promisify(execFile)(nodeProgram(), [join(workspaceRoot(), 'tools/run.mjs'), ...args], { env });
  }

  function latest(): { folder: string; manifest: Manifest } {
    const [name = ''] = readdirSync(place())
      .filter((each) => each.startsWith('wir-'))
      .sort()
      .reverse();
    const folder = join(place(), name);
    return { folder, manifest: JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as Manifest };
  }

  beforeAll(async () => {
    mkdirSync(place(), { recursive: true });
    writeFileSync(keyFile(), `${'k'.repeat(43)}\n`);
    await driveToState(api.client, 'PAID');
    await command('backup', '--to', place());
  });
  afterAll(() => rmSync(place(), { recursive: true, force: true }));

  it('saves every table, every file a row names and the head of the trail', async () => {
    const { folder, manifest } = latest();
    const rowsOf = (table: string): number =>
      manifest.tables.find(({ schema, name }) => `${schema}.${name}` === table)?.rows ?? -1;
    const { rows } = await api.database.owner.query<{ files: string; transfers: string }>(
      'SELECT (SELECT count(DISTINCT sha256) FROM platform.file_reference) AS files, (SELECT count(*) FROM budget.transfer) AS transfers',
    );

    expect(manifest.files).toHaveLength(Number(rows[0]?.files));
    expect(manifest.files.length).toBeGreaterThanOrEqual(4);
    expect(rowsOf('budget.transfer')).toBe(Number(rows[0]?.transfers));
    expect(rowsOf('audit.event')).toBe(Number(manifest.trail.sequence));
    expect(manifest.tables.every(({ part }) => existsSync(join(folder, part)))).toBe(true);
  });

  it('brings all of it back into an empty PostgreSQL, and compares it', async () => {
    const target = join(place(), 'restored');
    const { stdout } = await command('restore', '--from', latest().folder, '--into', target);

    expect(stdout).toContain('ohne Abweichung');
    expect(readdirSync(join(target, 'files')).length).toBeGreaterThan(0);
    await expect(command('restore', '--from', latest().folder, '--into', target)).rejects.toThrow('nicht leer');
  });

  it('never loads a backup of which a byte has changed', async () => {
    const { folder, manifest } = latest();
    const part = join(folder, manifest.tables.find(({ name }) => name === 'transfer')?.part ?? '');
    const original = readFileSync(part);
    const changed = Buffer.from(original);
    changed.writeUInt8((changed[60] ?? 0) ^ 1, 60);
    writeFileSync(part, changed);
    const target = join(place(), 'refused');

    await expect(command('restore', '--from', folder, '--into', target)).rejects.toThrow('budget.transfer');
    writeFileSync(part, original);
  });

  it('is refused to an account that does not see all rows', async () => {
    const env = {
      ...process.env,
      DATABASE_URL: api.database.urls.app,
      WIR_BACKUP_DATABASE_URL: api.database.urls.owner,
    };
    const args = [join(workspaceRoot(), 'tools/run.mjs'), 'backup', '--to', place()];

    await expect(
      promisify(execFile)(nodeProgram(), args, { env: { ...env, WIR_DATA_DIR: api.database.dataDir } }),
    ).rejects.toThrow('BYPASSRLS');
  });

  it('is noted where the readiness of the portal looks for it', () => {
    const note = JSON.parse(readFileSync(join(api.database.dataDir, 'last-backup.json'), 'utf8')) as object;

    expect(note).toMatchObject({ encrypted: true, files: latest().manifest.files.length });
  });

  it('knows of every column that names a file', async () => {
    const { rows } = await api.database.owner.query<{ name: string }>(
      `SELECT table_schema || '.' || table_name || '.' || column_name AS name FROM information_schema.columns
       WHERE column_name LIKE '%sha256' AND table_schema NOT IN ('pg_catalog', 'information_schema') AND (table_schema, table_name) <> ('platform', 'file_reference') ORDER BY 1`,
    );
    const { rows: definition } = await api.database.owner.query<{ text: string }>(
      "SELECT pg_get_viewdef('platform.file_reference'::regclass) AS text",
    );
    const HASHES_OF_CONTENT = ['applications.submission.content_sha256'];
    const unknown = rows
      .map(({ name }) => name)
      .filter((name) => !HASHES_OF_CONTENT.includes(name))
      .filter((name) => !definition[0]?.text.includes(name.split('.').slice(0, 2).join('.')));

    expect(unknown).toEqual([]);
  });
});
