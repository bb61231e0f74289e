import { PERSONAS } from '@wir/shared/testing';
import { expectProblem } from '../expect-problem';
import { useApi } from '../use-api';
import { Browser } from './browser';

interface Listed {
  readonly items: readonly { readonly id: string; readonly current: boolean; readonly userAgent: string | null }[];
}

const FAMILY = 'id = (SELECT family_id FROM identity.session WHERE token_hash = identity.hash_token($1))';

describe('a sign-in', () => {
  const api = useApi();
  const signedIn = async (email: string = PERSONAS.caseWorker): Promise<Browser> => {
    const browser = new Browser(api.client);
    await browser.signIn(email);
    return browser;
  };
  /** Moves the clock of one sign-in; the test does not wait for half an hour. */
  const age = (browser: Browser, set: string): Promise<unknown> => {
    const claims = JSON.parse(Buffer.from(browser.cookie('at')?.split('.')[1] ?? '', 'base64url').toString()) as {
      sid: string;
    };
    return api.database.owner.query(`UPDATE identity.session_family SET ${set} WHERE ${FAMILY}`, [claims.sid]);
  };
  const trail = async (action: string): Promise<number> => {
    const { rows } = await api.database.owner.query<{ count: number }>(
      'SELECT count(*)::int AS count FROM audit.event WHERE action = $1',
      [action],
    );
    return rows[0]?.count ?? 0;
  };
  const soon = async (isSo: () => Promise<boolean>): Promise<void> => {
    for (let tries = 0; tries < 100 && !(await isSo()); tries += 1)
      await new Promise((resolve) => setTimeout(resolve, 50));
    expect(await isSo()).toBe(true);
  };

  it('gets new tokens each time, of 256 bits', async () => {
    const browser = await signedIn();
    const before = [browser.cookie('at'), browser.cookie('rt')];
    await browser.signIn(PERSONAS.caseWorker);
    const after = [browser.cookie('at'), browser.cookie('rt')];

    expect(new Set([...before, ...after]).size).toBe(4);
    expect(Buffer.from(after[1] ?? '', 'base64url').length).toBe(32);
  });

  it('ends after half an hour without a request, for the refresh token too', async () => {
    const [asking, refreshing] = [await signedIn(), await signedIn()];
    for (const browser of [asking, refreshing])
      await age(browser, "last_used_at = clock_timestamp() - interval '31 minutes'");

    expectProblem(await asking.get('/me'), 401, 'auth.not-signed-in');
    expectProblem(await refreshing.post('/auth/refresh'), 401, 'auth.not-signed-in');
    expect((await asking.get('/me/sessions')).status).toBe(401);
  });

  it('is kept alive by requests until shortly before, but never beyond ten hours', async () => {
    const browser = await signedIn();
    await age(browser, "last_used_at = clock_timestamp() - interval '29 minutes'");
    expect((await browser.get('/me')).status).toBe(200);
    const { body } = await browser.get<{ sessionExpiresAt: string; idleEndsAt: string }>('/me');
    expect(Date.parse(body.sessionExpiresAt) - Date.now()).toBeLessThanOrEqual(10 * 3_600_000);
    expect(Date.parse(body.idleEndsAt) - Date.now()).toBeGreaterThan(29 * 60_000);

    await api.database.owner.query(
      `UPDATE identity.session SET expires_at = clock_timestamp() WHERE family_id = (SELECT family_id FROM identity.session WHERE refresh_hash = identity.hash_token($1))`,
      [browser.cookie('rt')],
    );

    expectProblem(await browser.get('/me'), 401, 'auth.not-signed-in');
    expectProblem(await browser.post('/auth/refresh'), 401, 'auth.not-signed-in');
  });

  it('lets two windows renew their tokens at the same time', async () => {
    const one = await signedIn();
    const other = one.copy();
    const renewed = await Promise.all([one.post('/auth/refresh'), other.post('/auth/refresh')]);

    expect(renewed.map(({ status }) => status)).toEqual([204, 204]);
    expect([(await one.get('/me')).status, (await other.get('/me')).status]).toEqual([200, 200]);
  });

  it('ends as a whole when a refresh token is used again later, and the trail tells', async () => {
    const holder = await signedIn();
    const thief = holder.copy();
    await holder.post('/auth/refresh');
    await api.database.owner.query(
      "UPDATE identity.session SET rotated_at = rotated_at - interval '11 seconds' WHERE rotated_at IS NOT NULL",
    );

    expectProblem(await thief.post('/auth/refresh'), 401, 'auth.not-signed-in');
    expectProblem(await holder.get('/me'), 401, 'auth.not-signed-in');
    expectProblem(await holder.post('/auth/refresh'), 401, 'auth.not-signed-in');
    await soon(async () => (await trail('auth.refresh-reused')) === 1);
  });

  it('ends with signing out, which clears what the browser keeps, and the trail tells', async () => {
    const browser = await signedIn();
    const copy = browser.copy();
    const before = await trail('auth.signed-out');
    const out = await browser.post('/auth/logout');

    expect([out.status, out.headers.get('clear-site-data')]).toEqual([204, '"cache", "storage"']);
    expect([(await copy.get('/me')).status, (await copy.post('/auth/refresh')).status]).toEqual([401, 401]);
    await soon(async () => (await trail('auth.signed-out')) === before + 1);
    await soon(async () => (await trail('auth.signed-in')) > 0);
  });

  it('is listed with its device, and ended from elsewhere, one or all', async () => {
    const email = PERSONAS.press;
    const [here, phone, desk] = [
      await signedIn(email),
      new Browser(api.client, 'Mozilla/5.0 (iPhone) Safari/605'),
      await signedIn(email),
    ];
    await phone.signIn(email);
    const { items } = (await here.get<Listed>('/me/sessions')).body;
    const phoneId = items.find(({ userAgent }) => userAgent === 'Safari, iOS')?.id ?? '';
    const ownId = items.find(({ current }) => current)?.id ?? '';

    expect(items.map(({ userAgent }) => userAgent).sort()).toEqual(['Firefox, Linux', 'Firefox, Linux', 'Safari, iOS']);
    expect((await here.delete(`/me/sessions/${phoneId}`)).status).toBe(204);
    expect((await phone.get('/me')).status).toBe(401);
    expectProblem(await here.delete(`/me/sessions/${phoneId}`), 404, 'auth.session-not-found');
    expectProblem(await here.delete(`/me/sessions/${ownId}`), 409, 'auth.session-is-current');
    expectProblem(await here.delete('/me/sessions/1'), 400, 'input.not-a-uuid');
    expect((await here.post('/me/sessions/ending')).status).toBe(204);
    expect([(await desk.get('/me')).status, (await here.get('/me')).status]).toEqual([401, 200]);
  });

  it('of somebody else is unknown', async () => {
    const [here, stranger] = [await signedIn(), await signedIn(PERSONAS.admin)];
    const { items } = (await here.get<Listed>('/me/sessions')).body;

    expectProblem(await stranger.delete(`/me/sessions/${items[0]?.id}`), 404, 'auth.session-not-found');
    expect((await here.get('/me')).status).toBe(200);
  });

  it('is changed by requests of the own site only', async () => {
    const browser = await signedIn();
    const headers = { cookie: `at=${browser.cookie('at')}`, 'sec-fetch-site': 'cross-site' };
    for (const path of ['/me/sessions/ending', '/me/factors/totp', '/auth/step-up'])
      expectProblem(await api.client.post(path, {}, { idempotencyKey: null, headers }), 403, 'auth.cross-site');
    for (const path of [
      '/auth/login',
      '/auth/passkey',
      '/auth/passkey-options',
      '/auth/password-reset',
      '/auth/link',
      '/auth/password',
      '/auth/refresh',
      '/auth/logout',
    ]) {
      const body = bodyFor(path);
      const answer = await api.client.post(path, body, {
        idempotencyKey: null,
        headers: { 'sec-fetch-site': 'cross-site' },
      });
      expectProblem(answer, 403, 'auth.cross-site');
    }
  });

  it.each(['/me/factors', '/me/sessions'])('is needed for %s', async (path) => {
    expectProblem(await new Browser(api.client).get(path), 401, 'auth.not-signed-in');
  });
});

function bodyFor(path: string): object {
  if (path === '/auth/login') return { email: 'a@b.example', password: 'x' };
  if (path === '/auth/passkey') return { challengeId: '11111111-2222-4333-8444-555555555555', response: {} };
  if (path === '/auth/password-reset') return { email: 'a@b.example' };
  if (path === '/auth/link') return { token: 'x' };
  return path === '/auth/password' ? { token: 'x', password: 'x' } : {};
}
