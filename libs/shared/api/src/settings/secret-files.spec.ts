import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readSettings } from './settings';

describe('a secret of the settings', () => {
  let folder: string;
  let file: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'wir-secret-'));
    file = join(folder, 'database-url');
    writeFileSync(file, 'postgres://wir_app:password@database/wir\n');
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('may come from a file', () => {
    expect(readSettings({ DATABASE_URL_FILE: file }).databaseUrl).toBe('postgres://wir_app:password@database/wir');
  });

  it.each([
    ['DATABASE_URL', 'postgres://wir_app:password@database/wir'],
    ['WIR_JWT_KEY', 'k'.repeat(43)],
  ])('never comes from both: %s', (name, value) => {
    expect(() => readSettings({ [name]: value, [`${name}_FILE`]: file })).toThrow('schließen einander aus');
  });

  it('is not named when its file cannot be read', () => {
    expect(() => readSettings({ DATABASE_URL_FILE: join(folder, 'none') })).toThrow(
      'Die Datei der Einstellung DATABASE_URL_FILE ist nicht lesbar.',
    );
  });

  it('counts an empty value as not set', () => {
    expect(readSettings({ DATABASE_URL: '', DATABASE_URL_FILE: file }).databaseUrl).toContain('wir_app');
  });
});
