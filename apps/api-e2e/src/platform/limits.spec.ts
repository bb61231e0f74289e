import { PERSONAS, startApi, useTestDatabase, HttpClient, type RunningApi } from '@wir/shared/testing';
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { rawHttp, requestText } from './raw-http';

const LOGIN = 'POST /api/v1/auth/login';
const JSON_TYPE = { 'Content-Type': 'application/json' };
const chunked = (chunk: string, times: number): string =>
  `${`${chunk.length.toString(16)}\r\n${chunk}\r\n`.repeat(times)}0\r\n\r\n`;

describe('limits of requests', () => {
  const database = useTestDatabase({ seed: 'base' });
  let api: RunningApi;
  beforeAll(async () => {
    api = await startApi(database);
  }, 60_000);
  afterAll(() => api?.stop());

  const residentMebibytes = (): number =>
    Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${api.pid}/status`, 'utf8'))?.[1] ?? 0) / 1024;
  const statusOf = async (request: string | Buffer): Promise<number | undefined> =>
    (await rawHttp(api.port, request))[0]?.status;

  it.each([
    ['101 KB', requestText(LOGIN, { ...JSON_TYPE, 'Content-Length': '103424' }, `"${'x'.repeat(103_422)}"`), 413],
    [
      '10 MB in chunks, without a length',
      requestText(LOGIN, { ...JSON_TYPE, 'Transfer-Encoding': 'chunked' }, chunked('x'.repeat(65_536), 160)),
      413,
    ],
    [
      'a length and chunks',
      requestText(LOGIN, { ...JSON_TYPE, 'Content-Length': '2', 'Transfer-Encoding': 'chunked' }, chunked('{}', 1)),
      400,
    ],
    ['two lengths', `${LOGIN} HTTP/1.1\r\nHost: p\r\nContent-Length: 2\r\nContent-Length: 20\r\n\r\n{}`, 400],
    ['a length that is no number', requestText(LOGIN, { ...JSON_TYPE, 'Content-Length': '2x' }, '{}'), 400],
    [
      'chunks of an unknown kind',
      requestText(LOGIN, { ...JSON_TYPE, 'Transfer-Encoding': 'xchunked' }, chunked('{}', 1)),
      400,
    ],
    ['a header with a blank before its colon', `${LOGIN} HTTP/1.1\r\nHost: p\r\nContent-Length : 2\r\n\r\n{}`, 400],
    ['a folded header', `GET /health/live HTTP/1.1\r\nHost: p\r\nX-A: 1\r\n 2\r\n\r\n`, 400],
    ['a line that ends alone', `GET /health/live HTTP/1.1\nHost: p\n\n`, 400],
  ])('refuses %s', async (_what, request, status) => {
    expect(await statusOf(request)).toBe(status);
  });

  it('takes bytes behind the length for a request of their own, which nobody can read', async () => {
    const answers = await rawHttp(
      api.port,
      `${LOGIN} HTTP/1.1\r\nHost: p\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n{}GET /api/v1/me HTTP/1.1`,
      1_000,
    );

    expect(answers[0]?.status).toBe(400);
    expect(answers.filter(({ status }) => status === 200)).toEqual([]);
  });

  it('unpacks nothing: a bomb of 200 MB costs less than 50 MB of memory', async () => {
    const bomb = gzipSync(Buffer.alloc(200 * 1024 * 1024), { level: 9 });
    const before = residentMebibytes();

    const small = bomb.subarray(0, 90_000);
    const whole = await fetch(`${api.url}/api/v1/auth/login`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'content-encoding': 'gzip' },
      body: small,
    });
    const [large] = await rawHttp(
      api.port,
      Buffer.concat([
        Buffer.from(
          requestText(LOGIN, { ...JSON_TYPE, 'Content-Encoding': 'gzip', 'Content-Length': String(bomb.length) }),
        ),
        bomb,
      ]),
    );

    expect(whole.status).toBe(415);
    expect([413, 415]).toContain(large?.status);
    expect(residentMebibytes() - before).toBeLessThan(50);
  });

  it.each([100, 1_000, 5_000, 20_000])(
    'refuses objects and arrays %d deep before anything reads them',
    async (depth) => {
      const client = new HttpClient(api.url);
      const options = { as: PERSONAS.caseWorker, headers: { 'content-type': 'application/json' } };
      const bodies = [`${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`, `${'['.repeat(depth)}${']'.repeat(depth)}`];
      for (const body of bodies.filter(({ length }) => length < 100_000)) {
        const answer = await client.post<{ code: string }>('/applications', body, options);
        expect([answer.status, answer.body.code]).toEqual([400, 'input.too-deep']);
      }
    },
  );
});
