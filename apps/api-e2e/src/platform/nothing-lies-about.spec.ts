import { startApi, useTestDatabase, type RunningApi } from '@wir/shared/testing';
import { rawHttp } from './raw-http';

/** ASVS 13.4, 4.1.4 and 16.5.4. */
describe('a running portal', () => {
  const database = useTestDatabase({ seed: 'base' });
  let api: RunningApi;
  beforeAll(async () => {
    api = await startApi(database);
  }, 60_000);
  afterAll(() => api.stop());

  it.each([
    '/.git/HEAD',
    '/.env',
    '/.data/secrets/jwt-key.txt',
    '/package.json',
    '/api/v1/.git/HEAD',
    '/secrets/jwt-key.txt',
    '/main.mjs.map',
    '/..%2f..%2fpackage.json',
    '/%2e%2e/%2e%2e/etc/passwd',
  ])('knows nothing of %s', async (path) => {
    const [answer] = await rawHttp(api.port, `GET ${path} HTTP/1.1\r\nHost: p\r\nConnection: close\r\n\r\n`);

    expect([400, 404]).toContain(answer?.status);
  });

  it.each(['TRACE', 'CONNECT', 'TRACK', 'PROPFIND'])('does not know the method %s', async (method) => {
    const [answer] = await rawHttp(api.port, `${method} /api/v1/me HTTP/1.1\r\nHost: p\r\nConnection: close\r\n\r\n`);

    expect([undefined, 400, 404, 405]).toContain(answer?.status);
    expect(answer?.body ?? '').not.toContain('Host: p');
  });

  it('takes no method from a header', async () => {
    const answer = await fetch(`${api.url}/api/v1/auth/methods`, { headers: { 'X-HTTP-Method-Override': 'DELETE' } });

    expect(answer.status).toBe(200);
  });

  it('tells its figures to the machine only, not through a proxy on it', async () => {
    const headers = { 'X-Forwarded-For': '203.0.113.7' };
    const ready = (await (await fetch(`${api.url}/health/ready`, { headers })).json()) as object;

    expect((await fetch(`${api.url}/metrics`, { headers })).status).toBe(404);
    expect(ready).toEqual({ status: 'ready' });
    expect(await (await fetch(`${api.url}/health/ready`)).json()).toMatchObject({
      status: 'ready',
      parts: { database: { ok: true }, schema: { ok: true, missing: 0 }, disk: { ok: true } },
    });
  });

  it('ends when something failed that nobody caught, and says so in its log', async () => {
    const fault = "data:text/javascript,process.on('SIGUSR2',()=>{setTimeout(()=>{throw new Error('spec')})})";
    const faulty = await startApi(database, { settings: { NODE_OPTIONS: `--import="${fault}"` } });
    process.kill(faulty.pid, 'SIGUSR2');
    const until = Date.now() + 15_000;
    while (isAlive(faulty.pid) && Date.now() < until) await new Promise((resolve) => setTimeout(resolve, 50));

    expect(isAlive(faulty.pid)).toBe(false);
    expect(faulty.output()).toContain('unexpected fault');
  }, 60_000);
});

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
