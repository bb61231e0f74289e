import { applicantEditor, driveToState, PERSONAS, type Answer, type Journey } from '@wir/shared/testing';
import { itRefusesStrangers } from '../guarded-route';
import { useApi } from '../use-api';

describe('PUT /applications/{id}/checks/{checkCode}', () => {
  const api = useApi();
  let journey: Journey;

  beforeAll(async () => {
    journey = await driveToState(api.client, 'UNDER_REVIEW');
  }, 60_000);

  const answer = (
    code: string,
    ifMatch: number,
    body: object = { result: 'YES', note: 'Geprüft.' },
  ): Promise<Answer<object>> =>
    api.client.put(`/applications/${journey.applicationId}/checks/${code}`, body, { as: PERSONAS.caseWorker, ifMatch });

  it('200: answers on version 0 and corrects on its own version', async () => {
    const first = await answer('ECONOMICAL', 0);
    const second = await answer('ECONOMICAL', 1, { result: 'NOT_APPLICABLE', note: '' });

    expect(first).toMatchObject({
      status: 200,
      body: { code: 'ECONOMICAL', result: 'YES', note: 'Geprüft.', answeredBy: 'Sabine Berger', version: 1 },
    });
    expect(first.headers.get('etag')).toBe('"1"');
    expect(second).toMatchObject({ status: 200, body: { result: 'NOT_APPLICABLE', note: '', version: 2 } });
  });

  it('412: lets one of two case workers win', async () => {
    const answers = await Promise.all([answer('NO_STATE_AID', 0), answer('NO_STATE_AID', 0)]);

    expect(answers.map(({ status }) => status).sort()).toEqual([200, 412]);
    expect(answers.find(({ status }) => status === 412)?.body).toMatchObject({
      code: 'platform.version-stale',
      currentVersion: 1,
    });
  });

  it('400: refuses an unknown result', async () => {
    expect(await answer('ECONOMICAL', 2, { result: 'MAYBE', note: '' })).toMatchObject({
      status: 400,
      body: { code: 'input.invalid' },
    });
  });

  it('404: knows no other questions', async () => {
    expect(await answer('TASTE', 0)).toMatchObject({ status: 404, body: { code: 'application.check-unknown' } });
  });

  it('409: refuses before and after the review', async () => {
    for (const [state, applicant] of [
      ['SUBMITTED', 'KS'],
      ['REVIEWED', 'DA'],
    ] as const) {
      const { applicationId } = await driveToState(api.client, state, { applicant });
      const path = `/applications/${applicationId}/checks/ECONOMICAL`;

      expect(
        await api.client.put(path, { result: 'NO', note: 'x' }, { as: PERSONAS.caseWorker, ifMatch: 1 }),
      ).toMatchObject({ status: 409, body: { code: 'application.wrong-state' } });
    }
  });

  const route = {
    method: 'put',
    path: (id: string) => `/applications/${id}/checks/ECONOMICAL`,
    body: { result: 'YES', note: '' },
    as: PERSONAS.caseWorker,
    notFor: applicantEditor('WI'),
  } as const;
  itRefusesStrangers(api, route, () => journey.applicationId);
});
