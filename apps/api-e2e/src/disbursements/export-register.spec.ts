import { createHash } from 'node:crypto';
import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  asSuperuser,
  driveToState,
  HttpClient,
  PERSONAS,
  startApi,
  type Journey,
  type RunningApi,
} from '@wir/shared/testing';
import { expectProblem } from '../expect-problem';
import { useApi } from '../use-api';
import { moreInstalments } from './more-instalments';

interface Run {
  readonly id: string;
  readonly runNumber: string;
  readonly state: string;
  readonly release: string;
  readonly files: readonly { readonly format: string }[];
  readonly orders: readonly { readonly orderNumber: string; readonly state: string }[];
}
interface Register {
  readonly ok: boolean;
  readonly entryCount: number;
  readonly damagedLine: number | null;
  readonly missingRunNumbers: readonly string[];
}
interface Entry {
  readonly runNumber: string;
  readonly sumCents: number;
  readonly orders: readonly { readonly orderNumber: string; readonly amountCents: number; readonly iban: string }[];
  readonly previous: string;
}

const { paymentOrderer, budgetOfficer, auditor, caseWorker } = PERSONAS;
const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** K11: a database that was restored to a moment before an export does not pay a second time. */
describe('the register of exports outside the database', () => {
  const api = useApi();
  let orders: Journey[];
  let restored: RunningApi | undefined;
  let past: HttpClient;
  const copy = (): string => `${api.database.name}_past`;
  const file = (): string => join(api.database.dataDir, 'exports', 'register.jsonl');
  const lines = (): Entry[] =>
    readFileSync(file(), 'utf8')
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as Entry);
  const idAt = (index: number): string => String(orders[index]?.orderId);
  const post = <T>(client: HttpClient, path: string, body: object, as: string): ReturnType<typeof client.post<T>> =>
    client.post<T>(path, body, { as });
  const register = async (client: HttpClient, as: string = auditor): Promise<Register> =>
    (await client.get<Register>('/payment-runs/register', { as })).body;
  const reconcile = (client: HttpClient, as: string = budgetOfficer): ReturnType<typeof client.post<object>> =>
    post(client, '/payment-runs/register-reconciliation', {}, as);

  beforeAll(async () => {
    const journey = await driveToState(api.client, 'BANK_CONFIRMED', { applicant: 'RUE' });
    const made = [1_000_001, 1_000_002, 1_000_003, 1_000_004];
    orders = [
      ...(await moreInstalments(journey, made, 'ORDERED')),
      ...(await moreInstalments(journey, [1_000_005], 'REQUEST_CHECKED')),
    ];
    await post(api.client, '/payment-runs', { orderIds: [idAt(0)] }, paymentOrderer);
    await post(api.client, '/payment-runs', { orderIds: [idAt(2)], freezeOnly: true }, paymentOrderer);
    await asSuperuser('postgres', async (client) => {
      for (let attempt = 0; ; attempt += 1) {
        await client.query('SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1', [
          api.database.name,
        ]);
        try {
          await client.query(`CREATE DATABASE ${copy()} TEMPLATE ${api.database.name} STRATEGY FILE_COPY`);
          break;
        } catch (error) {
          if (attempt > 50) throw error;
        }
      }
    });
  }, 90_000);
  afterAll(async () => {
    await restored?.stop();
    await asSuperuser('postgres', (client) => client.query(`DROP DATABASE IF EXISTS ${copy()} WITH (FORCE)`));
  });

  it('has one line per export, each bound to the one before', async () => {
    // After the moment the copy was taken: the frozen run is released, another one made, and a new order given and paid out.
    const { items } = (await api.client.get<{ items: Run[] }>('/payment-runs', { as: auditor })).body;
    const frozen = items.find(({ state }) => state === 'FROZEN');
    expect((await post<Run>(api.client, `/payment-runs/${frozen?.id}/export`, {}, budgetOfficer)).status).toBe(200);
    expect((await post<Run>(api.client, '/payment-runs', { orderIds: [idAt(1)] }, paymentOrderer)).status).toBe(201);
    const last = orders[4] as Journey;
    const ordered = await post<{ order: { id: string } }>(
      api.client,
      `/disbursement-requests/${last.requestId}/order`,
      {},
      paymentOrderer,
    );
    await post<Run>(api.client, '/payment-runs', { orderIds: [ordered.body.order.id] }, paymentOrderer);

    const text = readFileSync(file(), 'utf8').split('\n');
    expect(lines().map(({ runNumber, sumCents }) => [runNumber, sumCents])).toEqual([
      ['WIR-2026-L-00001', 1_000_001],
      ['WIR-2026-L-00002', 1_000_003],
      ['WIR-2026-L-00003', 1_000_002],
      ['WIR-2026-L-00004', 1_000_005],
    ]);
    expect(lines().map(({ previous }) => previous)).toEqual(['', ...text.slice(0, 3).map(sha256)]);
    expect(await register(api.client)).toMatchObject({ ok: true, entryCount: 4, missingRunNumbers: [] });
    expectProblem(await api.client.get('/payment-runs/register', { as: orders[0]?.editor }), 403, 'auth.forbidden');
  });

  it('stops orders, freezing and exports of a database that is older', async () => {
    const urls = Object.fromEntries(
      Object.entries(api.database.urls).map(([role, url]) => [role, url.replace(api.database.name, copy())]),
    ) as typeof api.database.urls;
    restored = await startApi({ urls, dataDir: api.database.dataDir });
    past = new HttpClient(restored.url);
    const newer = { runNumbers: ['WIR-2026-L-00002', 'WIR-2026-L-00003', 'WIR-2026-L-00004'] };

    expect(await register(past)).toMatchObject({ ok: false, missingRunNumbers: newer.runNumbers });
    expectProblem(
      await post(past, `/disbursement-requests/${orders[4]?.requestId}/order`, {}, paymentOrderer),
      423,
      'payment-run.register-newer',
      newer,
    );
    for (const body of [{ orderIds: [idAt(3)] }, { orderIds: [idAt(3)], freezeOnly: true }])
      expectProblem(await post(past, '/payment-runs', body, paymentOrderer), 423, 'payment-run.register-newer', newer);
    const { items } = (await past.get<{ items: Run[] }>('/payment-runs', { as: auditor })).body;
    const frozen = items.find(({ state }) => state === 'FROZEN');
    expectProblem(
      await post(past, `/payment-runs/${frozen?.id}/export`, {}, budgetOfficer),
      423,
      'payment-run.register-newer',
      newer,
    );
  });

  it('is reconciled by the budget officer: what left is exported, what is unknown becomes a discrepancy', async () => {
    for (const as of [paymentOrderer, caseWorker, auditor])
      expectProblem(await reconcile(past, as), 403, 'auth.forbidden');

    const answer = await reconcile(past);

    expect(answer).toMatchObject({ status: 200, body: { adoptedRuns: 2, adoptedOrders: 2, discrepancies: 1 } });
    const { items } = (await past.get<{ items: Run[] }>('/payment-runs?sort=runNumber', { as: auditor })).body;
    expect(items.map((run) => [run.runNumber, run.state, run.release, run.files.length])).toEqual([
      ['WIR-2026-L-00001', 'EXPORTED', 'ONE_STEP', 3],
      ['WIR-2026-L-00002', 'EXPORTED', 'REGISTER', 3],
      ['WIR-2026-L-00003', 'EXPORTED', 'REGISTER', 3],
    ]);
    expect(items.flatMap((run) => run.orders.map(({ state }) => state))).toEqual(['EXPORTED', 'EXPORTED', 'EXPORTED']);
    const open = await past.get<{ items: { kind: string; orderNumber: string; actualCents: number }[] }>(
      '/payment-discrepancies',
      { as: budgetOfficer },
    );
    expect(open.body.items).toEqual([
      expect.objectContaining({ kind: 'REGISTER_UNKNOWN', orderNumber: 'WIR-2026-A-00005', actualCents: 1_000_005 }),
    ]);
    expect(await register(past)).toMatchObject({ ok: true, entryCount: 4 });
    expect((await reconcile(past)).body).toEqual({ adoptedRuns: 0, adoptedOrders: 0, discrepancies: 0 });
  });

  it('never lets a number that left the house be given again', async () => {
    const request = await past.get<{ state: string }>(`/disbursement-requests/${orders[4]?.requestId}`, {
      as: auditor,
    });
    expect(request.body.state).toBe('CHECKED');
    const ordered = await post<{ order: { id: string; orderNumber: string } }>(
      past,
      `/disbursement-requests/${orders[4]?.requestId}/order`,
      {},
      paymentOrderer,
    );
    const run = await post<Run>(past, '/payment-runs', { orderIds: [ordered.body.order.id] }, paymentOrderer);

    expect(ordered.body.order.orderNumber).toBe('WIR-2026-A-00006');
    expect(run).toMatchObject({ status: 201, body: { runNumber: 'WIR-2026-L-00005' } });
  });

  it('forgets a line that a crash cut off, and believes nothing after a line that was changed', async () => {
    const whole = readFileSync(file(), 'utf8');
    appendFileSync(file(), '{"runId":"cut of');
    expect(await register(past)).toMatchObject({ ok: true, entryCount: 5 });
    expect((await post<Run>(past, '/payment-runs', { orderIds: [idAt(3)] }, paymentOrderer)).status).toBe(201);
    expect(lines()).toHaveLength(6);

    writeFileSync(file(), whole.replace('1000002', '1000003'));
    expect(await register(past)).toMatchObject({ ok: false, damagedLine: 4 });
    expectProblem(
      await post(past, '/payment-runs', { dueUntil: '2026-12-31', freezeOnly: true }, paymentOrderer),
      409,
      'payment-run.empty',
    );
    expectProblem(await reconcile(past), 423, 'payment-run.register-damaged', { line: 4 });
  });
});
