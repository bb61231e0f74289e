import { spawn, type ChildProcess } from 'node:child_process';
import { createServer } from 'node:net';
import { join } from 'node:path';
import {
  HttpClient,
  nodeProgram,
  PERSONAS,
  startApi,
  useTestDatabase,
  workspaceRoot,
  type RunningApi,
} from '@wir/shared/testing';
import { expectProblem } from '../expect-problem';
import { OidcVisitor } from './oidc-visitor';

const PROVIDER = 'apps/api-e2e/src/identity/oidc-provider.mjs';
/** Whom the provider knows. */
const PERSONS = {
  linked: { email: 'anderswo@land.example', email_verified: true },
  invited: { email: 'antrag@invited.example', email_verified: true },
  unverified: { email: 'antrag@unverified.example', email_verified: false },
  stranger: { email: 'fremd@land.example', email_verified: true },
  /** Has an account that is in use: the address alone takes nothing over. */
  usurper: { email: PERSONAS.headOfUnit, email_verified: true },
};

describe('sign-in by the provider of the Land', () => {
  jest.setTimeout(60_000);
  const database = useTestDatabase({ seed: 'base' });
  let api: RunningApi;
  let provider: ChildProcess;
  let base = '';
  beforeAll(async () => {
    const [apiPort, providerPort] = [await freePort(), await freePort()];
    base = `http://127.0.0.1:${apiPort}/api/v1`;
    provider = await startProvider(providerPort, `${base}/auth/oidc/land/callback`);
    const issuer = `http://127.0.0.1:${providerPort}`;
    const settings = {
      WIR_OIDC_ISSUER: issuer,
      WIR_OIDC_CLIENT_ID: 'wir',
      WIR_OIDC_CLIENT_SECRET: 'secret-of-the-test',
      WIR_OIDC_LABEL: 'Landesverwaltung Hessen',
    };
    api = await startApi(database, { port: apiPort, settings });
    await database.owner.query(
      "INSERT INTO identity.external_login (issuer, subject, account_id) SELECT $1, 'linked', id FROM identity.account WHERE email = $2",
      [issuer, PERSONAS.caseWorker],
    );
    for (const email of [PERSONS.invited.email, PERSONS.unverified.email]) await invite(email);
  });
  afterAll(async () => {
    await api.stop();
    provider.kill();
  });

  async function invite(email: string): Promise<void> {
    await database.owner.query(
      `WITH person AS (INSERT INTO identity.person (name) VALUES ('Neu Dabei') RETURNING id),
        account AS (INSERT INTO identity.account (person_id, email, organisation, state) SELECT id, $1, 'Ministerium', 'INVITED' FROM person RETURNING id),
        role AS (INSERT INTO identity.role_grant (account_id, role, reason) SELECT id, 'CASE_WORKER', 'Test' FROM account)
       INSERT INTO identity.link (account_id, purpose, token_hash) SELECT id, 'FIRST_PASSWORD', sha256(convert_to($1, 'UTF8')) FROM account`,
      [email],
    );
  }
  const start = (): string => `${base}/auth/oidc/land/start`;
  const isCallback = (url: string): boolean => url.startsWith(`${base}/auth/oidc/land/callback`);
  const isHome = (url: string): boolean => url.startsWith(`http://127.0.0.1:${api.port}/`) && !url.includes('/api/');
  const arriveAs = async (person: keyof typeof PERSONS): Promise<[string, OidcVisitor]> => {
    const visitor = new OidcVisitor();
    return [await visitor.signInAs(start(), person, isHome), visitor];
  };
  const nameOf = async (visitor: OidcVisitor): Promise<unknown> =>
    ((await (await visitor.open(`${base}/me`)).json()) as { email: unknown }).email;

  it('is offered with its label', async () => {
    expect((await new HttpClient(api.url).get('/auth/methods')).body).toEqual({
      passkey: true,
      oidc: [{ id: 'land', label: 'Landesverwaltung Hessen' }],
      passwordMinLength: 15,
    });
  });

  it('lets in whoever is linked, and leaves no trace of the way', async () => {
    const [target, visitor] = await arriveAs('linked');

    expect(new URL(target).pathname).toBe('/');
    expect(await nameOf(visitor)).toBe(PERSONAS.caseWorker);
    expect(visitor.cookie(`${base}/auth/oidc`, 'oidc')).toBeUndefined();
    const { rows } = await database.owner.query<{ method: string }>(
      'SELECT method FROM identity.session_family ORDER BY started_at DESC LIMIT 1',
    );
    expect(rows[0]?.method).toBe('OIDC');
  });

  it('links an invited account at first use by its verified address, once', async () => {
    const [, visitor] = await arriveAs('invited');
    expect(await nameOf(visitor)).toBe(PERSONS.invited.email);
    const { rows } = await database.owner.query('SELECT state FROM identity.account WHERE email = $1', [
      PERSONS.invited.email,
    ]);
    expect(rows).toEqual([{ state: 'ACTIVE' }]);
    const [again] = await arriveAs('invited');

    expect(new URL(again).pathname).toBe('/');
  });

  it.each(['unverified', 'stranger', 'usurper'] as const)('does not let in: %s', async (person) => {
    const [target, visitor] = await arriveAs(person);

    expect(target).toContain('/anmelden?grund=auth.oidc-unknown-account');
    expect((await visitor.open(`${base}/me`)).status).toBe(401);
  });

  it('wants the second factor of the account to have been shown there', async () => {
    await database.owner.query('UPDATE identity.account SET has_factor = true WHERE email = $1', [PERSONAS.caseWorker]);
    const [target] = await arriveAs('linked');
    await database.owner.query('UPDATE identity.account SET has_factor = false WHERE email = $1', [
      PERSONAS.caseWorker,
    ]);

    expect(target).toContain('/anmelden?grund=auth.second-factor-required');
  });

  it.each([
    ['a callback nobody began', (url: URL) => url, false],
    ['another state', (url: URL) => withParameter(url, 'state', 'another'), true],
    ['another code', (url: URL) => withParameter(url, 'code', 'another'), true],
    ['another issuer', (url: URL) => withParameter(url, 'iss', 'https://evil.example'), true],
    ['a refusal of the provider', (url: URL) => withParameter(url, 'error', 'access_denied'), true],
  ])('fails with %s', async (_name, bend, byWhoBegan) => {
    const visitor = new OidcVisitor();
    const callback = await visitor.signInAs(start(), 'linked', isCallback);
    const response = await (byWhoBegan ? visitor : new OidcVisitor()).open(bend(new URL(callback)).href);

    expect([response.status, response.headers.get('location')]).toEqual([302, '/anmelden?grund=auth.oidc-failed']);
  });

  it('is finished once', async () => {
    const visitor = new OidcVisitor();
    const callback = await visitor.signInAs(start(), 'linked', isCallback);
    const binding = visitor.cookie(callback, 'oidc');
    expect((await visitor.open(callback)).headers.get('location')).toBe('/');
    const again = await fetch(callback, { redirect: 'manual', headers: { cookie: `oidc=${binding}` } });

    expect(again.headers.get('location')).toBe('/anmelden?grund=auth.oidc-failed');
  });

  it('knows no other provider', async () => {
    const client = new HttpClient(api.url);
    expectProblem(await client.get('/auth/oidc/other/start'), 404, 'auth.oidc-unknown-provider');
    expectProblem(await client.get('/auth/oidc/other/callback'), 404, 'auth.oidc-unknown-provider');
  });

  it('says so when the provider is away', async () => {
    const other = await startApi(database, {
      settings: { WIR_OIDC_ISSUER: 'http://127.0.0.1:9', WIR_OIDC_CLIENT_ID: 'wir' },
    });
    const response = await fetch(`${other.url}/api/v1/auth/oidc/land/start`, { redirect: 'manual' });
    await other.stop();

    expect([response.status, response.headers.get('location')]).toEqual([302, '/anmelden?grund=auth.oidc-unavailable']);
  });
});

function withParameter(url: URL, name: string, value: string): URL {
  if (name === 'error') url.searchParams.delete('code');
  url.searchParams.set(name, value);
  return url;
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}

function startProvider(port: number, callback: string): Promise<ChildProcess> {
  const args = [join(workspaceRoot(), PROVIDER), String(port), callback, JSON.stringify(PERSONS)];
  const child = spawn(nodeProgram(), args, { stdio: ['ignore', 'pipe', 'ignore'] });
  return new Promise((resolve, reject) => {
    child.once('error', reject).once('exit', (code) => reject(new Error(`The provider ended with ${code}`)));
    child.stdout?.once('data', () => resolve(child));
  });
}
