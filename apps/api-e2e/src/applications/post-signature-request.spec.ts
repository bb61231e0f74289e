import { applicantEditor, applicantSignatory, driveToState, type Journey } from '@wir/shared/testing';
import { itRefusesStrangers, type ProblemBody } from '../guarded-route';
import { useApi } from '../use-api';
import type { ApplicationBody } from './application-body';

describe('POST /applications/{id}/signature-request', () => {
  const api = useApi();
  let journey: Journey;

  beforeAll(async () => {
    journey = await driveToState(api.client, 'FILLED');
  }, 60_000);

  const request = <T = ApplicationBody>({ applicationId, editor }: Journey) =>
    api.client.post<T>(`/applications/${applicationId}/signature-request`, {}, { as: editor });

  it('200: gives a complete draft to the signatory, who may now hand it in', async () => {
    expect(await request(journey)).toMatchObject({ status: 200, body: { state: 'READY_TO_SIGN', problems: [] } });

    const { body } = await api.client.get<ApplicationBody>(`/applications/${journey.applicationId}`, {
      as: journey.signatory,
    });
    expect(body.actions).toContainEqual({ action: 'submit', allowed: true, reasonCode: null });
  });

  it('409: refuses a second time', async () => {
    expect(await request<ProblemBody>(journey)).toMatchObject({
      status: 409,
      body: { code: 'application.wrong-state' },
    });
  });

  it('409: names all that is missing', async () => {
    const empty = await driveToState(api.client, 'DRAFT', { applicant: 'KS' });

    const answer = await request<ProblemBody>(empty);

    expect(answer).toMatchObject({ status: 409, body: { code: 'application.not-submittable' } });
    expect(answer.body.errors).toEqual(
      expect.arrayContaining([
        { path: 'title', code: 'application.title-missing' },
        { path: 'attachments', code: 'application.concept-missing' },
      ]),
    );
  });

  const route = {
    method: 'post',
    path: (id: string) => `/applications/${id}/signature-request`,
    as: applicantEditor('WI'),
    notFor: applicantSignatory('WI'),
    foreigner: applicantEditor('KS'),
  } as const;
  itRefusesStrangers(api, route, () => journey.applicationId);
});
