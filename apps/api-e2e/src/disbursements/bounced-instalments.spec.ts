import { aReturnFile, continueTo, driveToState, PERSONAS, type Journey } from '@wir/shared/testing';
import { useApi } from '../use-api';

interface Request {
  readonly id: string;
  readonly state: string;
  readonly amountCents: number;
}

const WORKER = { as: PERSONAS.caseWorker };

describe('a scheduled instalment that bounces', () => {
  const api = useApi();
  let journey: Journey;
  beforeAll(async () => {
    journey = await driveToState(api.client, 'BANK_CONFIRMED', { applicant: 'WI', years: [2026] });
    const path = `/awards/${journey.awardId}`;
    const { body: award } = await api.client.get<{ version: number }>(path, WORKER);
    const { body } = await api.client.get<{ proposal: object[] }>(`${path}/instalments`, WORKER);
    await api.client.put(`${path}/instalments`, { instalments: body.proposal }, { ...WORKER, ifMatch: award.version });
    await moveTo('2026-03-03');
  }, 60_000);

  const moveTo = (day: string): Promise<unknown> =>
    api.client.put('/demo/clock', { now: `${day}T10:00:00+01:00` }, { ...WORKER, ifMatch: 1 });
  const requests = async (): Promise<Request[]> =>
    (
      await api.client.get<{ items: Request[] }>(
        `/disbursement-requests?awardId=${journey.awardId}&sort=requestNumber`,
        WORKER,
      )
    ).body.items;
  const linked = async (): Promise<(string | null)[]> =>
    (
      await api.client.get<{ items: { requestId: string | null }[] }>(`/awards/${journey.awardId}/instalments`, WORKER)
    ).body.items.map(({ requestId }) => requestId);
  const bounce = async (): Promise<void> => {
    const row = {
      orderNumber: journey.orderNumber,
      status: 'FAILED',
      amountCents: 6_000_000,
      reason: 'Konto erloschen',
      valueDate: '',
      documentNumber: '',
    };
    await api.client.upload('/payment-returns', aReturnFile([row]), {}, { as: PERSONAS.budgetOfficer });
  };
  const exportRequest = async (id: string): Promise<void> => {
    journey.requestId = id;
    journey.reached = 'REQUEST_DRAFT';
    await continueTo(journey, 'EXPORTED');
  };

  it('is asked for anew by the job, in place of the bounced request', async () => {
    const [drafted] = await requests();
    await exportRequest(drafted?.id ?? '');
    await bounce();
    expect((await requests()).map(({ state }) => state)).toEqual(['FAILED']);
    expect(await linked()).toEqual([null, null]);

    await moveTo('2026-03-04');

    const [before, after, ...more] = await requests();
    expect([before?.state, after?.state, more.length]).toEqual(['CANCELLED', 'DRAFT', 0]);
    expect(await linked()).toEqual([after?.id, null]);
  });

  it('is not asked for a second time when the municipality was faster', async () => {
    const [, drafted] = await requests();
    await exportRequest(drafted?.id ?? '');
    await bounce();
    await api.client.post(`/disbursement-requests/${drafted?.id}/submission`, {}, { as: journey.signatory });

    await moveTo('2026-03-05');

    expect((await requests()).map(({ state }) => state)).toEqual(['CANCELLED', 'SUBMITTED']);
    expect(await linked()).toEqual([drafted?.id, null]);
  });
});
