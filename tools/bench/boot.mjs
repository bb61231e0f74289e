import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { startPortal } from './setup/processes.mjs';

/** Long enough for the queue's workers to be up, which start after the first request can be served. */
const SETTLE_MS = 1000;

/**
 * Starts of one API process on the migrated and filled database: seconds from the start of the process until
 * /health/ready answers 200, and its resident memory when everything in it runs.
 *
 * @param {import('./setup/database.mjs').BenchDatabase} database
 * @param {number} times
 * @returns {Promise<{ seconds: number[], mebibytes: number[] }>}
 */
export async function measureBoot(database, times) {
  const seconds = [];
  const mebibytes = [];
  for (let time = 0; time < times; time += 1) {
    const started = performance.now();
    const portal = await startPortal(database, { log: 'boot.log' });
    try {
      while (!(await fetch(`${portal.url}/health/ready`)).ok) await delay(5);
      seconds.push((performance.now() - started) / 1000);
      await delay(SETTLE_MS);
      mebibytes.push(residentMebibytes(portal.pid));
    } finally {
      await portal.stop();
    }
  }
  return { seconds, mebibytes };
}

function residentMebibytes(pid) {
  if (process.platform !== 'linux') {
    return Number(execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' })) / 1024;
  }
  return Number(/VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024;
}
