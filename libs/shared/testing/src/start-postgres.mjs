import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { apiEntries, apiHash, buildApi } from '../../../../tools/build-api.mjs';
import { freePort } from '../../../../tools/lib/ports.mjs';
import { initCluster, runningServer, startServer } from '../../../../tools/lib/postgres/cluster.mjs';
import { createDatabase, ensureRoles, urlOf, urlsOf, withClient } from '../../../../tools/lib/postgres/provision.mjs';
import { isAlive } from '../../../../tools/lib/processes.mjs';
import { inRoot } from '../../../../tools/lib/root.mjs';
import { KEY_FILES } from '../../../../tools/lib/secrets.mjs';
import { readStamp } from '../../../../tools/lib/stamp.mjs';

const PREFIX = 'wir-test-';
const TEMPLATE = 'wir_template';

/** Speed over durability: this data lives as long as one test run. */
const SETTINGS = {
  fsync: 'off',
  full_page_writes: 'off',
  synchronous_commit: 'off',
  wal_level: 'minimal',
  max_wal_senders: 0,
  max_connections: 300,
  shared_buffers: '128MB',
  file_copy_method: 'copy',
};

/** Jest's global set-up: one server for the whole run, and one database with all migrations to copy from. */
export default async function startPostgres() {
  if (process.env['WIR_TEST_POSTGRES']) return;
  sweepAbandoned();
  const home = mkdtempSync(join(tmpdir(), `${PREFIX}${process.pid}-`));
  const dir = join(home, 'pg');
  const built = inRoot('tmp', `test-${process.pid}`);
  const release = () => discard(home, built);
  globalThis.wirReleasePostgres = release;
  process.once('exit', release);
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, () => process.exit(130));

  const passwords = { owner: secret(), app: secret(), auditor: secret() };
  const admin = secret();
  const [api, port] = await Promise.all([
    bundle(built),
    initCluster({ dir, password: admin, checksums: false }).then(freePort),
  ]);
  await startServer({ dir, port, logFile: join(home, 'postgres.log'), settings: SETTINGS });
  const adminUrl = urlOf('postgres', admin, port, 'postgres');
  await ensureRoles(adminUrl, passwords);
  await createDatabase(adminUrl, TEMPLATE);
  migrate(api.dir, urlsOf(port, passwords, TEMPLATE));
  await withClient(adminUrl, (client) => client.query(`ALTER DATABASE ${TEMPLATE} ALLOW_CONNECTIONS false`));

  const keys = Object.fromEntries(
    Object.entries(KEY_FILES).map(([variable, name]) => [variable, join(home, `${name}.txt`)]),
  );
  for (const file of Object.values(keys)) writeFileSync(file, `${secret()}\n`, { mode: 0o600 });
  process.env['WIR_TEST_POSTGRES'] = JSON.stringify({ home, port, adminUrl, passwords, template: TEMPLATE, keys, api });
}

const secret = () => randomBytes(32).toString('base64url');

/** @returns {Promise<{ dir: string, failure?: string }>} a bundle of the present sources, never a stale one */
async function bundle(outdir) {
  if (readStamp(inRoot('dist/.stamp-api')) === apiHash()) return { dir: inRoot('dist/api') };
  mkdirSync(outdir, { recursive: true });
  try {
    return { dir: await buildApi({ outdir }) };
  } catch (error) {
    // Database specs need the migrations only; who starts the API is told why it cannot.
    if (apiEntries().includes('migrate')) await buildApi({ entries: ['migrate'], outdir });
    return { dir: outdir, failure: String(error.message) };
  }
}

function migrate(apiDir, urls) {
  const script = join(apiDir, 'migrate.mjs');
  if (!existsSync(script)) return;
  const env = { ...process.env, DATABASE_URL: urls.owner, WIR_OWNER_DATABASE_URL: urls.owner };
  const { status, stdout, stderr } = spawnSync(inRoot('node_modules/.bin/node'), [script], { env, encoding: 'utf8' });
  if (status !== 0) throw new Error(`The migrations failed:\n${stdout}\n${stderr}`);
}

/** Must be synchronous: it also runs while the process exits. */
function discard(home, built) {
  const server = runningServer(join(home, 'pg'));
  if (server) kill(server.pid);
  rmSync(home, { recursive: true, force: true, maxRetries: 10, retryDelay: 50 });
  rmSync(built, { recursive: true, force: true });
}

/** SIGQUIT ends the server and its workers at once; nothing here has to be kept. */
function kill(pid) {
  try {
    process.kill(pid, 'SIGQUIT');
  } catch {
    return;
  }
  const until = Date.now() + 5_000;
  while (isAlive(pid) && Date.now() < until) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 20);
}

/** Removes what earlier runs left that were killed before they could tidy up. */
function sweepAbandoned() {
  for (const name of readdirSync(tmpdir()).filter((each) => each.startsWith(PREFIX))) {
    const owner = Number(name.slice(PREFIX.length).split('-')[0]);
    if (owner && !isAlive(owner)) discard(join(tmpdir(), name), inRoot('tmp', `test-${owner}`));
  }
}
