import { driveToState, HttpClient, PERSONAS, startApi, type Journey, type RunningApi } from '@wir/shared/testing';
import { useApi } from '../use-api';
import { moreInstalments } from './more-instalments';

interface Run {
  readonly orders: readonly { readonly id: string }[];
}

describe('payments with two API processes', () => {
  const api = useApi();
  let second: RunningApi | undefined;
  let clients: readonly [HttpClient, HttpClient];
  let journey: Journey;
  beforeAll(async () => {
    second = await startApi(api.database);
    clients = [api.client, new HttpClient(second.url)];
    journey = await driveToState(api.client, 'BANK_CONFIRMED', { applicant: 'WI' });
    await Promise.all(clients.map((client) => client.token(PERSONAS.paymentOrderer)));
  });
  afterAll(() => second?.stop());
  const clientOf = (index: number): HttpClient => (index % 2 === 0 ? clients[0] : clients[1]);

  it('give one order for one instalment, however often it is ordered at once', async () => {
    const [instalment] = await moreInstalments(journey, [500_000], 'REQUEST_CHECKED');
    const path = `/disbursement-requests/${instalment?.requestId}/order`;
    const as = [PERSONAS.paymentOrderer, PERSONAS.paymentOrdererSecond];

    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        clientOf(index).post(path, {}, { as: as[index % 3 === 0 ? 1 : 0] ?? '' }),
      ),
    );

    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(answers.filter(({ status }) => status === 409)).toHaveLength(19);
    const { rows } = await api.database.owner.query('SELECT count(*)::int AS orders FROM disbursements.payment_order');
    expect(rows).toEqual([{ orders: 1 }]);
  });

  it('give one effect for one key sent at once', async () => {
    const [instalment] = await moreInstalments(journey, [500_000], 'REQUEST_CHECKED');
    const path = `/disbursement-requests/${instalment?.requestId}/order`;
    const options = { as: PERSONAS.paymentOrderer, idempotencyKey: '33333333-3333-4333-8333-333333333333' };

    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, index) => clientOf(index).post(path, {}, options)),
    );

    expect(new Set(answers.map(({ status, body }) => `${status} ${JSON.stringify(body)}`)).size).toBe(1);
    expect(answers[0]).toMatchObject({ status: 200, body: { state: 'ORDERED' } });
  });

  it('export each order once when runs are made side by side', async () => {
    const ordered = await moreInstalments(
      journey,
      [1, 2, 3, 4, 5, 6].map((cents) => 100_000 + cents),
      'ORDERED',
    );
    const open = await api.client.get<{ items: { id: string }[]; total: number }>('/payment-orders?state=ORDERED', {
      as: PERSONAS.paymentOrderer,
    });
    expect(open.body.total).toBe(8);

    const bodies = [
      { dueUntil: '2026-12-31' },
      { dueUntil: '2026-12-31' },
      { orderIds: ordered.map(({ orderId }) => orderId) },
      { orderIds: ordered.map(({ orderId }) => orderId).reverse() },
      { orderIds: [ordered[5]?.orderId, ordered[0]?.orderId] },
      { dueUntil: '2026-12-31' },
    ];
    const answers = await Promise.all(
      bodies.map((body, index) => clientOf(index).post<Run>('/payment-runs', body, { as: PERSONAS.paymentOrderer })),
    );

    expect(answers.every(({ status }) => status === 201 || status === 409)).toBe(true);
    const exported = answers
      .filter(({ status }) => status === 201)
      .flatMap(({ body }) => body.orders.map(({ id }) => id));
    expect(new Set(exported).size).toBe(exported.length);
    const left = await api.client.get<{ items: { id: string }[] }>('/payment-orders?state=ORDERED', {
      as: PERSONAS.paymentOrderer,
    });
    expect([...exported, ...left.body.items.map(({ id }) => id)].sort()).toEqual(
      open.body.items.map(({ id }) => id).sort(),
    );
  });

  it('let a cancellation or the run have the order, never both', async () => {
    const ordered = await moreInstalments(journey, [11, 12, 13, 14], 'ORDERED');

    const answers = await Promise.all([
      ...ordered.map(({ requestId }, index) =>
        clientOf(index).post(`/disbursement-requests/${requestId}/cancellation`, {}, { as: PERSONAS.paymentOrderer }),
      ),
      clientOf(0).post('/payment-runs', { dueUntil: '2026-12-31' }, { as: PERSONAS.paymentOrderer }),
      clientOf(1).post('/payment-runs', { dueUntil: '2026-12-31' }, { as: PERSONAS.paymentOrderer }),
    ]);

    expect(answers.every(({ status }) => [200, 201, 409].includes(status))).toBe(true);
    const { rows } = await api.database.owner.query(
      `SELECT count(*)::int AS wrong FROM disbursements.payment_order o JOIN disbursements.disbursement_request d ON d.id = o.disbursement_request_id
       WHERE o.state <> d.state OR (o.state = 'CANCELLED' AND o.payment_run_id IS NOT NULL)`,
    );
    expect(rows).toEqual([{ wrong: 0 }]);
  });
});
