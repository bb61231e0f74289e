import { driveToState, PERSONAS, type Journey } from '@wir/shared/testing';
import { itRefusesStrangers } from '../guarded-route';
import { useApi } from '../use-api';

describe('POST /applications/{id}/completeness', () => {
  const api = useApi();
  let journey: Journey;

  beforeAll(async () => {
    journey = await driveToState(api.client, 'SUBMITTED');
  }, 60_000);

  it('200: begins the review and gives the case to the case worker', async () => {
    const answer = await api.client.post(
      `/applications/${journey.applicationId}/completeness`,
      {},
      { as: PERSONAS.caseWorkerSecond },
    );

    expect(answer).toMatchObject({ status: 200, body: { state: 'UNDER_REVIEW', assigneeName: 'Tobias Krämer' } });
  });

  it('409: refuses a second time', async () => {
    expect(
      await api.client.post(`/applications/${journey.applicationId}/completeness`, {}, { as: PERSONAS.caseWorker }),
    ).toMatchObject({ status: 409, body: { code: 'application.wrong-state' } });
  });

  it('400: takes no members', async () => {
    expect(
      await api.client.post(
        `/applications/${journey.applicationId}/completeness`,
        { done: true },
        { as: PERSONAS.caseWorker },
      ),
    ).toMatchObject({ status: 400, body: { code: 'input.invalid' } });
  });

  const route = {
    method: 'post',
    path: (id: string) => `/applications/${id}/completeness`,
    as: PERSONAS.caseWorker,
    notFor: PERSONAS.auditor,
  } as const;
  itRefusesStrangers(api, route, () => journey.applicationId);
});
