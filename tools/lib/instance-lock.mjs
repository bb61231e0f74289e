import { linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { commandOf, isAlive } from './processes.mjs';
import { Refusal } from './terminal.mjs';

/**
 * One launcher per data folder. The lock names its process, so that one left by a killed launcher counts for nothing.
 *
 * @typedef {{ pid: number, port: number, state: 'running' | 'stopping' }} Owner
 * @typedef {{ stopping(): void, release(): void }} Lock
 */

/** @param {string} dataDir @returns {string} */
const fileOf = (dataDir) => join(dataDir, 'launcher.lock');

/**
 * @param {string} dataDir
 * @param {number} port
 * @param {{ patienceMs?: number, farewellMs?: number, isOurs?: (pid: number) => boolean }} [options]
 *   `patienceMs` for a launcher that seems to run, `farewellMs` for one that says it is stopping
 * @returns {Promise<Lock>}
 */
export async function takeLock(dataDir, port, options = {}) {
  const { patienceMs = 2_500, farewellMs = 40_000, isOurs = isLauncher } = options;
  const started = Date.now();
  for (;;) {
    const lock = tryLock(dataDir, port);
    if (lock) return lock;
    const owner = ownerOf(dataDir);
    if (!owner || owner.pid === process.pid || !isAlive(owner.pid) || !isOurs(owner.pid)) {
      rmSync(fileOf(dataDir), { force: true });
      continue;
    }
    if (Date.now() - started > (owner.state === 'stopping' ? farewellMs : patienceMs)) {
      throw new Refusal(
        `Das Portal läuft schon auf http://localhost:${owner.port} (Prozess ${owner.pid}, Daten in ${dataDir}).`,
      );
    }
    await delay(100);
  }
}

/** @param {number} pid @returns {boolean} whether that number is still a launcher and was not given to another program */
const isLauncher = (pid) => commandOf(pid).includes('run.mjs');

/** @param {string} dataDir @returns {Owner | undefined} */
function ownerOf(dataDir) {
  try {
    return JSON.parse(readFileSync(fileOf(dataDir), 'utf8'));
  } catch {
    return undefined;
  }
}

/** Written aside and linked into place: the link fails when a lock exists, and nobody sees a half-written one. */
function tryLock(dataDir, port) {
  const file = fileOf(dataDir);
  const aside = `${file}.${process.pid}`;
  const write = (path, state) => writeFileSync(path, `${JSON.stringify({ pid: process.pid, port, state })}\n`);
  write(aside, 'running');
  try {
    linkSync(aside, file);
  } catch (error) {
    if (error.code === 'EEXIST') return undefined;
    throw error;
  } finally {
    rmSync(aside, { force: true });
  }
  return { stopping: () => write(file, 'stopping'), release: () => rmSync(file, { force: true }) };
}
