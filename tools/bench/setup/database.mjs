import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { openDatabase, prepareDatabase } from '../../lib/portal.mjs';
import { runningServer, stopServer } from '../../lib/postgres/cluster.mjs';
import { urlOf, withClient } from '../../lib/postgres/provision.mjs';
import { isAlive } from '../../lib/processes.mjs';
import { inRoot, root } from '../../lib/root.mjs';
import { secret } from '../../lib/secrets.mjs';
import { readSettings } from '../../lib/settings.mjs';

const PREFIX = 'wir-bench-';
const BUSY =
  "SELECT 1 FROM pg_stat_activity WHERE usename IN ('wir_app', 'wir_owner') AND state <> 'idle' AND query NOT LIKE '%pgboss%'";

/**
 * @typedef {object} BenchDatabase
 * @property {string} dataDir
 * @property {Record<string, string | undefined>} env of the portal's programs
 * @property {<T>(work: (client: import('pg').Client) => Promise<T>) => Promise<T>} asAdmin as superuser
 * @property {(files: readonly string[], settings?: Record<string, string | number>, tables?: string) => Promise<void>} change
 *   the data by files of this folder; then tidies these tables, or all
 * @property {() => Promise<void>} assertReconciled
 * @property {() => Promise<void>} stop ends the server and removes the folder
 */

/**
 * A cluster of its own in a temporary folder: migrated, with base data and demo accounts, as `npm start` makes it and
 * with the same settings (fsync on). Both sides of every comparison run on it.
 *
 * @param {'base' | 'demo'} [seed] `demo` sets the clock to where the story of the demo begins
 * @returns {Promise<BenchDatabase>}
 */
export async function openBenchDatabase(seed = 'base') {
  await sweepAbandoned();
  const dataDir = mkdtempSync(join(tmpdir(), `${PREFIX}${process.pid}-`));
  const stop = () => discard(dataDir);
  try {
    const { env } = await openDatabase(readSettings({ WIR_DATA_DIR: dataDir, WIR_SEED: seed }, root));
    await prepareDatabase(env);
    const port = runningServer(join(dataDir, 'pg'))?.port ?? 0;
    const adminUrl = urlOf('postgres', secret(dataDir, 'postgres').value, port, 'wir');
    const asAdmin = (work) => withClient(adminUrl, work);
    const change = (files, settings = {}, tables = '') =>
      asAdmin((client) => changeWith(client, files, settings, tables));
    return { dataDir, env, asAdmin, change, assertReconciled: () => asAdmin(assertReconciled), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Runs files of this folder in one transaction without triggers, once the servers have finished what they had begun. */
async function changeWith(client, files, settings, tables) {
  while ((await client.query(BUSY)).rowCount) await delay(20);
  await client.query('BEGIN');
  await client.query('SET LOCAL session_replication_role = replica');
  for (const [name, value] of Object.entries(settings)) {
    await client.query('SELECT set_config($1, $2, true)', [`bench.${name}`, String(value)]);
  }
  for (const file of files) await client.query(readFileSync(inRoot('tools/bench/setup', file), 'utf8'));
  await client.query('COMMIT');
  await client.query(`VACUUM (ANALYZE) ${tables}`);
}

async function assertReconciled(client) {
  const { rows } = await client.query(readFileSync(inRoot('libs/budget/api/src/data/reconcile.sql'), 'utf8'));
  if (rows.length > 0) throw new Error(`Das Kontobuch geht nicht auf: ${JSON.stringify(rows.slice(0, 5))}`);
}

async function discard(dataDir) {
  await stopServer(join(dataDir, 'pg'));
  rmSync(dataDir, { recursive: true, force: true, maxRetries: 10, retryDelay: 50 });
}

/** Removes what earlier runs left that were killed before they could tidy up. */
const sweepAbandoned = () => discardThose((owner) => !isAlive(owner));

/** For a run that is broken off, at whatever point it is. @returns {Promise<void>} */
export const discardOwn = () => discardThose((owner) => owner === process.pid);

/** @param {(owner: number) => boolean} isWanted */
async function discardThose(isWanted) {
  for (const name of readdirSync(tmpdir()).filter((each) => each.startsWith(PREFIX))) {
    const owner = Number(name.slice(PREFIX.length).split('-')[0]);
    if (owner && isWanted(owner)) await discard(join(tmpdir(), name));
  }
}
