import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import { buildApiWhenStale } from '../build-api.mjs';
import { startPortal } from '../bench/setup/processes.mjs';
import { mintSessions } from '../fuzz/sessions.mjs';
import { openEmbeddedDatabase } from '../lib/embedded-database.mjs';
import { openDatabase, prepareDatabase } from '../lib/portal.mjs';
import { runningServer, stopServer } from '../lib/postgres/cluster.mjs';
import { urlOf } from '../lib/postgres/provision.mjs';
import { endProcess, isAlive } from '../lib/processes.mjs';
import { inRoot, root } from '../lib/root.mjs';
import { secret } from '../lib/secrets.mjs';
import { readSettings } from '../lib/settings.mjs';
import { caller } from './calls.mjs';

const NOW = '2026-03-02T09:00:00+01:00';
const STAFF = ['sachbearbeitung', 'leitung', 'leitung2', 'haushalt', 'haushalt2', 'anordnung', 'anordnung2', 'admin'];

/**
 * What the probes act on: a PostgreSQL of its own (fsync on) and two API processes on loopback.
 *
 * @typedef {object} Stage
 * @property {number} seed
 * @property {number | undefined} rounds asked for on the command line
 * @property {() => number} random in [0, 1), from the seed
 * @property {{ url: string, pid: number }[]} apis
 * @property {(index: number) => Promise<void>} killApi kill −9
 * @property {(index: number) => Promise<void>} startApi in the place of the one that was killed
 * @property {(env: Record<string, string>) => Promise<{ url: string, pid: number, stop: () => Promise<void> }>} extraApi
 * @property {(failPoint: string, env?: Record<string, string>) => Promise<{ url: string, pid: number, isGone: () => Promise<boolean>, stop: () => Promise<void> }>} doomedApi
 *   one that kills itself where it is told to
 * @property {string} dataDir of all of them
 * @property {(sql: string, values?: unknown[]) => Promise<any[]>} sql as superuser
 * @property {() => Promise<pg.Client>} connect a connection of the superuser
 * @property {import('./calls.mjs').Call} call
 * @property {() => Promise<void>} killPostgres kill −9 of the postmaster
 * @property {() => Promise<void>} startPostgres
 * @property {() => number} postgresPort
 * @property {string} databaseUrl
 * @property {{ money?: any }} memo what one probe has prepared for the others
 */

/** @param {{ seed: number, rounds: number | undefined }} options @returns {Promise<Stage & { close: () => Promise<void> }>} */
export async function openStage({ seed, rounds }) {
  const dataDir = mkdtempSync(join(tmpdir(), `wir-faults-${process.pid}-`));
  const clusterDir = join(dataDir, 'pg');
  const running = [];
  const close = async () => {
    await Promise.all(running.map(({ pid }) => endProcess(pid)));
    await stopServer(clusterDir);
    rmSync(dataDir, { recursive: true, force: true, maxRetries: 10, retryDelay: 50 });
  };
  try {
    const settings = readSettings({ WIR_DATA_DIR: dataDir, WIR_SEED: 'base', WIR_NOW: NOW }, root);
    const { env } = await openDatabase(settings);
    await prepareDatabase(env);
    const adminUrl = () => urlOf('postgres', secret(dataDir, 'postgres').value, postgresPort(), 'wir');
    const postgresPort = () => runningServer(clusterDir)?.port ?? 0;
    const connect = async () => {
      const client = new pg.Client({ connectionString: adminUrl() });
      // A server that dies under it is what some probes are about.
      client.on('error', () => undefined);
      await client.connect();
      return client;
    };
    const sql = async (text, values = []) => {
      const client = await connect();
      try {
        return (await client.query(text, values)).rows;
      } finally {
        await client.end();
      }
    };
    const startOne = async (name, extra = {}, script = 'dist/api/main.mjs') => {
      const api = await startPortal({ dataDir, env }, { extra, log: `${name}-${Date.now()}.log`, script });
      running.push(api);
      return api;
    };
    const apis = [await startOne('api-0'), await startOne('api-1')];
    const keyText = readFileSync(String(env['WIR_JWT_KEY_FILE']), 'utf8');
    const municipalities = await sql("SELECT email FROM identity.account WHERE email LIKE '%@%.wir.example'");
    const emails = [...STAFF.map((name) => `${name}@wir.example`), ...municipalities.map(({ email }) => email)];
    const people = await mintSessions(async (text, values) => ({ rows: await sql(text, values) }), keyText, emails);
    const tokens = new Map(people.map(({ email, token }) => [email, token]));
    return {
      seed,
      rounds,
      random: generator(seed),
      apis,
      sql,
      connect,
      postgresPort,
      databaseUrl: String(env['DATABASE_URL']),
      memo: {},
      call: caller(apis, tokens),
      killApi: (index) => endProcess(apis[index].pid, { signals: ['SIGKILL'] }),
      startApi: async (index) => {
        apis[index] = await startOne(`api-${index}`);
      },
      dataDir,
      extraApi: (extra) => startOne('api-extra', extra),
      doomedApi: (failPoint, extra = {}) => doomed(startOne, { FAILPOINT: failPoint, ...extra }),
      killPostgres: () => endProcess(runningServer(clusterDir)?.pid ?? 0, { signals: ['SIGKILL'] }),
      startPostgres: async () => {
        await openEmbeddedDatabase(dataDir);
      },
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

/** A process of the build with the named places. */
async function doomed(startOne, env) {
  await buildApiWhenStale({ faultPoints: true });
  const api = await startOne('api-doomed', env, 'dist/api-faults/main.mjs');
  const isGone = async () => {
    for (let look = 0; look < 20 && isAlive(api.pid); look += 1) await delay(50);
    return !isAlive(api.pid);
  };
  return { ...api, isGone };
}

/** mulberry32: the same numbers for the same seed on every machine. */
function generator(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** After every probe: findings of the reconciliation, and whether the audit chain verifies. @param {Stage} stage */
export async function stateAfter(stage) {
  const findings = await stage.sql(readFileSync(inRoot('libs/budget/api/src/data/reconcile.sql'), 'utf8'));
  const [audit] = await stage.sql('SELECT ok FROM audit.verify()');
  return { findings, auditOk: audit?.ok === true };
}
