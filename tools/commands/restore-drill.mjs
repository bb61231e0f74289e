import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { randomBytes } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { readBackupKey } from '../lib/backup/parts.mjs';
import { restoreBackup } from '../lib/backup/restore-backup.mjs';
import { openTarget } from '../lib/backup/restore-target.mjs';
import { takeBackup } from '../lib/backup/take-backup.mjs';
import { inRoot } from '../lib/root.mjs';
import { say } from '../lib/terminal.mjs';
import { openSource, summary } from './backup.mjs';
import { prepared } from './restore.mjs';

/** Fifteen minutes: the promise of docs/operations/backup.md. */
const RTO_LIMIT_SECONDS = 900;

/**
 * `npm run restore-drill [-- --from <backup> --key-file <file>]`: takes a backup, restores it into an empty PostgreSQL of
 * its own, compares everything, and removes what it made. With `--from` an existing backup is tried: the weekly job.
 *
 * @param {readonly string[]} args
 * @returns {Promise<number>}
 */
export async function run(args) {
  const { values } = parseArgs({
    args: [...args],
    options: { from: { type: 'string' }, 'key-file': { type: 'string' } },
  });
  if (existsSync(inRoot('.env'))) process.loadEnvFile(inRoot('.env'));
  await prepared();
  const place = mkdtempSync(join(tmpdir(), 'wir-drill-'));
  try {
    const keyFile = values['key-file'] ?? process.env['WIR_BACKUP_KEY_FILE'] ?? ownKey(place);
    const key = readBackupKey(keyFile);
    const from = values.from ?? (await freshBackup(place, key));
    const started = performance.now();
    const target = await openTarget(join(place, 'restored'), undefined);
    try {
      const { manifest, checks } = await restoreBackup({ from, target, key });
      return report(manifest, checks, (performance.now() - started) / 1000);
    } finally {
      await target.close();
    }
  } finally {
    rmSync(place, { recursive: true, force: true });
  }
}

function ownKey(place) {
  const file = join(place, 'drill-key.txt');
  writeFileSync(file, `${randomBytes(32).toString('base64url')}\n`, { mode: 0o600 });
  return file;
}

async function freshBackup(place, key) {
  const source = await openSource();
  try {
    const { folder, manifest } = await takeBackup({ ...source, to: join(place, 'backup'), key });
    say(`✓ Sicherung\n${summary(manifest)}`);
    return folder;
  } finally {
    await source.close();
  }
}

/** One line of JSON as every figure of the test plan has it, so that a job can keep them. */
function report(manifest, checks, seconds) {
  const value = Math.round(seconds * 10) / 10;
  const figure = { id: 'K12', value, limit: RTO_LIMIT_SECONDS, pass: value <= RTO_LIMIT_SECONDS, n: checks.rows };
  say(`✓ Wiederherstellung in ${String(value).replace('.', ',')} s (erlaubt ${RTO_LIMIT_SECONDS} s), 0 Abweichungen`);
  say(JSON.stringify({ ...figure, takenAt: manifest.takenAt, ...checks }));
  return figure.pass ? 0 : 1;
}
