import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { readBackupKey } from '../lib/backup/parts.mjs';
import { takeBackup } from '../lib/backup/take-backup.mjs';
import { openEmbeddedDatabase } from '../lib/embedded-database.mjs';
import { runningServer } from '../lib/postgres/cluster.mjs';
import { inRoot, root } from '../lib/root.mjs';
import { secretValue } from '../lib/secret-values.mjs';
import { readSettings } from '../lib/settings.mjs';
import { Refusal, say, step } from '../lib/terminal.mjs';

/**
 * `npm run backup -- --to <dir> [--key-file <file>]`: while the portal runs or while it does not.
 *
 * @param {readonly string[]} args
 * @returns {Promise<number>}
 */
export async function run(args) {
  const { values } = parseArgs({
    args: [...args],
    options: { to: { type: 'string' }, 'key-file': { type: 'string' } },
  });
  if (values.to === undefined) throw new Refusal('Es fehlt --to <Ordner>.', 2);
  if (existsSync(inRoot('.env'))) process.loadEnvFile(inRoot('.env'));
  const key = readBackupKey(values['key-file'] ?? process.env['WIR_BACKUP_KEY_FILE']);
  const source = await openSource();
  try {
    const { to } = values;
    const { folder, manifest } = await step('Sicherung wird geschrieben', () => takeBackup({ ...source, to, key }));
    say(summary(manifest));
    say(`✓ ${folder}${key ? ` (verschlüsselt, Schlüssel ${key.id})` : ' (nicht verschlüsselt)'}`);
    return 0;
  } finally {
    await source.close();
  }
}

/** @returns {Promise<{ url: string, dataDir: string, anchorsDir: string, close: () => Promise<void> }>} */
export async function openSource() {
  const { dataDir, databaseUrl } = readSettings(process.env, root);
  const anchorsDir = process.env['WIR_ANCHOR_DIR'] || join(dataDir, 'anchors');
  const given = secretValue(process.env, 'WIR_BACKUP_DATABASE_URL');
  if (given) return { url: given, dataDir, anchorsDir, close: async () => undefined };
  if (databaseUrl)
    throw new Refusal(
      'Mit DATABASE_URL braucht die Sicherung WIR_BACKUP_DATABASE_URL (siehe docs/operations/backup.md).',
    );
  if (!existsSync(join(dataDir, 'pg'))) throw new Refusal(`In ${dataDir} liegt keine Datenbank.`);
  const wasRunning = runningServer(join(dataDir, 'pg')) !== undefined;
  const embedded = await openEmbeddedDatabase(dataDir);
  return { url: embedded.urls.admin, dataDir, anchorsDir, close: wasRunning ? async () => undefined : embedded.stop };
}

/** @param {import('../lib/backup/manifest.mjs').Manifest} manifest @returns {string} */
export function summary({ tables, files, trail, seconds }) {
  const rows = tables.reduce((sum, table) => sum + table.rows, 0);
  const bytes = [...tables, ...files].reduce((sum, { size }) => sum + size, 0);
  const size = `${(bytes / 1e6).toFixed(1).replace('.', ',')} MB`;
  return `  ${tables.length} Tabellen, ${rows} Zeilen, ${files.length} Dateien, ${size}, Protokoll bis Eintrag ${trail.sequence}, ${seconds} s`;
}
