import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { startPortal } from './setup/processes.mjs';

/** Long enough for the queue's workers to be up, which start after the first request can be served. */
const SETTLE_MS = 1500;
/** What Linux counts processor time in, whatever its own clock does. */
const TICKS_PER_SECOND = 100;

/**
 * Starts of one API process on the migrated and filled database: seconds from the start of the process until
 * /health/ready answers 200, and its resident memory when everything in it runs.
 *
 * @param {import('./setup/database.mjs').BenchDatabase} database
 * @param {number} times
 * @returns {Promise<{ seconds: number, cpuSeconds: number, mebibytes: number }[]>}
 */
export async function measureBoot(database, times) {
  const starts = [];
  for (let time = 0; time < times; time += 1) {
    const started = performance.now();
    const portal = await startPortal(database, { log: 'boot.log' });
    try {
      while (!(await fetch(`${portal.url}/health/ready`)).ok) await delay(5);
      const seconds = (performance.now() - started) / 1000;
      const cpuSeconds = cpuSecondsOf(portal.pid);
      await delay(SETTLE_MS);
      starts.push({ seconds, cpuSeconds, mebibytes: residentMebibytes(portal.pid) });
    } finally {
      await portal.stop();
    }
  }
  return starts;
}

/** Processor time so far; far less than the time that passed when the machine is busy with something else. */
function cpuSecondsOf(pid) {
  if (process.platform !== 'linux') return Number.NaN;
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  const [user = 0, system = 0] = stat
    .slice(stat.lastIndexOf(')') + 2)
    .split(' ')
    .slice(11, 13)
    .map(Number);
  return (user + system) / TICKS_PER_SECOND;
}

function residentMebibytes(pid) {
  if (process.platform !== 'linux') {
    return Number(execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' })) / 1024;
  }
  return Number(/VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024;
}
