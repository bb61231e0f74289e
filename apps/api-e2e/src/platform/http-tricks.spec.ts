import { DEMO_PASSWORD, PERSONAS, startApi, useTestDatabase, HttpClient, type RunningApi } from '@wir/shared/testing';
import { randomUUID } from 'node:crypto';
import { rawHttp, requestText } from './raw-http';

const LOGIN = 'POST /api/v1/auth/login';

describe('tricks with HTTP', () => {
  const database = useTestDatabase({ seed: 'base' });
  let api: RunningApi;
  let behindProxy: RunningApi;
  let token: string;
  beforeAll(async () => {
    [api, behindProxy] = await Promise.all([
      startApi(database),
      startApi(database, { settings: { WIR_TRUSTED_PROXIES: '127.0.0.1' } }),
    ]);
    token = await new HttpClient(api.url).token(PERSONAS.caseWorker);
  }, 60_000);
  afterAll(() => Promise.all([api?.stop(), behindProxy?.stop()]));

  const statusOf = async (line: string, headers: Record<string, string> = {}, body = ''): Promise<number | undefined> =>
    (await rawHttp(api.port, requestText(line, headers, body)))[0]?.status;
  const signedIn = (): Record<string, string> => ({ Authorization: `Bearer ${token}` });

  it.each([
    '//api/v1/me',
    '/api//v1/me',
    '/api/./v1/me',
    '/api/v1/../v1/me',
    '/api/v1/me/.',
    '/api/v1/me/..;/me',
    '/api/v1/me;x=1',
    '/api/v1/%6de',
    '/api/v1/me%2f',
    '/api/v1%2fme',
    '/api/v1/me%00',
    '/api/v1/me%20',
    '/api\\v1\\me',
    '/API/v1/me',
    '/api/V1/me',
    '/api/v1/ME',
    '/api/v1/me/',
    '/.git/HEAD',
    '/..%2f..%2fetc/passwd',
    '/../package.json',
    '/%2e%2e/package.json',
    '/theme.js/../../main.mjs',
    'http://evil.example/api/v1/me',
  ])('never lead to a handler: %s', async (path) => {
    for (const headers of [{}, signedIn()]) {
      const [answer] = await rawHttp(api.port, requestText(`GET ${path}`, headers));
      expect([400, 404]).toContain(answer?.status);
      expect(answer?.body).not.toMatch(/permissions|root:|"dependencies"|ref:/);
    }
  });

  it.each(['TRACE', 'OPTIONS', 'TRACK', 'PROPFIND', 'SEARCH', 'LOCK', 'MKCOL', 'PURGE'])(
    'are no methods of ours: %s',
    async (method) => {
      expect([400, 405]).toContain(await statusOf(`${method} /api/v1/me`, signedIn()));
    },
  );

  it('answer HEAD like GET without a body, and other methods with what there is', async () => {
    const [head] = await rawHttp(api.port, requestText('HEAD /api/v1/me', signedIn()));
    const [put] = await rawHttp(api.port, requestText('PUT /api/v1/applications', signedIn()));

    expect([head?.status, head?.body]).toEqual([200, '']);
    expect([put?.status, put?.headers.get('allow')]).toEqual([405, 'GET, POST']);
  });

  it.each(['X-HTTP-Method-Override', 'X-HTTP-Method', 'X-Method-Override', 'X-Original-URL', 'X-Rewrite-URL'])(
    'change neither method nor address by %s',
    async (name) => {
      const value = name.endsWith('URL') ? '/api/v1/accounts' : 'DELETE';
      const [answer] = await rawHttp(api.port, requestText('GET /api/v1/me?_method=DELETE', { [name]: value }));
      const [own] = await rawHttp(api.port, requestText('GET /api/v1/me', { ...signedIn(), [name]: value }));

      expect(answer?.status).toBe(401);
      expect(own?.body).toContain('permissions');
    },
  );

  it('pair no requests: one connection, one answer per request', async () => {
    const smuggled = 'GET /api/v1/accounts HTTP/1.1\r\nHost: p\r\n\r\n';
    const pairs = [
      `${LOGIN} HTTP/1.1\r\nHost: p\r\nContent-Length: ${smuggled.length}\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n${smuggled}`,
      `${LOGIN} HTTP/1.1\r\nHost: p\r\nTransfer-Encoding: chunked\r\nTransfer-Encoding: identity\r\n\r\n0\r\n\r\n${smuggled}`,
      `${LOGIN} HTTP/1.1\r\nHost: p\r\nTransfer-Encoding : chunked\r\n\r\n0\r\n\r\n${smuggled}`,
      `${LOGIN} HTTP/1.1\r\nHost: p\r\nTransfer-Encoding:\x0bchunked\r\n\r\n0\r\n\r\n${smuggled}`,
      `${LOGIN} HTTP/1.1\r\nHost: p\r\nContent-Length: 0\r\nContent-Length: 44\r\n\r\n${smuggled}`,
      `${LOGIN} HTTP/1.1\r\nHost: p\r\nContent-Length: +44\r\n\r\n${smuggled}`,
      `${LOGIN} HTTP/1.1\r\nHost: p\r\nTransfer-Encoding: chunked\r\n\r\n0;x=\n${smuggled}\r\n\r\n`,
    ];
    for (const pair of pairs) {
      const answers = await rawHttp(api.port, pair, 1_500);
      expect(answers.map(({ status }) => status)).toEqual([400]);
    }
  });

  describe('of foreign pages', () => {
    let cookie: string;
    let xsrf: string;
    beforeAll(async () => {
      const body = JSON.stringify({ email: PERSONAS.caseWorker, password: DEMO_PASSWORD });
      const response = await fetch(`${api.url}/api/v1/auth/login`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body,
      });
      const pairs = response.headers.getSetCookie().map((one) => one.split(';')[0] ?? '');
      cookie = pairs.join('; ');
      xsrf = decodeURIComponent(pairs.find((pair) => pair.startsWith('XSRF-TOKEN='))?.split('=')[1] ?? '');
    });
    const commands = async (headers: Record<string, string>, body = '{}'): Promise<number | undefined> =>
      statusOf(
        'POST /api/v1/applications',
        {
          Cookie: cookie,
          'Idempotency-Key': randomUUID(),
          'Content-Length': String(body.length),
          'Content-Type': 'application/json',
          ...headers,
        },
        body,
      );
    const own = (): Record<string, string> => ({ Host: new URL(api.url).host, Origin: api.url, 'X-XSRF-TOKEN': xsrf });

    it.each([
      ['a foreign origin', { Origin: 'https://evil.example' }],
      ['a foreign page that hides', { Origin: 'null' }],
      ['a cross-site fetch', { 'Sec-Fetch-Site': 'cross-site' }],
      ['another host of the same site', { 'Sec-Fetch-Site': 'same-site' }],
      ['no token', { 'X-XSRF-TOKEN': '' }],
      ['another token', { 'X-XSRF-TOKEN': 'x'.repeat(40) }],
    ])('change nothing: %s', async (_what, headers) => {
      expect(await commands({ ...own(), ...headers })).toBe(403);
    });

    it('are not mistaken for our own, which may', async () => {
      expect(await commands(own())).toBe(400);
    });

    it.each(['text/plain', 'application/x-www-form-urlencoded', 'text/plain; application/json'])(
      'send no command as %s',
      async (type) => {
        expect([403, 415]).toContain(await commands({ ...own(), 'Content-Type': type }));
      },
    );

    it('may not read either: no answer names a foreign origin', async () => {
      const [answer] = await rawHttp(
        api.port,
        requestText('GET /api/v1/me', { Cookie: cookie, Origin: 'https://evil.example' }),
      );
      const [preflight] = await rawHttp(
        api.port,
        requestText('OPTIONS /api/v1/me', { Origin: 'https://evil.example', 'Access-Control-Request-Method': 'PUT' }),
      );

      for (const one of [answer, preflight])
        expect([...(one?.headers.keys() ?? [])].filter((name) => name.startsWith('access-control-'))).toEqual([]);
      expect(preflight?.status).toBe(405);
    });
  });

  it('move the address of the client only when our own proxy says so', async () => {
    const body = JSON.stringify({ email: PERSONAS.caseWorker, password: DEMO_PASSWORD });
    const login = (port: number): Promise<unknown> =>
      rawHttp(
        port,
        requestText(
          LOGIN,
          {
            'Content-Type': 'application/json',
            'Content-Length': String(body.length),
            'X-Forwarded-For': '203.0.113.7',
          },
          body,
        ),
      );
    const addresses = async (): Promise<string[]> => {
      const { rows } = await database.owner.query<{ address: string | null }>(
        'SELECT host(address::inet) AS address FROM identity.session_family WHERE address IS NOT NULL',
      );
      return rows.map(({ address }) => address ?? '');
    };

    await login(api.port);
    expect(await addresses()).not.toContain('203.0.113.7');
    await login(behindProxy.port);
    expect(await addresses()).toContain('203.0.113.7');
  });
});
