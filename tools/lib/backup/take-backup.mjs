import {
  createReadStream,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join, resolve } from 'node:path';
import pg from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { inRoot } from '../root.mjs';
import { Refusal } from '../terminal.mjs';
import { writeManifest } from './manifest.mjs';
import { writePart } from './parts.mjs';
import { copyOut, migrationsOf, savedSequences, savedTables, TEXT_FORM } from './tables.mjs';

/** Read by the readiness check of the API. */
export const LAST_BACKUP = 'last-backup.json';

/**
 * Writes one backup: the database as of one moment, then every file its rows name. Files never change and are stored
 * before their rows, so those of the snapshot are all there. A backup broken off half-way keeps its name `….partial`.
 *
 * @param {{ url: string, dataDir: string, anchorsDir: string, to: string, key?: import('./parts.mjs').BackupKey }} options
 * @returns {Promise<{ folder: string, manifest: import('./manifest.mjs').Manifest }>}
 */
export async function takeBackup({ url, dataDir, anchorsDir, to, key }) {
  const started = performance.now();
  const takenAt = new Date();
  const folder = resolve(to, `wir-${takenAt.toISOString().slice(0, 19).replaceAll(':', '-')}Z`);
  const partial = `${folder}.partial`;
  if (existsSync(folder)) throw new Refusal(`${folder} gibt es schon; eine Sicherung wird nie überschrieben.`);
  rmSync(partial, { recursive: true, force: true });
  mkdirSync(partial, { recursive: true, mode: 0o700 });
  try {
    const manifest = await saveAll({ url, dataDir, anchorsDir, key, partial, takenAt, started });
    renameSync(partial, folder);
    noteLast(dataDir, manifest);
    return { folder, manifest };
  } catch (error) {
    rmSync(partial, { recursive: true, force: true });
    throw error;
  }
}

/** @returns {Promise<import('./manifest.mjs').Manifest>} written last: without it a folder is no backup */
async function saveAll({ url, dataDir, anchorsDir, key, partial, takenAt, started }) {
  const database = await saveDatabase(url, partial, key);
  const files = await saveFiles(database.references, join(dataDir, 'files'), partial, key);
  const anchors = await saveAnchors(anchorsDir, partial, key);
  const { references: _references, ...rest } = database;
  const manifest = /** @type {import('./manifest.mjs').Manifest} */ ({
    format: 1,
    takenAt: takenAt.toISOString(),
    seconds: Math.round(performance.now() - started) / 1000,
    program: JSON.parse(readFileSync(inRoot('package.json'), 'utf8')).version,
    keyId: key?.id ?? null,
    ...rest,
    files,
    anchors,
  });
  writeManifest(partial, manifest, key);
  return manifest;
}

async function saveDatabase(url, folder, key) {
  const client = new pg.Client({ connectionString: url, application_name: 'wir-backup' });
  await client.connect();
  try {
    await demandAllRows(client);
    await client.query(TEXT_FORM);
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    const migrations = await migrationsOf(client);
    const tables = [];
    for (const table of await savedTables(client)) {
      const part = `tables/${table.schema}.${table.name}.copy.gz`;
      const content = client.query(copyTo(copyOut(client, table)));
      const { lines, ...digest } = await writePart(content, { folder, name: part, key, compress: true });
      tables.push({ ...table, part, ...digest, rows: lines });
    }
    const sequences = await savedSequences(client);
    const trail = await client.query("SELECT sequence::text, encode(hash, 'hex') AS hash FROM audit.head");
    // Its functions run as the owner of the tables, whom the policies of the rows bind and let see all.
    await client.query('SET LOCAL row_security = on');
    const named = await client.query('SELECT DISTINCT sha256 FROM platform.file_reference ORDER BY 1');
    const server = await client.query("SELECT current_setting('server_version') AS version");
    await client.query('COMMIT');
    const references = named.rows.map(({ sha256 }) => sha256);
    return { postgres: server.rows[0].version, migrations, tables, sequences, trail: trail.rows[0], references };
  } finally {
    await client.end();
  }
}

/** With row-level security in the way a backup would look complete and be empty. */
async function demandAllRows(client) {
  const { rows } = await client.query(
    'SELECT rolname AS name, rolsuper OR rolbypassrls AS sees_all FROM pg_roles WHERE rolname = current_user',
  );
  if (!rows[0].sees_all)
    throw new Refusal(
      `Das Datenbankkonto »${rows[0].name}« sieht nicht alle Zeilen. Die Sicherung braucht eines mit BYPASSRLS (siehe docs/operations/backup.md).`,
    );
}

async function saveFiles(references, filesDir, folder, key) {
  const files = [];
  for (const sha256 of references) {
    const source = join(filesDir, sha256.slice(0, 2), sha256.slice(2, 4), sha256);
    if (!existsSync(source))
      throw new Refusal(`Die Datei ${sha256} fehlt in ${filesDir}; die Sicherung wäre unvollständig.`);
    const part = `files/${sha256.slice(0, 2)}/${sha256}`;
    const digest = await writePart(createReadStream(source), { folder, name: part, key, compress: false });
    if (digest.sha256 !== sha256) throw new Refusal(`Die Datei ${sha256} ist beschädigt (SHA-256 ${digest.sha256}).`);
    files.push({ part, sha256, size: digest.size });
  }
  return files;
}

async function saveAnchors(anchorsDir, folder, key) {
  if (!existsSync(anchorsDir)) return [];
  const anchors = [];
  for (const name of readdirSync(anchorsDir)
    .filter((each) => /^[\w.-]+\.(json|pem|pub)$/.test(each))
    .sort()) {
    const part = `anchors/${name}`;
    const { lines: _lines, ...digest } = await writePart(createReadStream(join(anchorsDir, name)), {
      folder,
      name: part,
      key,
      compress: false,
    });
    anchors.push({ part, ...digest });
  }
  return anchors;
}

function noteLast(dataDir, { takenAt, seconds, keyId, tables, files, trail }) {
  const bytes = [...tables, ...files].reduce((sum, { size }) => sum + size, 0);
  const note = { takenAt, seconds, encrypted: keyId !== null, bytes, files: files.length, trail };
  const aside = join(dataDir, `${LAST_BACKUP}.${process.pid}`);
  writeFileSync(aside, `${JSON.stringify(note)}\n`);
  renameSync(aside, join(dataDir, LAST_BACKUP));
}
