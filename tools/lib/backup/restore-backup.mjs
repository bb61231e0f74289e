import { createWriteStream, mkdirSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { Writable } from 'node:stream';
import { from as copyFrom } from 'pg-copy-streams';
import { node, runCaptured } from '../child.mjs';
import { withClient } from '../postgres/provision.mjs';
import { inRoot } from '../root.mjs';
import { Refusal, step } from '../terminal.mjs';
import { checkRestored } from './check-restored.mjs';
import { readManifest } from './manifest.mjs';
import { readPart } from './parts.mjs';
import { copyIn, nameOf, savedTables, TEXT_FORM } from './tables.mjs';

/** @typedef {import('./manifest.mjs').Manifest} Manifest */

const LETTERS = {
  // Whoever was signed out since the backup must not be signed in again by it, and no one-use link works twice.
  sessions: "UPDATE identity.session SET revoked_at = clock_timestamp() WHERE revoked_at IS NULL AND kind <> 'system'",
  links: 'UPDATE identity.link SET used_at = clock_timestamp() WHERE used_at IS NULL',
  challenges: 'UPDATE identity.challenge SET used_at = clock_timestamp() WHERE used_at IS NULL',
};
const TABLE_OF = { sessions: 'identity.session', links: 'identity.link', challenges: 'identity.challenge' };

/**
 * Brings a backup into an empty database and an empty folder, and refuses unless everything is there again. The whole
 * backup is read and checked before the first row is written.
 *
 * @param {{ from: string, target: import('./restore-target.mjs').Target, key?: import('./parts.mjs').BackupKey }} options
 * @returns {Promise<{ manifest: Manifest, checks: import('./check-restored.mjs').Checks }>}
 */
export async function restoreBackup({ from, target, key }) {
  const manifest = await step('Sicherung wird geprüft', () => readWholeBackup(from, key));
  await step('Schema wird angelegt', () => migrate(target.adminUrl, manifest.migrations.at(-1)));
  await step('Zeilen werden geladen', () => loadRows(from, manifest, target.adminUrl, key));
  await step('Dateien werden abgelegt', () => placeFiles(from, manifest, target.dataDir, key));
  const checks = await step('Bestand wird verglichen', () => checkRestored(manifest, target));
  await step('Sitzungen werden beendet', () => closeDoors(target.adminUrl));
  await step('Schema kommt auf den Stand des Programms', () => migrate(target.adminUrl));
  return { manifest, checks };
}

async function readWholeBackup(folder, key) {
  const manifest = readManifest(folder, key);
  const used = manifest.keyId === null ? undefined : key;
  for (const { part, sha256 } of manifest.tables)
    await readPart({ folder, name: part, key: used, compress: true, sha256 }, nowhere());
  for (const { part, sha256 } of [...manifest.files, ...manifest.anchors])
    await readPart({ folder, name: part, key: used, compress: false, sha256 }, nowhere());
  return manifest;
}

const nowhere = () => new Writable({ write: (_chunk, _encoding, done) => done() });

/** @param {string} url @param {string} [upTo] name of the last migration to run */
async function migrate(url, upTo) {
  const args = [inRoot('dist/api/migrate.mjs'), ...(upTo ? ['--to', upTo] : [])];
  const { code, output } = await runCaptured(node(), args, { WIR_OWNER_DATABASE_URL: url });
  if (code !== 0) throw new Refusal(`Das Schema ließ sich nicht anlegen:\n${output}`);
}

/** All in one transaction, without triggers and foreign keys: the rows passed them when they were written. */
async function loadRows(folder, manifest, url, key) {
  await withClient(url, async (client) => {
    await client.query(TEXT_FORM);
    refuseOtherTables(await savedTables(client), manifest.tables);
    await client.query('BEGIN');
    await client.query('SET LOCAL session_replication_role = replica');
    await client.query(`TRUNCATE ${manifest.tables.map((table) => nameOf(client, table)).join(', ')}`);
    for (const table of manifest.tables) {
      const target = client.query(copyFrom(copyIn(client, table)));
      await readPart({ folder, name: table.part, key, compress: true, sha256: table.sha256 }, target);
    }
    for (const { schema, name, value, isCalled } of manifest.sequences)
      await client.query('SELECT setval($1::text::regclass, $2::bigint, $3)', [
        `"${schema}"."${name}"`,
        value,
        isCalled,
      ]);
    await client.query('COMMIT');
    await client.query('ANALYZE');
  });
}

function refuseOtherTables(present, saved) {
  const shape = ({ schema, name, columns }) => `${schema}.${name}(${columns.join()})`;
  const there = new Set(present.map(shape));
  const missing = saved.filter((table) => !there.has(shape(table)));
  const unsaved = present.filter((table) => !saved.some((each) => shape(each) === shape(table)));
  const [odd] = [...missing, ...unsaved];
  if (odd)
    throw new Refusal(`Die Tabelle ${odd.schema}.${odd.name} passt nicht zur Sicherung; das Programm ist ein anderes.`);
}

async function placeFiles(folder, manifest, dataDir, key) {
  for (const { part, sha256 } of manifest.files) {
    const path = join(dataDir, 'files', sha256.slice(0, 2), sha256.slice(2, 4), sha256);
    await place(folder, { part, sha256 }, path, key);
  }
  for (const anchor of manifest.anchors)
    await place(folder, anchor, join(dataDir, 'anchors', basename(anchor.part)), key);
}

async function place(folder, { part, sha256 }, path, key) {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  const target = createWriteStream(path, { flags: 'wx', mode: 0o600, flush: true });
  await readPart({ folder, name: part, key, compress: false, sha256 }, target);
}

async function closeDoors(url) {
  await withClient(url, async (client) => {
    for (const [what, statement] of Object.entries(LETTERS)) {
      const { rows } = await client.query('SELECT to_regclass($1) IS NOT NULL AS exists', [TABLE_OF[what]]);
      if (rows[0].exists) await client.query(statement);
    }
  });
}
