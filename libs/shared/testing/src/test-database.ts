import { execFile, spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { cpSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { Client, Pool } from 'pg';
import { nodeProgram, testEnvironment, workspaceRoot } from './environment';
import { reconciliationFindings } from './reconciliation';
import { startApi } from './start-api';

type Seed = 'none' | 'base' | 'demo';

export interface TestDatabaseOptions {
  /**
   * `base`: programme, call, budget years, applicants and demo accounts; `demo`: also the 33 cases, played through
   * the API; `none`: the bare schema.
   */
  readonly seed?: Seed;
}

/** A database of its own for one spec file, with one pool per role of the product. */
export interface TestDatabase {
  readonly name: string;
  readonly urls: { readonly owner: string; readonly app: string; readonly auditor: string };
  readonly owner: Pool;
  readonly app: Pool;
  readonly auditor: Pool;
  /** Where an API on this database keeps its files. */
  readonly dataDir: string;
  /** Fails when the ledger does not add up any more. */
  assertReconciled(): Promise<void>;
  drop(): Promise<void>;
}

const ROLES = { owner: 'wir_owner', app: 'wir_app', auditor: 'wir_auditor' } as const;
const SEEDED = { base: 'wir_template_base', demo: 'wir_template_demo' } as const;
/** One each: who wants the base data does not wait until the demo's story is told. */
const SEED_LOCKS = { base: 4_711, demo: 4_712 } as const;

export async function createTestDatabase(options: TestDatabaseOptions = {}): Promise<TestDatabase> {
  const { home, template } = testEnvironment();
  const { seed = 'none' } = options;
  const source = seed === 'none' ? template : await seededTemplate(seed);
  const name = `wir_test_${randomUUID().replaceAll('-', '')}`;
  await asAdmin((client) => cloneDatabase(client, name, source));
  const urls = urlsOf(name);
  const pools = { owner: poolOf(urls.owner), app: poolOf(urls.app), auditor: poolOf(urls.auditor) };
  const dataDir = join(home, name);
  mkdirSync(dataDir, { recursive: true });
  if (seed === 'demo') cpSync(demoFiles(), dataDir, { recursive: true });

  return {
    name,
    urls,
    ...pools,
    dataDir,
    async assertReconciled(): Promise<void> {
      const findings = await reconciliationFindings(pools.owner);
      if (findings.length > 0) throw new Error(`The ledger does not reconcile: ${JSON.stringify(findings, null, 2)}`);
    },
    async drop(): Promise<void> {
      await Promise.all(Object.values(pools).map((pool) => pool.end()));
      await asAdmin((client) => client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`));
    },
  };
}

/**
 * Registers the whole life of a test database with Jest: created before the first test of the block, reconciled
 * after each, dropped after the last.
 */
export function useTestDatabase(options: TestDatabaseOptions = {}): TestDatabase {
  let current: TestDatabase | undefined;
  beforeAll(
    async () => {
      current = await createTestDatabase(options);
      // The demo's story takes half a minute on an idle machine, and is played once per run.
    },
    options.seed === 'demo' ? 300_000 : 60_000,
  );
  afterEach(() => current?.assertReconciled());
  afterAll(() => current?.drop());

  return new Proxy({} as TestDatabase, {
    get(_, member: keyof TestDatabase) {
      if (!current) throw new Error('The test database exists only inside tests and hooks');
      return current[member];
    },
  });
}

function urlsOf(database: string): TestDatabase['urls'] {
  const { port, passwords } = testEnvironment();
  const url = (role: keyof typeof ROLES): string =>
    `postgres://${ROLES[role]}:${encodeURIComponent(passwords[role])}@127.0.0.1:${port}/${database}`;
  return { owner: url('owner'), app: url('app'), auditor: url('auditor') };
}

/** Errors of idle clients appear when the database is dropped by force; the test that matters has ended by then. */
function poolOf(connectionString: string): Pool {
  return new Pool({ connectionString, max: 20, idleTimeoutMillis: 1_000, allowExitOnIdle: true }).on(
    'error',
    () => undefined,
  );
}

async function asAdmin<T>(work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: testEnvironment().adminUrl });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** Inside one database with all powers: to plant what the product's roles could not, and to look past every policy. */
export async function asSuperuser<T>(database: string, work: (client: Client) => Promise<T>): Promise<T> {
  const url = new URL(testEnvironment().adminUrl);
  url.pathname = `/${database}`;
  const client = new Client({ connectionString: url.href });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

async function cloneDatabase(client: Client, name: string, template: string): Promise<void> {
  await client.query(`CREATE DATABASE ${name} OWNER ${ROLES.owner} TEMPLATE ${template} STRATEGY FILE_COPY`);
  await client.query(`REVOKE ALL ON DATABASE ${name} FROM PUBLIC`);
  await client.query(`GRANT CONNECT ON DATABASE ${name} TO ${ROLES.app}, ${ROLES.auditor}`);
}

/** Seeds once per run, by the product's own seed programs; the first spec that asks pays, the others wait. */
async function seededTemplate(seed: 'base' | 'demo'): Promise<string> {
  const name = SEEDED[seed];
  await asAdmin(async (client) => {
    await client.query('SELECT pg_advisory_lock($1)', [SEED_LOCKS[seed]]);
    const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1 AND datistemplate', [name]);
    if (rowCount) return;
    await client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
    await cloneDatabase(client, name, testEnvironment().template);
    seedBase(urlsOf(name), seed);
    if (seed === 'demo') await playDemo(urlsOf(name));
    await client.query(`ALTER DATABASE ${name} ALLOW_CONNECTIONS false IS_TEMPLATE true`);
  });
  return name;
}

const demoFiles = (): string => join(testEnvironment().home, 'demo-files');

function seedBase(urls: TestDatabase['urls'], seed: 'base' | 'demo'): void {
  const { api, home } = testEnvironment();
  if (api.failure) throw new Error(`The API does not build: ${api.failure}`);
  const { status, stdout, stderr } = spawnSync(nodeProgram(), [join(api.dir, 'seed-base.mjs')], {
    env: { ...apiSettings(urls, home), WIR_SEED: seed, ...(seed === 'demo' ? { WIR_NOW: undefined } : {}) },
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`The base seed failed:\n${stdout}\n${stderr}`);
}

/** The story of the 33 cases, as `npm start` plays it. */
async function playDemo(urls: TestDatabase['urls']): Promise<void> {
  mkdirSync(demoFiles(), { recursive: true });
  const api = await startApi({ urls, dataDir: demoFiles() });
  try {
    await promisify(execFile)(nodeProgram(), [join(workspaceRoot(), 'tools/seed/demo.mjs'), api.url]);
  } finally {
    await api.stop();
  }
}

/** The settings every process of the product gets in tests; the clock stands where the demo's does. */
export function apiSettings(urls: TestDatabase['urls'], dataDir: string): NodeJS.ProcessEnv {
  return {
    ...process.env,
    ...testEnvironment().keys,
    NODE_OPTIONS: '',
    DATABASE_URL: urls.app,
    WIR_OWNER_DATABASE_URL: urls.owner,
    WIR_DATA_DIR: dataDir,
    WIR_MODE: 'demo',
    WIR_SEED: 'base',
    WIR_NOW: '2026-03-02T09:00:00+01:00',
    WIR_FILES: 'fs',
  };
}
