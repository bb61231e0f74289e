import { applicantSignatory, driveToState, PERSONAS, type Journey } from '@wir/shared/testing';
import { itRefusesStrangers } from '../guarded-route';
import { useApi } from '../use-api';

describe('POST /applications/{id}/signature-return', () => {
  const api = useApi();
  let journey: Journey;

  beforeAll(async () => {
    journey = await driveToState(api.client, 'FILLED');
    await api.client.post(`/applications/${journey.applicationId}/signature-request`, {}, { as: journey.editor });
  }, 60_000);

  it('200: gives it back to be edited, with the reason in the history', async () => {
    const path = `/applications/${journey.applicationId}`;

    expect(
      await api.client.post(`${path}/signature-return`, { reason: 'Bitte Titel kürzen.' }, { as: journey.signatory }),
    ).toMatchObject({ status: 200, body: { state: 'DRAFT' } });

    const { body } = await api.client.get<{ items: object[] }>(`${path}/history`, { as: journey.editor });
    expect(body.items.at(-1)).toMatchObject({
      action: 'application.returned-from-signature',
      reason: 'Bitte Titel kürzen.',
      fromState: 'READY_TO_SIGN',
      toState: 'DRAFT',
    });
  });

  it('409: refuses what nobody gave to be signed', async () => {
    expect(
      await api.client.post(`/applications/${journey.applicationId}/signature-return`, {}, { as: journey.editor }),
    ).toMatchObject({ status: 409, body: { code: 'application.wrong-state' } });
  });

  const route = {
    method: 'post',
    path: (id: string) => `/applications/${id}/signature-return`,
    as: applicantSignatory('WI'),
    notFor: PERSONAS.caseWorker,
    foreigner: applicantSignatory('KS'),
  } as const;
  itRefusesStrangers(api, route, () => journey.applicationId);
});
