import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { readBackupKey } from '../lib/backup/parts.mjs';
import { restoreBackup } from '../lib/backup/restore-backup.mjs';
import { openTarget } from '../lib/backup/restore-target.mjs';
import { buildWhenStale } from '../lib/builds.mjs';
import { inRoot } from '../lib/root.mjs';
import { Refusal, say, secondsSince } from '../lib/terminal.mjs';

/**
 * `npm run restore -- --from <backup> --into <folder | postgres://…> [--data-dir <dir>] [--key-file <file>]`
 *
 * @param {readonly string[]} args
 * @returns {Promise<number>}
 */
export async function run(args) {
  const text = /** @type {const} */ ({ type: 'string' });
  const { values } = parseArgs({
    args: [...args],
    options: { from: text, into: text, 'data-dir': text, 'key-file': text },
  });
  const { from, into } = values;
  if (from === undefined || into === undefined)
    throw new Refusal('Gebraucht werden --from <Sicherung> und --into <Ziel>.', 2);
  if (existsSync(inRoot('.env'))) process.loadEnvFile(inRoot('.env'));
  const key = readBackupKey(values['key-file'] ?? process.env['WIR_BACKUP_KEY_FILE']);
  const started = performance.now();
  await prepared();
  const target = await openTarget(into, values['data-dir']);
  try {
    const { manifest, checks } = await restoreBackup({ from, target, key });
    say(
      `✓ Stand vom ${manifest.takenAt}: ${checks.rows} Zeilen, ${checks.files} Dateien, ${checks.events} Protokolleinträge, ohne Abweichung (${secondsSince(started)})`,
    );
    for (const line of NOTES) say(`  ${line}`);
    return 0;
  } finally {
    await target.close();
  }
}

/** The schema comes from the built program; in a container it is there already. */
export async function prepared() {
  if (existsSync(inRoot('apps/api/src/migrate.ts'))) await buildWhenStale({ console: false });
}

const NOTES = [
  'Vor dem Betrieb:',
  '1. Zahlungen sperren und den Zahlungslauf mit der Kasse abgleichen: was nach diesem Stand gezahlt wurde, ist hier nicht vermerkt.',
  '2. Schlüssel aus ihrer eigenen Verwahrung einspielen (docs/security/keys.md); sie liegen nicht in der Sicherung.',
  '3. Protokoll gegen die Anker prüfen, die nach der Sicherung entstanden sind.',
];
