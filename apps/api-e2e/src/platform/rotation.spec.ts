import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import {
  HttpClient,
  nodeProgram,
  PERSONAS,
  startApi,
  testEnvironment,
  useTestDatabase,
  workspaceRoot,
  type RunningApi,
} from '@wir/shared/testing';

jest.setTimeout(120_000);

/** §3.9: keys are exchanged while requests are served, and none of them fails. */
describe('exchanging keys under load', () => {
  const database = useTestDatabase({ seed: 'base' });
  const file = (name: string): string => join(database.dataDir, `${name}.txt`);
  const running: RunningApi[] = [];
  let failures: string[] = [];
  let served = 0;

  function settings(): Record<string, string> {
    return { WIR_JWT_KEY_FILE: file('jwt-key'), WIR_PEPPER_KEY_FILE: file('pepper-key') };
  }

  async function start(more: Record<string, string> = {}): Promise<RunningApi> {
    const api = await startApi(database, { settings: { ...settings(), ...more } });
    running.push(api);
    return api;
  }

  function rotate(name: string): void {
    const args = [join(workspaceRoot(), 'tools/run.mjs'), 'keys', 'rotate', name];
    execFileSync(nodeProgram(), args, {
      env: { ...process.env, ...settings(), WIR_DATA_DIR: database.dataDir },
      stdio: 'pipe',
    });
  }

  /** Each token is shown to each process, as behind a balancer. */
  async function serveWhile(
    processes: () => readonly RunningApi[],
    tokens: string[],
    work: () => Promise<void>,
  ): Promise<void> {
    let isDone = false;
    const load = (async () => {
      while (!isDone) {
        for (const { url } of processes()) {
          for (const token of tokens) {
            const { status } = await new HttpClient(url).get('/me', { token });
            served += 1;
            if (status !== 200) failures.push(`${status} at request ${served}`);
          }
        }
        await delay(20);
      }
    })();
    await work();
    isDone = true;
    await load;
  }

  beforeAll(() => {
    const { keys } = testEnvironment();
    copyFileSync(keys['WIR_JWT_KEY_FILE'] ?? '', file('jwt-key'));
    copyFileSync(keys['WIR_PEPPER_KEY_FILE'] ?? '', file('pepper-key'));
  });
  afterAll(() => Promise.all(running.map((api) => api.stop())));

  it('of tokens and passwords: sessions go on, new sign-ins work at every process', async () => {
    const [first, second] = [await start(), await start()];
    const tokens = [await new HttpClient(first.url).token(PERSONAS.caseWorker)];
    await serveWhile(
      () => [first, second],
      tokens,
      async () => {
        rotate('jwt');
        tokens.push(await new HttpClient(second.url).token(PERSONAS.headOfUnit));
        rotate('pepper');
        await delay(1_200);
        tokens.push(await new HttpClient(first.url).token(PERSONAS.caseWorker));
        tokens.push(await new HttpClient(second.url).token(PERSONAS.budgetOfficer));
        await delay(300);
      },
    );

    expect(failures).toEqual([]);
    expect(served).toBeGreaterThan(20);
  });

  it('of tokens a second time ends what was signed with the first', async () => {
    const [first] = running;
    const client = new HttpClient(first?.url ?? '');
    const old = await client.token(PERSONAS.caseWorker);
    rotate('jwt');
    rotate('jwt');
    await delay(1_200);

    expect((await client.get('/me', { token: old })).status).toBe(401);
  });

  it('of the database account: a second login takes over, process by process', async () => {
    failures = [];
    const password = randomBytes(24).toString('base64url');
    const name = `wir_app_${Date.now()}`;
    await admin(
      `CREATE ROLE ${name} LOGIN NOINHERIT PASSWORD '${password}' IN ROLE wir_app; GRANT CONNECT ON DATABASE ${database.name} TO ${name}`,
    );
    const url = new URL(database.urls.app);
    url.username = name;
    url.password = password;
    const [first, second] = running;
    if (!first || !second) throw new Error('The processes of the first test are gone');
    const tokens = [await new HttpClient(first.url).token(PERSONAS.caseWorker)];
    let serving = [first, second];
    await serveWhile(
      () => serving,
      tokens,
      async () => {
        for (const old of [first, second]) {
          const fresh = await start({ DATABASE_URL: url.href });
          serving = [...serving.filter((each) => each !== old), fresh];
          await delay(200);
          await old.stop();
        }
        await delay(300);
      },
    );
    const { rows } = await database.owner.query<{ name: string }>(
      "SELECT DISTINCT usename AS name FROM pg_stat_activity WHERE application_name = 'wir-api' AND datname = current_database()",
    );
    for (const api of serving) await api.stop();
    await admin(`REVOKE CONNECT ON DATABASE ${database.name} FROM ${name}; DROP ROLE ${name}`);

    expect(failures).toEqual([]);
    expect(rows).toEqual([{ name }]);
  });

  async function admin(sql: string): Promise<void> {
    const { Client } = await import('pg');
    const client = new Client({ connectionString: testEnvironment().adminUrl });
    await client.connect();
    await client.query(sql);
    await client.end();
  }
});
