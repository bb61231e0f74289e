import { Agent, request, type IncomingMessage } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';
import { HttpClient, PERSONAS, startApi, useTestDatabase, type RunningApi } from '@wir/shared/testing';

const RUNS = 4;
const IN_FLIGHT = 50;

jest.setTimeout(120_000);

interface Outcome {
  readonly status: number | null;
  readonly connection: string | undefined;
  readonly error: string | null;
}

/** On a connection of its own or of the agent, with the very errors a client sees. */
function get(url: string, token: string, agent?: Agent): Promise<Outcome> {
  return new Promise((resolve) => {
    const headers = { Authorization: `Bearer ${token}` };
    const call = request(url, { headers, agent }, (answer: IncomingMessage) => {
      answer.resume();
      answer.once('end', () =>
        resolve({ status: answer.statusCode ?? null, connection: answer.headers.connection, error: null }),
      );
      answer.once('error', (error) => resolve({ status: null, connection: undefined, error: error.message }));
    });
    call.once('error', (error) => resolve({ status: null, connection: undefined, error: error.message }));
    call.end();
  });
}

/** K14: SIGTERM while fifty requests are on their way, several times. */
describe('the end of an API process', () => {
  const database = useTestDatabase({ seed: 'base' });

  /** Requests that cannot be answered before the lock is gone: they are all in flight when the signal comes. */
  async function whileBlocked(work: () => Promise<void>): Promise<void> {
    const client = await database.owner.connect();
    try {
      await client.query('BEGIN');
      await client.query('LOCK TABLE programme.funding_call IN ACCESS EXCLUSIVE MODE');
      await work();
    } finally {
      await client.query('ROLLBACK');
      client.release();
    }
  }

  async function ended(api: RunningApi): Promise<number> {
    const started = performance.now();
    while (isAlive(api.pid)) await delay(20);
    return performance.now() - started;
  }

  it('answers all that was accepted, closes every connection and is gone within ten seconds', async () => {
    for (let run = 0; run < RUNS; run += 1) {
      const api = await startApi(database);
      const client = new HttpClient(api.url);
      const token = await client.token(PERSONAS.caseWorker);
      const agent = new Agent({ keepAlive: true, maxSockets: IN_FLIGHT });
      let outcomes: Promise<Outcome[]> = Promise.resolve([]);
      let exit: Promise<number> = Promise.resolve(0);

      await whileBlocked(async () => {
        outcomes = Promise.all(Array.from({ length: IN_FLIGHT }, () => get(`${api.url}/api/v1/calls`, token, agent)));
        await untilInFlight(api, IN_FLIGHT);
        process.kill(api.pid, 'SIGTERM');
        exit = ended(api);
        await delay(500);
      });

      const all = await outcomes;
      expect(all.filter(({ error }) => error !== null)).toEqual([]);
      expect(all.map(({ status }) => status)).toEqual(Array.from({ length: IN_FLIGHT }, () => 200));
      expect(all.every(({ connection }) => connection === 'close')).toBe(true);
      expect(await exit).toBeLessThan(10_000);
      agent.destroy();
    }
  });

  it('says first that it is not ready, while it still accepts', async () => {
    const api = await startApi(database, { settings: { WIR_DRAIN_SECONDS: '1' } });
    const client = new HttpClient(api.url);
    const token = await client.token(PERSONAS.caseWorker);
    process.kill(api.pid, 'SIGTERM');
    await delay(200);

    expect((await get(`${api.url}/health/ready`, token)).status).toBe(503);
    expect((await get(`${api.url}/health/live`, token)).status).toBe(200);
    expect((await get(`${api.url}/api/v1/calls`, token)).status).toBe(200);
    expect(await ended(api)).toBeLessThan(10_000);
  });
});

/** What was accepted is what the process itself counts, not what a client believes to have sent. */
async function untilInFlight(api: RunningApi, wanted: number): Promise<void> {
  for (let tries = 0; tries < 100; tries += 1) {
    const figures = await (await fetch(`${api.url}/metrics`)).text();
    // This question is one of them.
    if (Number(/^wir_requests_in_flight (\d+)/m.exec(figures)?.[1] ?? 0) > wanted) return;
    await delay(10);
  }
  throw new Error('The requests did not arrive');
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
