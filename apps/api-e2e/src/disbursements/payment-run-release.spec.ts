import { createHash } from 'node:crypto';
import {
  driveToState,
  PERSONAS,
  startApi,
  HttpClient,
  type Answer,
  type Journey,
  type RunningApi,
} from '@wir/shared/testing';
import { expectProblem } from '../expect-problem';
import { itRefusesStrangers } from '../guarded-route';
import { useApi } from '../use-api';
import { moreInstalments } from './more-instalments';

interface Action {
  readonly action: string;
  readonly allowed: boolean;
  readonly reasonCode: string | null;
}
interface Run {
  readonly id: string;
  readonly runNumber: string;
  readonly state: string;
  readonly checksum: string;
  readonly release: string;
  readonly releasedBy: string | null;
  readonly takenBackReason: string | null;
  readonly files: readonly { readonly format: string; readonly sha256: string }[];
  readonly orders: readonly { readonly orderNumber: string; readonly state: string; readonly iban: string }[];
  readonly actions: readonly Action[];
}

const { paymentOrderer, paymentOrdererSecond, budgetOfficer, auditor, headOfUnit, caseWorker } = PERSONAS;

describe('a payment run between two persons', () => {
  const api = useApi();
  let journey: Journey;
  let orders: Journey[];
  beforeAll(async () => {
    journey = await driveToState(api.client, 'BANK_CONFIRMED', { applicant: 'RUE' });
    orders = await moreInstalments(journey, [1_000_001, 1_000_002, 1_000_003, 1_000_004, 1_000_005], 'ORDERED');
  }, 60_000);
  const post = <T = Run>(path: string, body: object, as: string): Promise<Answer<T>> =>
    api.client.post<T>(path, body, { as });
  const idAt = (index: number): string => String(orders[index]?.orderId);
  const freeze = async (...indexes: number[]): Promise<Run> => {
    const answer = await post('/payment-runs', { orderIds: indexes.map(idAt), freezeOnly: true }, paymentOrderer);
    expect(answer.status).toBe(201);
    return answer.body;
  };
  const runOf = async (id: string, as: string): Promise<Run> =>
    (await api.client.get<Run>(`/payment-runs/${id}`, { as })).body;

  it('is frozen first: the orders belong to it, nothing has left, and nobody cancels one of them', async () => {
    const run = await freeze(0, 1);

    expect(run).toMatchObject({ state: 'FROZEN', release: 'SECOND_PERSON', files: [], releasedBy: null });
    expect(run.orders.map(({ state }) => state)).toEqual(['ORDERED', 'ORDERED']);
    for (const format of ['pain.001', 'csv', 'pdf'])
      expectProblem(
        await api.client.get(`/payment-runs/${run.id}/file?format=${format}`, { as: auditor }),
        409,
        'payment-run.not-exported',
      );
    const { requestId, orderId } = orders[0] as Journey;
    expectProblem(
      await post(`/disbursement-requests/${requestId}/cancellation`, { reason: 'doppelt' }, paymentOrderer),
      409,
      'disbursement.in-payment-run',
      { runNumber: run.runNumber },
    );
    const request = await api.client.get<{ actions: Action[] }>(`/disbursement-requests/${requestId}`, {
      as: paymentOrderer,
    });
    expect(request.body.actions.find(({ action }) => action === 'cancel')).toMatchObject({
      allowed: false,
      reasonCode: 'disbursement.in-payment-run',
    });
    expectProblem(
      await post('/payment-runs', { orderIds: [orderId] }, paymentOrdererSecond),
      409,
      'payment-run.order-not-open',
    );
    expect(await runOf(run.id, paymentOrderer)).toMatchObject({
      actions: [
        { action: 'export', allowed: false, reasonCode: 'payment-run.same-person' },
        { action: 'takeBack', allowed: true },
      ],
    });
  });

  it('is released by another person only, once, with all three files', async () => {
    const { items } = (await api.client.get<{ items: Run[] }>('/payment-runs', { as: auditor })).body;
    const run = items[0] as Run;
    const release = (as: string): Promise<Answer<Run>> => post(`/payment-runs/${run.id}/export`, {}, as);

    expectProblem(await release(paymentOrderer), 403, 'payment-run.same-person');
    for (const as of [caseWorker, headOfUnit, auditor]) expectProblem(await release(as), 403, 'auth.forbidden');
    const [one, two] = await Promise.all([release(paymentOrdererSecond), release(budgetOfficer)]);

    const [won, lost] = one.status === 200 ? [one, two] : [two, one];
    expect(won).toMatchObject({ status: 200, body: { state: 'EXPORTED', checksum: run.checksum } });
    expect(won.body.actions.map(({ reasonCode }) => reasonCode)).toContain('payment-run.not-frozen');
    expectProblem(lost, 409, 'payment-run.not-frozen');
    expect(won.body.releasedBy).toBeTruthy();
    expect(won.body.files.map(({ format }) => format)).toEqual(['pain.001', 'csv', 'pdf']);
    for (const { format, sha256 } of won.body.files) {
      const { bytes } = await api.client.get(`/payment-runs/${run.id}/file?format=${format}`, { as: auditor });
      expect(createHash('sha256').update(bytes).digest('hex')).toBe(sha256);
      if (format === 'pdf') expect(bytes.subarray(0, 5).toString()).toBe('%PDF-');
    }
    expectProblem(
      await post(`/payment-runs/${run.id}/taking-back`, { reason: 'zu spät' }, paymentOrderer),
      409,
      'payment-run.not-frozen',
    );
  });

  it('is taken back before the release, and its orders go into the next one', async () => {
    const run = await freeze(2);
    const back = (as: string, reason = 'falscher Tag'): Promise<Answer<Run>> =>
      post(`/payment-runs/${run.id}/taking-back`, { reason }, as);

    expectProblem(await back(budgetOfficer), 403, 'auth.forbidden');
    expectProblem(await back(paymentOrderer, ''), 400, 'input.invalid');
    const answer = await back(paymentOrderer);

    expect(answer).toMatchObject({ status: 200, body: { state: 'TAKEN_BACK', takenBackReason: 'falscher Tag' } });
    expect(answer.body.orders).toHaveLength(1);
    expectProblem(await post(`/payment-runs/${run.id}/export`, {}, budgetOfficer), 409, 'payment-run.not-frozen');
    expect(await post('/payment-runs', { orderIds: [idAt(2)] }, paymentOrderer)).toMatchObject({
      status: 201,
      body: { state: 'EXPORTED', release: 'ONE_STEP' },
    });
  });

  it('is not released while one of its payouts is blocked', async () => {
    const run = await freeze(3);
    const block = { awardId: journey.awardId, reasonCode: 'MANUAL', reason: 'Prüfung' };
    const set = await post<{ id: string }>('/payment-blocks', block, caseWorker);

    expectProblem(await post(`/payment-runs/${run.id}/export`, {}, budgetOfficer), 409, 'payment-run.order-blocked', {
      orderNumbers: [String(orders[3]?.orderNumber)],
    });
    await post(`/payment-blocks/${set.body.id}/lifting`, { reason: 'geklärt' }, headOfUnit);
    expect(await post(`/payment-runs/${run.id}/export`, {}, budgetOfficer)).toMatchObject({ status: 200 });
  });

  it('answers a repetition with the stored answer, and another content under its key with a refusal', async () => {
    const idempotencyKey = crypto.randomUUID();
    const body = { orderIds: [idAt(4)] };
    const call = (content: object): Promise<Answer<Run>> =>
      api.client.post<Run>('/payment-runs', content, { as: paymentOrderer, idempotencyKey });
    const answers = await Promise.all([call(body), call(body), call(body)]);

    expect(new Set(answers.map(({ status, body: { id } }) => `${status} ${id}`)).size).toBe(1);
    expectProblem(await call({ dueUntil: '2026-12-31' }), 422, 'idempotency.key-reused');
    const { rows } = await api.database.owner.query<{ runs: number }>(
      'SELECT count(*)::int AS runs FROM disbursements.payment_run_line WHERE payment_order_id = $1',
      [idAt(4)],
    );
    expect(rows).toEqual([{ runs: 1 }]);
  });

  describe('its routes', () => {
    const shared = { method: 'post', notFound: 'payment-run.not-found' } as const;
    const any = async (): Promise<string> =>
      String((await api.client.get<{ items: Run[] }>('/payment-runs', { as: auditor })).body.items[0]?.id);
    let id = '';
    beforeAll(async () => {
      id = await any();
    });
    describe('export', () =>
      itRefusesStrangers(
        api,
        { ...shared, as: budgetOfficer, notFor: caseWorker, path: (run) => `/payment-runs/${run}/export` },
        () => id,
      ));
    describe('taking back', () =>
      itRefusesStrangers(
        api,
        {
          ...shared,
          as: paymentOrderer,
          notFor: headOfUnit,
          path: (run) => `/payment-runs/${run}/taking-back`,
          body: { reason: 'x' },
        },
        () => id,
      ));
  });
});

describe('an environment that wants two persons', () => {
  const api = useApi();
  let strict: RunningApi;
  beforeAll(async () => {
    strict = await startApi(api.database, { settings: { WIR_PAYMENT_RUN_RELEASE: 'second-person' } });
  }, 60_000);
  afterAll(() => strict.stop());

  it('freezes only, whatever the caller asks for', async () => {
    const journey = await driveToState(api.client, 'ORDERED', { applicant: 'WI' });
    const client = new HttpClient(strict.url);

    const run = await client.post<Run>('/payment-runs', { orderIds: [journey.orderId] }, { as: paymentOrderer });

    expect(run).toMatchObject({ status: 201, body: { state: 'FROZEN', files: [] } });
    expect(await client.post<Run>(`/payment-runs/${run.body.id}/export`, {}, { as: budgetOfficer })).toMatchObject({
      status: 200,
      body: { state: 'EXPORTED', orders: [{ state: 'EXPORTED' }] },
    });
  });

  it('has the rule in the database too', async () => {
    const released = `UPDATE disbursements.payment_run SET state = 'EXPORTING', files = '[{}]', released_at = now(), released_by_person_id = created_by_person_id,
      version = version + 1 WHERE id = $1`;
    const journey = await driveToState(api.client, 'ORDERED', { applicant: 'KS' });
    const body = { orderIds: [journey.orderId], freezeOnly: true };
    const run = await api.client.post<Run>('/payment-runs', body, { as: paymentOrderer });
    const owner = (sql: string): Promise<unknown> => api.database.owner.query(sql, [run.body.id]);

    await expect(owner(released)).rejects.toMatchObject({ constraint: 'payment_run_released_by_other_person' });
    await expect(
      owner(
        `UPDATE disbursements.payment_order SET state = 'EXPORTED', version = version + 1 WHERE payment_run_id = $1`,
      ),
    ).rejects.toMatchObject({ constraint: 'payment_order_leaves_with_run' });
    await expect(
      owner(
        `UPDATE disbursements.payment_order SET payment_run_id = NULL, version = version + 1 WHERE payment_run_id = $1`,
      ),
    ).rejects.toMatchObject({ constraint: 'payment_order_one_live_run' });
    await expect(
      owner(
        `UPDATE disbursements.payment_order SET state = 'CANCELLED', version = version + 1 WHERE payment_run_id = $1`,
      ),
    ).rejects.toMatchObject({ constraint: 'payment_order_not_cancelled_in_run' });
  });
});
