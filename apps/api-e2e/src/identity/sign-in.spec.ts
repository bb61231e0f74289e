import { DEMO_PASSWORD, PERSONAS } from '@wir/shared/testing';
import { useApi } from '../use-api';

const credentials = { email: PERSONAS.caseWorker, password: DEMO_PASSWORD };

/** The cookies of an answer as a browser would send them back. */
function cookiesOf(headers: Headers): Map<string, string> {
  return new Map(
    headers
      .getSetCookie()
      .map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1, line.indexOf(';'))]),
  );
}
const cookieHeader = (jar: Map<string, string>): string =>
  [...jar].map(([name, value]) => `${name}=${value}`).join('; ');

describe('signing in', () => {
  const api = useApi();
  const signIn = async (): Promise<Map<string, string>> =>
    cookiesOf((await api.client.post('/auth/login', credentials, { idempotencyKey: null })).headers);

  it('sets cookies that no script and no other site can use', async () => {
    const answer = await api.client.post('/auth/login', credentials, { idempotencyKey: null });
    const [access, refresh] = answer.headers.getSetCookie();

    expect(answer.status).toBe(204);
    for (const line of [access, refresh]) {
      expect(line).toContain('HttpOnly');
      expect(line).toContain('SameSite=Strict');
    }
    expect(refresh).toContain('Path=/api/v1/auth');
  });

  it('lets the browser ask who it is, and change things only with the token of its session', async () => {
    const jar = await signIn();
    const me = await api.client.get<{ name: string; roles: string[] }>('/me', {
      headers: { cookie: cookieHeader(jar) },
    });
    const crossSite = await api.client.post(
      '/deadlines/preview',
      { channel: 'POST', date: '2026-08-31' },
      { headers: { cookie: cookieHeader(jar), 'sec-fetch-site': 'cross-site' } },
    );
    const withoutToken = await api.client.post(
      '/deadlines/preview',
      { channel: 'POST', date: '2026-08-31' },
      { headers: { cookie: cookieHeader(jar) } },
    );
    const own = await api.client.post<{ finalOn: string }>(
      '/deadlines/preview',
      { channel: 'POST', date: '2026-08-31' },
      {
        headers: {
          cookie: cookieHeader(jar),
          'x-xsrf-token': jar.get('XSRF-TOKEN') ?? '',
          'sec-fetch-site': 'same-origin',
        },
      },
    );

    expect(me.body).toMatchObject({ name: 'Sabine Berger', roles: ['CASE_WORKER'] });
    expect([crossSite.status, withoutToken.status]).toEqual([403, 403]);
    expect([own.status, own.body.finalOn]).toEqual([200, '2026-10-06']);
  });

  it('rotates the refresh token; the old one, used late, ends the whole family', async () => {
    const jar = await signIn();
    const refresh = (cookies: Map<string, string>): Promise<{ status: number; headers: Headers }> =>
      api.client.post(
        '/auth/refresh',
        {},
        {
          idempotencyKey: null,
          headers: {
            cookie: cookieHeader(cookies),
            'x-xsrf-token': cookies.get('XSRF-TOKEN') ?? '',
            'sec-fetch-site': 'same-origin',
          },
        },
      );
    const renewed = await refresh(jar);
    const fresh = cookiesOf(renewed.headers);
    await api.database.owner.query(
      "UPDATE identity.session SET rotated_at = rotated_at - interval '1 minute' WHERE rotated_at IS NOT NULL",
    );

    const reused = await refresh(jar);
    const afterwards = await api.client.get('/me', { headers: { cookie: cookieHeader(fresh) } });

    expect(renewed.status).toBe(204);
    expect([reused.status, afterwards.status]).toEqual([401, 401]);
  });

  it('ends with signing out, for the copied cookie too', async () => {
    const jar = await signIn();
    const headers = {
      cookie: cookieHeader(jar),
      'x-xsrf-token': jar.get('XSRF-TOKEN') ?? '',
      'sec-fetch-site': 'same-origin',
    };

    const out = await api.client.post('/auth/logout', {}, { idempotencyKey: null, headers });
    const replay = await api.client.get('/me', { headers: { cookie: cookieHeader(jar) } });

    expect([out.status, replay.status]).toEqual([204, 401]);
  });

  it('answers a wrong password and an unknown address alike, and slows guessing down', async () => {
    const attempt = (email: string): Promise<{ status: number; body: { code: string; requestId: string } }> =>
      api.client.post('/auth/token', { email, password: 'falsch' }, { idempotencyKey: null });
    const [wrong, unknown] = [await attempt('presse@wir.example'), await attempt('niemand@wir.example')];
    const more = [];
    for (let guess = 0; guess < 8; guess += 1) more.push((await attempt('presse@wir.example')).status);

    expect({ ...wrong.body, requestId: '' }).toEqual({ ...unknown.body, requestId: '' });
    expect([wrong.status, unknown.status]).toEqual([401, 401]);
    expect(more).toContain(429);
  });

  it('gives programs a token with its lifetime, and refuses a body with more than it takes', async () => {
    const token = await api.client.post('/auth/token', credentials, { idempotencyKey: null });
    const more = await api.client.post('/auth/token', { ...credentials, roles: ['ADMIN'] }, { idempotencyKey: null });

    expect(token).toMatchObject({
      status: 200,
      body: { accessToken: expect.any(String) as string, expiresInSeconds: 3600 },
    });
    expect(more.status).toBe(400);
  });
});
