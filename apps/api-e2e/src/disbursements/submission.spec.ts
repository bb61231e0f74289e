import { continueTo, driveToState, PERSONAS, type Journey } from '@wir/shared/testing';
import { expectProblem } from '../expect-problem';
import { itRefusesStrangers } from '../guarded-route';
import { useApi } from '../use-api';

describe('POST /disbursement-requests/{id}/submission', () => {
  const api = useApi();
  let journey: Journey;
  beforeAll(async () => {
    journey = await driveToState(api.client, 'REQUEST_DRAFT', { applicant: 'WI' });
  });
  const submit = (id: string): ReturnType<typeof api.client.post> =>
    api.client.post(`/disbursement-requests/${id}/submission`, {}, { as: journey.signatory });

  itRefusesStrangers(
    api,
    {
      method: 'post',
      path: (id) => `/disbursement-requests/${id}/submission`,
      as: 'zeichnung@wi.wir.example',
      notFor: 'antrag@wi.wir.example',
      foreigner: 'zeichnung@da.wir.example',
      notFound: 'disbursement.not-found',
    },
    () => journey.requestId,
  );

  it('hands the request in once; from then on it binds the tranche', async () => {
    expect(await submit(journey.requestId)).toMatchObject({ status: 200, body: { state: 'SUBMITTED', version: 2 } });
    expectProblem(await submit(journey.requestId), 409, 'disbursement.wrong-state');

    const award = await api.client.get<{ tranches: object[] }>(`/awards/${journey.awardId}`, { as: journey.editor });
    expect(award.body.tranches[0]).toMatchObject({ requestedCents: 6_000_000, openCents: 6_000_000 });
  });

  it('is refused when the rest of the tranche went elsewhere in the meantime', async () => {
    const draft = async (amountCents: number): Promise<string> => {
      const body = { year: 2026, amountCents, neededUntil: '2026-05-31' };
      const { body: made } = await api.client.post<{ id: string }>(
        `/awards/${journey.awardId}/disbursement-requests`,
        body,
        { as: journey.editor },
      );
      return made.id;
    };
    const [first, second] = [await draft(4_000_000), await draft(4_000_000)];

    expect((await submit(first)).status).toBe(200);
    expectProblem(await submit(second), 409, 'disbursement.exceeds-tranche', { openCents: 2_000_000 });
    const { body } = await api.client.get(`/disbursement-requests/${second}`, { as: journey.signatory });
    expect(body).toMatchObject({
      limits: { trancheOpenCents: 2_000_000 },
      actions: [{ action: 'submit', allowed: false, reasonCode: 'disbursement.exceeds-tranche' }],
    });
  });

  it('waits for the declaration, not for its confirmation', async () => {
    const other = await driveToState(api.client, 'FINAL', { applicant: 'KS' });
    const body = { year: 2026, amountCents: 1, neededUntil: '2026-05-31' };
    const made = await api.client.post<{ id: string }>(`/awards/${other.awardId}/disbursement-requests`, body, {
      as: other.editor,
    });
    const path = `/disbursement-requests/${made.body.id}/submission`;

    expectProblem(await api.client.post(path, {}, { as: other.signatory }), 409, 'disbursement.declaration-missing');
    await continueTo(other, 'DECLARED');
    expect((await api.client.post(path, {}, { as: other.signatory })).status).toBe(200);
    const check = { factual: true, arithmetical: true, note: '' };
    const checkPath = `/disbursement-requests/${made.body.id}/check`;
    expectProblem(
      await api.client.post(checkPath, check, { as: PERSONAS.caseWorker }),
      409,
      'disbursement.bank-data-unconfirmed',
    );
  });
});
