import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { freePort, isPortFree } from './ports.mjs';
import { clusterVersion, initCluster, runningServer, startServer, stopServer } from './postgres/cluster.mjs';
import { createDatabase, databaseExists, ensureRoles, urlOf, urlsOf, withClient } from './postgres/provision.mjs';
import { secret } from './secrets.mjs';
import { Refusal } from './terminal.mjs';

const DATABASE = 'wir';
const MAJOR = '18';
const SETTINGS = { max_connections: 100, shared_buffers: '128MB', jit: 'off', log_min_duration_statement: 2_000 };

/**
 * @typedef {object} Database
 * @property {import('./postgres/provision.mjs').DatabaseUrls & { admin: string }} urls `admin` is the superuser
 * @property {() => Promise<void>} recreate drops everything in it
 * @property {() => Promise<void>} stop
 */

/**
 * The PostgreSQL inside: created on first use in `<data>/pg`, started, with its roles and the database.
 * A server that a killed launcher left running on this folder is taken over.
 *
 * @param {string} dataDir
 * @returns {Promise<Database>}
 */
export async function openEmbeddedDatabase(dataDir) {
  const dir = join(dataDir, 'pg');
  const adminPassword = secret(dataDir, 'postgres').value;
  const version = clusterVersion(dir);
  if (version === undefined) await initCluster({ dir, password: adminPassword });
  else if (version !== MAJOR) {
    throw new Refusal(
      `${dir} gehört zu PostgreSQL ${version}, mitgeliefert ist ${MAJOR}; bitte WIR_DATA_DIR ändern oder die Daten übertragen.`,
    );
  }
  const port = await serve(dataDir, dir);
  const passwords = {
    owner: secret(dataDir, 'wir_owner').value,
    app: secret(dataDir, 'wir_app').value,
    auditor: secret(dataDir, 'wir_auditor').value,
  };
  const adminUrl = urlOf('postgres', adminPassword, port, 'postgres');
  await ensureRoles(adminUrl, passwords);
  if (!(await databaseExists(adminUrl, DATABASE))) await createDatabase(adminUrl, DATABASE);
  const urls = urlsOf(port, passwords, DATABASE);
  writeFileSync(join(dataDir, 'database-url'), `${urls.app}\n`, { mode: 0o600 });
  return {
    urls: { ...urls, admin: urlOf('postgres', adminPassword, port, DATABASE) },
    recreate: async () => {
      await withClient(adminUrl, (client) => client.query(`DROP DATABASE IF EXISTS ${DATABASE} WITH (FORCE)`));
      await createDatabase(adminUrl, DATABASE);
    },
    stop: () => stopServer(dir),
  };
}

/** Keeps its port from start to start, so that a second API process or an open SQL client finds it again. */
async function serve(dataDir, dir) {
  const running = runningServer(dir);
  if (running?.ready) return running.port;
  await stopServer(dir);
  const file = join(dataDir, 'pg-port');
  const last = existsSync(file) ? Number(readFileSync(file, 'utf8')) : 0;
  const port = last > 0 && (await isPortFree(last, '127.0.0.1')) ? last : await freePort();
  writeFileSync(file, `${port}\n`);
  await startServer({ dir, port, logFile: join(dataDir, 'postgres.log'), settings: SETTINGS });
  return port;
}
