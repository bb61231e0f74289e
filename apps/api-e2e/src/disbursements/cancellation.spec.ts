import { driveToState, PERSONAS, type Journey } from '@wir/shared/testing';
import { expectProblem } from '../expect-problem';
import { itRefusesStrangers } from '../guarded-route';
import { useApi } from '../use-api';

describe('POST /disbursement-requests/{id}/cancellation', () => {
  const api = useApi();
  let journey: Journey;
  beforeAll(async () => {
    journey = await driveToState(api.client, 'ORDERED', { applicant: 'WI' });
  });
  const cancel = (id: string, as: string, body: object = {}): ReturnType<typeof api.client.post> =>
    api.client.post(`/disbursement-requests/${id}/cancellation`, body, { as });
  const committed = async (): Promise<number | undefined> => {
    const { body } = await api.client.get<{ years: { year: number; committedCents: number }[] }>('/budget', {
      as: PERSONAS.budgetOfficer,
    });
    return body.years.find(({ year }) => year === 2026)?.committedCents;
  };

  itRefusesStrangers(
    api,
    {
      method: 'post',
      path: (id) => `/disbursement-requests/${id}/cancellation`,
      as: PERSONAS.paymentOrderer,
      notFor: PERSONAS.caseWorker,
      notFound: 'disbursement.not-found',
    },
    () => journey.requestId,
  );

  it('gives the money of an order back to the commitment', async () => {
    expectProblem(await cancel(journey.requestId, journey.editor), 409, 'disbursement.wrong-state');
    expect(await committed()).toBe(6_000_000);

    expect(await cancel(journey.requestId, PERSONAS.paymentOrderer, { reason: 'Doppelt angefordert' })).toMatchObject({
      status: 200,
      body: { state: 'CANCELLED' },
    });

    expect(await committed()).toBe(12_000_000);
    const orders = await api.client.get<{ items: object[] }>('/payment-orders', { as: PERSONAS.paymentOrderer });
    expect(orders.body.items).toMatchObject([{ state: 'CANCELLED' }]);
    expectProblem(await cancel(journey.requestId, PERSONAS.paymentOrderer), 409, 'disbursement.wrong-state');
    expectProblem(
      await api.client.post('/payment-runs', { orderIds: [journey.orderId] }, { as: PERSONAS.paymentOrderer }),
      409,
      'payment-run.order-not-open',
    );
  });

  it('lets a municipality discard its own draft', async () => {
    const body = { year: 2026, amountCents: 1, neededUntil: '2026-05-31' };
    const made = await api.client.post<{ id: string }>(`/awards/${journey.awardId}/disbursement-requests`, body, {
      as: journey.editor,
    });

    expectProblem(await cancel(made.body.id, 'antrag@da.wir.example'), 404, 'disbursement.not-found');
    expect(await cancel(made.body.id, journey.editor)).toMatchObject({ status: 200, body: { state: 'CANCELLED' } });
  });

  it('comes too late once the order is with the bank', async () => {
    const other = await driveToState(api.client, 'EXPORTED', { applicant: 'KS' });

    expectProblem(await cancel(other.requestId, PERSONAS.paymentOrderer), 409, 'disbursement.wrong-state');
  });
});
