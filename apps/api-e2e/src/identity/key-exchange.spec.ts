import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { execFileSync } from 'node:child_process';
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
import { enrolTotp, forgetUsedSteps } from './authenticator';
import { Browser } from './browser';
import { DEMO_PASSWORD } from '@wir/shared/testing';

const KEYS = ['WIR_JWT_KEY_FILE', 'WIR_PEPPER_KEY_FILE', 'WIR_FIELD_KEY_FILE'];

/** As the operator does it: with the product's own tool, in a process of its own. */
function exchange(file: string): void {
  const tool = pathToFileURL(join(workspaceRoot(), 'tools/lib/secrets.mjs')).href;
  execFileSync(nodeProgram(), [
    '-e',
    `import(${JSON.stringify(tool)}).then((t) => t.exchangeKey(process.argv[1]))`,
    file,
  ]);
}

describe('exchanging the keys of a running portal', () => {
  jest.setTimeout(120_000);
  const database = useTestDatabase({ seed: 'base' });
  const running: RunningApi[] = [];
  let files: Record<string, string> = {};
  beforeAll(async () => {
    files = Object.fromEntries(KEYS.map((name) => [name, join(database.dataDir, `${name}.txt`)]));
    for (const name of KEYS) cpSync(String(testEnvironment().keys[name]), String(files[name]));
    running.push(
      ...(await Promise.all([startApi(database, { settings: files }), startApi(database, { settings: files })])),
    );
  });
  afterAll(() => Promise.all(running.map((api) => api.stop())));

  it('lets no request fail: two processes, old and new sign-ins, changes with their token against forgery', async () => {
    const clients = running.map(({ url }) => new HttpClient(url));
    const at = (number: number): HttpClient => {
      const client = clients[number % clients.length];
      if (!client) throw new Error('no process runs');
      return client;
    };
    const browser = new Browser(at(0));
    await browser.signIn(PERSONAS.headOfUnit);
    const { app } = await enrolTotp(browser, DEMO_PASSWORD);
    const token = await at(0).token(PERSONAS.caseWorker);
    const statuses: number[] = [];
    let goesOn = true;
    const load = async (): Promise<void> => {
      for (let number = 0; goesOn; number += 1) {
        statuses.push((await at(number).get('/me', { token })).status);
        statuses.push((await browser.copy().get('/me')).status);
        const preview = await at(number).post('/deadlines/preview', { channel: 'POST', date: '2026-08-31' }, { token });
        statuses.push(preview.status);
      }
    };
    /** Until so many further requests of the load have been answered. */
    const more = async (count: number): Promise<void> => {
      for (const wanted = statuses.length + count; statuses.length < wanted;)
        await new Promise((resolve) => setImmediate(resolve));
    };
    const loads = [load(), load()];
    for (const name of KEYS) exchange(String(files[name]));
    for (let number = 0; number < 6; number += 1) {
      const fresh = new Browser(at(number));
      statuses.push((await fresh.signIn(PERSONAS.budgetOfficer)).status === 204 ? 200 : 0);
      // A token of one process must be good at the other from its first moment on.
      const issued = await at(number).post<{ accessToken: string }>(
        '/auth/token',
        { email: PERSONAS.press, password: DEMO_PASSWORD },
        { idempotencyKey: null },
      );
      statuses.push((await at(number + 1).get('/me', { token: issued.body.accessToken })).status);
      await more(30);
    }
    goesOn = false;
    await Promise.all(loads);

    expect(statuses.length).toBeGreaterThan(50);
    expect(statuses.filter((status) => status !== 200)).toEqual([]);
    expect((await browser.post('/auth/step-up', { totp: '000000' })).status).toBe(422);
    await forgetUsedSteps(database.owner);
    expect((await browser.post('/auth/step-up', { totp: app.code() })).status).toBe(204);
    const { rows } = await database.owner.query<{ ids: number }>(
      "SELECT count(DISTINCT split_part(password_hash, '#', 2))::int AS ids FROM identity.account WHERE email = ANY ($1)",
      [[PERSONAS.budgetOfficer, PERSONAS.press]],
    );
    expect(rows[0]?.ids).toBe(1);
  });

  it('a second time ends what was signed with the first key', async () => {
    const [one] = running.map(({ url }) => new HttpClient(url));
    const token = (await one?.token(PERSONAS.admin)) ?? '';
    for (let times = 0; times < 2; times += 1) exchange(String(files['WIR_JWT_KEY_FILE']));
    await new Promise((resolve) => setTimeout(resolve, 1_200));

    expect((await one?.get('/me', { token }))?.status).toBe(401);
  });
});
