import type { Server } from 'node:http';
import { connect, type AddressInfo, type Socket } from 'node:net';
import { readSettings } from '@wir/shared/api';
import { GuardedAdapter, SERVER_LIMITS } from './guarded-adapter';

/** The limits of operation with another clock: what takes 30 s there takes half a second here. */
const QUICK = {
  ...SERVER_LIMITS,
  headersTimeout: 250,
  requestTimeout: 500,
  keepAliveTimeout: 300,
  connectionsCheckingInterval: 50,
  timeout: 400,
  maxConnections: 60,
};
const LARGE = Buffer.alloc(64 * 1024 * 1024);

describe('a server that people are slow with', () => {
  let server: Server;
  let port: number;
  const sockets = new Set<Socket>();
  beforeEach(async () => {
    const adapter = new GuardedAdapter(readSettings({ WIR_MODE: 'demo' }), QUICK);
    adapter.getInstance<{ use: (handle: unknown) => void }>().use(answer);
    adapter.initHttpServer({});
    server = adapter.getHttpServer() as Server;
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    port = (server.address() as AddressInfo).port;
  });
  afterEach(async () => {
    for (const socket of sockets) socket.destroy();
    sockets.clear();
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });

  function answer(
    request: { url: string; on: (event: string, act: () => void) => void },
    response: { end: (body?: Buffer | string) => void },
  ): void {
    if (request.url === '/large') response.end(LARGE);
    else if (request.url === '/body') request.on('end', () => response.end('read'));
    else response.end('well');
  }

  /** What came back, and after how many milliseconds the server had enough. */
  function talk(first: string, drip = '', reads = true): Promise<{ text: string; ms: number }> {
    const started = performance.now();
    return new Promise((resolve) => {
      let text = '';
      const socket = connect(port, '127.0.0.1').on('error', () => undefined);
      sockets.add(socket);
      socket.write(first);
      const timer = drip ? setInterval(() => socket.write(drip), 40) : undefined;
      if (reads) socket.on('data', (chunk: Buffer) => (text += chunk.toString('latin1')));
      else socket.pause();
      socket.once('close', () => {
        clearInterval(timer);
        resolve({ text, ms: performance.now() - started });
      });
    });
  }

  const well = async (): Promise<void> => {
    expect((await talk('GET /well HTTP/1.1\r\nHost: p\r\nConnection: close\r\n\r\n')).text).toContain('well');
  };

  const connections = (): Promise<number> =>
    new Promise((resolve) => server.getConnections((_error, count) => resolve(count)));

  it('has these limits in operation', () => {
    expect(SERVER_LIMITS).toMatchObject({
      headersTimeout: 15_000,
      requestTimeout: 30_000,
      keepAliveTimeout: 10_000,
      timeout: 30_000,
      maxConnections: 1_000,
      maxHeaderSize: 16_384,
    });
  });

  it('ends slow heads and slow bodies, tells them so, and serves others meanwhile', async () => {
    const heads = Array.from({ length: 20 }, () => talk('POST /body HTTP/1.1\r\nHost: p\r\n', 'X: 1\r\n'));
    const bodies = Array.from({ length: 20 }, () =>
      talk('POST /body HTTP/1.1\r\nHost: p\r\nContent-Length: 9000\r\n\r\n', ' '),
    );
    let isOver = false;
    const all = Promise.all([...heads, ...bodies]).finally(() => (isOver = true));
    await well();
    const servedMeanwhile = !isOver;
    const ended = await all;

    expect(servedMeanwhile).toBe(true);
    expect(ended.filter(({ text }) => !text.startsWith('HTTP/1.1 408 '))).toEqual([]);
    expect(ended[0]?.text).toMatch(/Content-Security-Policy: default-src 'none'.*"code":"input.too-slow"/s);
  });

  it('ends readers that do not read', async () => {
    const gone = new Promise<void>((resolve) =>
      server.once('connection', (socket: Socket) => socket.once('close', () => resolve())),
    );
    void talk('GET /large HTTP/1.1\r\nHost: p\r\n\r\n', '', false);
    // Without the limit the connection would stay, and the test with it.
    await gone;
  });

  it('ends connections that nobody uses any more', async () => {
    // The end of the connection is what is waited for.
    expect((await talk('GET /well HTTP/1.1\r\nHost: p\r\n\r\n')).text).toContain('well');
  });

  it('keeps so many connections and drops the next', async () => {
    const limit = QUICK.maxConnections;
    const dropped = new Promise<void>((resolve) => server.once('drop', () => resolve()));
    for (let count = 0; count <= limit; count += 1)
      sockets.add(connect(port, '127.0.0.1').on('error', () => undefined));
    await dropped;

    for (const socket of sockets) socket.destroy();
    while ((await connections()) > 0) await new Promise((resolve) => setImmediate(resolve));
    await well();
  });
});
