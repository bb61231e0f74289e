import { createHash } from 'node:crypto';
import { createReadStream, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { to as copyTo } from 'pg-copy-streams';
import { withClient } from '../postgres/provision.mjs';
import { inRoot } from '../root.mjs';
import { Refusal } from '../terminal.mjs';
import { Meter } from './parts.mjs';
import { copyOut, TEXT_FORM } from './tables.mjs';

/** @typedef {{ tables: number, rows: number, files: number, events: number }} Checks how much was compared; each without a difference */

const PLACES = ['dist/api/reconcile.sql', 'libs/budget/api/src/data/reconcile.sql'];

/**
 * The restored against the manifest, row for row and file for file; then the trail and the ledger against themselves.
 *
 * @param {import('./manifest.mjs').Manifest} manifest
 * @param {import('./restore-target.mjs').Target} target
 * @returns {Promise<Checks>}
 */
export async function checkRestored(manifest, { adminUrl, dataDir }) {
  return withClient(adminUrl, async (client) => {
    await client.query(TEXT_FORM);
    for (const table of manifest.tables) await compareTable(client, table);
    // The functions of the database run as its owner, whom the policies of the rows bind.
    await client.query('SET row_security = on');
    const events = await checkTrail(client, manifest.trail);
    await checkLedger(client);
    const { rows } = await client.query('SELECT DISTINCT sha256 FROM platform.file_reference');
    for (const { sha256 } of rows) await checkFile(join(dataDir, 'files'), sha256);
    const total = manifest.tables.reduce((sum, table) => sum + table.rows, 0);
    return { tables: manifest.tables.length, rows: total, files: rows.length, events };
  });
}

async function compareTable(client, table) {
  const meter = new Meter();
  const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() });
  await pipeline(client.query(copyTo(copyOut(client, table))), meter, nowhere);
  const { sha256, lines } = meter.digest;
  if (lines !== table.rows)
    throw new Refusal(`${table.schema}.${table.name}: ${lines} Zeilen statt ${table.rows} nach dem Laden.`);
  if (sha256 !== table.sha256)
    throw new Refusal(`${table.schema}.${table.name}: der Inhalt ist nach dem Laden ein anderer.`);
}

async function checkTrail(client, trail) {
  const { rows } = await client.query('SELECT * FROM audit.verify()');
  const [{ ok, checked, head, first_bad_sequence: bad }] = rows;
  if (!ok) throw new Refusal(`Das Protokoll ist nicht unversehrt: Eintrag ${bad}.`);
  if (head !== trail.hash) throw new Refusal('Das Protokoll endet nicht mit dem Eintrag, den die Sicherung nennt.');
  return Number(checked);
}

async function checkLedger(client) {
  const file = PLACES.map((path) => inRoot(path)).find((path) => existsSync(path));
  if (file === undefined) throw new Refusal('reconcile.sql fehlt; der Haushalt lässt sich nicht abstimmen.');
  const { rows } = await client.query(readFileSync(file, 'utf8'));
  if (rows.length > 0)
    throw new Refusal(`Der Haushalt stimmt nicht: ${rows.length} Abweichungen, zuerst ${rows[0].check}.`);
}

async function checkFile(folder, sha256) {
  const path = join(folder, sha256.slice(0, 2), sha256.slice(2, 4), sha256);
  if (!existsSync(path)) throw new Refusal(`Die Datei ${sha256}, die eine Zeile nennt, fehlt.`);
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  if (hash.digest('hex') !== sha256) throw new Refusal(`Die Datei ${sha256} ist beschädigt.`);
}
