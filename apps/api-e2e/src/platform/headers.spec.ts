import {
  driveToState,
  PERSONAS,
  startApi,
  useTestDatabase,
  HttpClient,
  aConcept,
  type RunningApi,
} from '@wir/shared/testing';
import { rawHttp, requestText, type RawAnswer } from './raw-http';

const PAGE = /^\/($|antraege|favicon|theme)/;

/** Each kind of answer the process can give: how to provoke it, and its status. */
const ANSWERS: readonly (readonly [kind: string, request: string, status: number])[] = [
  ['a page', requestText('GET /'), 200],
  ['a page of a route', requestText('GET /antraege'), 200],
  ['a static file', requestText('GET /theme.js'), 200],
  ['a missing static file', requestText('GET /missing.js'), 404],
  ['the health', requestText('GET /health/live'), 200],
  ['the readiness', requestText('GET /health/ready'), 200],
  ['the figures', requestText('GET /metrics'), 200],
  ['the contract', requestText('GET /api/v1/openapi.json'), 200],
  ['not signed in', requestText('GET /api/v1/me'), 401],
  ['an unknown address', requestText('GET /api/v1/nowhere'), 404],
  ['another method', requestText('PUT /api/v1/me'), 405],
  ['a method nobody needs', requestText('OPTIONS /api/v1/me'), 405],
  ['a malformed address', requestText('GET /api/v1/%zz'), 400],
  ['too large a body', requestText('POST /api/v1/auth/login', { 'Content-Length': '2000000' }, 'x'.repeat(200)), 413],
  [
    'another media type',
    requestText('POST /api/v1/auth/login', { 'Content-Type': 'text/plain', 'Content-Length': '1' }, 'x'),
    415,
  ],
  [
    'too many headers',
    requestText('GET /', Object.fromEntries(Array.from({ length: 120 }, (_, i) => [`X-${i}`, '1']))),
    431,
  ],
  ['headers too large', requestText('GET /', { 'X-Long': 'x'.repeat(20_000) }), 431],
  ['no HTTP at all', 'HELO portal\r\n\r\n', 400],
  ['no host', 'GET / HTTP/1.1\r\nConnection: close\r\n\r\n', 400],
  ['an expectation', requestText('GET /health/live', { Expect: 'the-unexpected' }), 200],
];

describe('the headers of every answer', () => {
  const database = useTestDatabase({ seed: 'base' });
  let api: RunningApi;
  beforeAll(async () => {
    api = await startApi(database, { settings: { WIR_PUBLIC_ORIGIN: 'https://portal.example' } });
  }, 60_000);
  afterAll(() => api?.stop());

  const expectProtected = ({ headers }: Pick<RawAnswer, 'headers'>, isPage: boolean): void => {
    const value = (name: string): string => headers.get(name) ?? '';
    expect(value('strict-transport-security')).toBe('max-age=63072000; includeSubDomains');
    expect(value('x-content-type-options')).toBe('nosniff');
    expect(value('referrer-policy')).toBe('no-referrer');
    expect(value('cross-origin-opener-policy')).toBe('same-origin');
    expect(value('cross-origin-resource-policy')).toBe('same-origin');
    expect(value('permissions-policy')).toContain('camera=()');
    expect(value('x-frame-options')).toBe('DENY');
    expect(value('content-security-policy')).toContain("frame-ancestors 'none'");
    expect(value('content-security-policy')).not.toMatch(/unsafe-(inline|eval)/);
    expect(value('content-security-policy')).toContain(isPage ? "script-src 'self'" : "default-src 'none'");
    if (!isPage) expect(value('cache-control')).toBe('no-store');
    for (const telling of ['x-powered-by', 'server', 'via', 'access-control-allow-origin', 'x-nest', 'etag-version'])
      expect(headers.has(telling)).toBe(false);
    expect([...headers.values()].join('\n')).not.toMatch(/express|nest|node\.?js/i);
  };

  it.each(ANSWERS)('hold for %s', async (_kind, request, status) => {
    const [answer, ...more] = await rawHttp(api.port, request);

    expect(answer?.status).toBe(status);
    expect(more).toEqual([]);
    const path = /^\w+ (\S+)/.exec(request)?.[1] ?? '';
    const isUnread = request.length > 20_000 || !/^[A-Z]+ \S+ HTTP/.test(request);
    expectProtected(answer ?? { headers: new Map() }, (PAGE.test(path) || path === '/missing.js') && !isUnread);
    if (status >= 400) expect(answer?.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
    if (status >= 400) expect(answer?.body).not.toMatch(/ at .+\(|node_modules|SELECT |\/src\//);
  });

  it('hold for a file, which may run nowhere', async () => {
    const client = new HttpClient(api.url);
    const { applicationId, editor } = await driveToState(client, 'DRAFT');
    const path = `/applications/${applicationId}/attachments`;
    const { body } = await client.upload<{ id: string }>(path, aConcept(), { kind: 'OTHER' }, { as: editor });

    const { headers } = await client.get(`${path}/${body.id}/content`, { as: editor });

    expectProtected({ headers: new Map(headers) }, false);
    expect(headers.get('content-security-policy')).toContain('sandbox');
    expect(headers.get('content-disposition')).toMatch(/^attachment; /);
  }, 30_000);

  it('hold for refusals and lists of those who are signed in', async () => {
    const client = new HttpClient(api.url);
    const answers = await Promise.all([
      client.get('/applications', { as: PERSONAS.caseWorker }),
      client.get('/applications/11111111-2222-4333-8444-555555555555', { as: PERSONAS.caseWorker }),
      client.get('/accounts', { as: PERSONAS.caseWorker }),
    ]);

    expect(answers.map(({ status }) => status)).toEqual([200, 404, 403]);
    for (const { headers } of answers) expectProtected({ headers: new Map(headers) }, false);
  });

  it('hold when the database is gone', async () => {
    const away = { WIR_PUBLIC_ORIGIN: 'https://portal.example' };
    const lonely = await startApi(database, { settings: away });
    const app = new URL(database.urls.app).username;
    try {
      await database.owner.query(`REVOKE CONNECT ON DATABASE ${database.name} FROM ${app}`);
      await database.app
        .query('SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = current_user')
        .catch(() => undefined);
      const [ready] = await rawHttp(lonely.port, requestText('GET /health/ready'));

      expect(ready?.status).toBe(503);
      expectProtected(ready ?? { headers: new Map() }, false);
    } finally {
      await database.owner.query(`GRANT CONNECT ON DATABASE ${database.name} TO ${app}`);
      await lonely.stop();
    }
  }, 30_000);

  it('give each page a nonce of its own and let nothing else carry style', async () => {
    const policies = await Promise.all([1, 2].map(() => rawHttp(api.port, requestText('GET /'))));
    const nonces = policies.map(([answer]) => {
      const nonce = /style-src 'self' 'nonce-([^']+)'/.exec(answer?.headers.get('content-security-policy') ?? '')?.[1];
      expect(answer?.body.toLowerCase()).toContain(`ngcspnonce="${nonce?.toLowerCase()}"`);
      return nonce;
    });

    expect(new Set(nonces).size).toBe(2);
    expect(policies[0]?.[0]?.headers.get('content-security-policy')).toMatch(
      /base-uri 'none';.*require-trusted-types-for 'script'; trusted-types angular angular#bundler default;/,
    );
  });
});
