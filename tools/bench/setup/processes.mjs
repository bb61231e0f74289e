import { spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { node } from '../../lib/child.mjs';
import { endProcess } from '../../lib/processes.mjs';
import { inRoot } from '../../lib/root.mjs';

/**
 * @typedef {object} Server
 * @property {string} url
 * @property {number} pid
 * @property {number} bootSeconds from the start of the process to the line that it listens
 * @property {() => Promise<void>} stop
 */

const PATIENCE_MS = 30_000;

/**
 * Starts a server program that writes a line {"msg":"listening","port":…}. Its output goes straight to a file, as under
 * a service manager: nothing here reads along while it is measured.
 *
 * @param {string} script below the checkout
 * @param {{ log: string, env: Record<string, string | undefined>}} options
 * @returns {Promise<Server>}
 */
export async function startServerProgram(script, { log, env }) {
  const guard = pathToFileURL(inRoot('tools/lib/exit-with-parent.mjs')).href;
  const out = openSync(log, 'w', 0o600);
  const started = performance.now();
  const child = spawn(node(), ['--import', guard, inRoot(script)], {
    cwd: inRoot(),
    env: { ...process.env, ...env },
    stdio: ['ignore', out, out, 'ipc'],
  });
  closeSync(out);
  let failure;
  child.once('error', (error) => (failure = error.message));
  child.once('exit', (code, signal) => (failure = `beendet mit ${signal ?? code}`));
  const pid = child.pid ?? 0;
  const stop = () => endProcess(pid, { patienceMs: 15_000 });
  while (failure === undefined && performance.now() - started < PATIENCE_MS) {
    const port = /"listening","port":(\d+)/.exec(readFileSync(log, 'utf8'))?.[1];
    const bootSeconds = (performance.now() - started) / 1000;
    if (port) return { url: `http://127.0.0.1:${port}`, pid, bootSeconds, stop };
    await delay(5);
  }
  await stop();
  throw new Error(
    `${script} ist nicht gestartet (${failure ?? 'Zeit abgelaufen'}):\n${readFileSync(log, 'utf8').slice(-2000)}`,
  );
}

/**
 * One API process of the product, with its jobs, as it is run.
 *
 * @param {import('./database.mjs').BenchDatabase} database
 * @param {{ extra?: Record<string, string>, log?: string, script?: string }} [options]
 * @returns {Promise<Server>}
 */
export function startPortal({ dataDir, env }, { extra = {}, log = 'api.log', script = 'dist/api/main.mjs' } = {}) {
  const settings = { ...env, PORT: '0', WIR_HOST: '127.0.0.1', ...extra };
  return startServerProgram(script, { log: join(dataDir, log), env: settings });
}

/**
 * The bare server on the same database, as the owner of its tables.
 *
 * @param {import('./database.mjs').BenchDatabase} database
 * @param {object} setup statements and ids, see bare-server.mjs
 * @returns {Promise<Server>}
 */
export function startBare({ dataDir, env }, setup) {
  const bare = { url: env['WIR_OWNER_DATABASE_URL'], poolSize: 10, ...setup };
  const settings = { BENCH_BARE: JSON.stringify(bare), NODE_ENV: 'production' };
  return startServerProgram('tools/bench/bare-server.mjs', { log: join(dataDir, 'bare.log'), env: settings });
}
