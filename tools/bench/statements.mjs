import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { startPortal } from './setup/processes.mjs';

const REQUESTS = 10;
/** What PostgreSQL writes for each statement of either protocol. */
const STATEMENT = / LOG: {2}(?:execute [^:]+|statement): (.*)/g;

/**
 * SQL statements per request, counted by PostgreSQL itself in its log: in a run of its own, since the log would slow
 * the measurements, and without the queue's workers, who ask on their own account.
 *
 * @param {import('./setup/database.mjs').BenchDatabase} database
 * @param {Record<string, () => { path?: string, headers?: object }>} asked
 * @param {(url: string) => Promise<unknown>} prepare
 * @returns {Promise<Record<string, { session: number, others: number }>>}
 */
export async function countStatements(database, asked, prepare = async () => undefined) {
  await database.asAdmin((client) => client.query("ALTER ROLE wir_app SET log_statement = 'all'"));
  const portal = await startPortal(database, { log: 'statements.log', extra: { WIR_JOBS: 'off' } });
  try {
    await prepare(portal.url);
    const counted = {};
    for (const [name, next] of Object.entries(asked)) {
      await ask(portal.url, next);
      const before = logOf(database).length;
      for (let number = 0; number < REQUESTS; number += 1) await ask(portal.url, next);
      await delay(100);
      counted[name] = perRequest(logOf(database).slice(before));
    }
    return counted;
  } finally {
    await portal.stop();
    await database.asAdmin((client) => client.query('ALTER ROLE wir_app RESET log_statement'));
  }
}

async function ask(url, next) {
  const { path, headers } = next();
  const response = await fetch(`${url}${path}`, { headers: /** @type {HeadersInit} */ (headers) });
  await response.arrayBuffer();
  if (!response.ok) throw new Error(`GET ${path}: ${response.status}`);
}

const logOf = ({ dataDir }) => readFileSync(join(dataDir, 'postgres.log'), 'utf8');

function perRequest(log) {
  const statements = [...log.matchAll(STATEMENT)].map(([, text]) => text);
  const session = statements.filter((text) => text?.includes('identity.open_session')).length;
  return { session: session / REQUESTS, others: (statements.length - session) / REQUESTS };
}
