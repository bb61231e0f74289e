import { applicantEditor, driveToState, PERSONAS, type Journey } from '@wir/shared/testing';
import { itRefusesStrangers } from '../guarded-route';
import { useApi } from '../use-api';
import type { ApplicationBody } from './application-body';

describe('GET /applications/{id}', () => {
  const api = useApi();
  let journey: Journey;

  beforeAll(async () => {
    journey = await driveToState(api.client, 'REVIEWED', { proposedCents: 11_000_000 });
  }, 60_000);

  const read = async (as: string): Promise<ApplicationBody> =>
    (await api.client.get<ApplicationBody>(`/applications/${journey.applicationId}`, { as })).body;

  it('200: answers with the whole case and its version as ETag', async () => {
    const answer = await api.client.get<ApplicationBody>(`/applications/${journey.applicationId}`, {
      as: PERSONAS.caseWorker,
    });

    expect(answer.status).toBe(200);
    expect(answer.headers.get('etag')).toBe(`"${answer.body.version}"`);
    expect(answer.body).toMatchObject({
      state: 'REVIEWED',
      requestedCents: 60_000_000,
      assigneeName: 'Sabine Berger',
      recommendation: { proposedCents: 55_000_000, reasons: expect.any(String) },
      attachments: [{ kind: 'CONCEPT', fileName: 'konzept.pdf', mediaType: 'application/pdf' }],
      problems: [],
    });
  });

  it('200: keeps the review from the municipality', async () => {
    expect(await read(journey.editor)).toMatchObject({
      state: 'UNDER_REVIEW',
      recommendation: null,
      assigneeName: null,
      decision: null,
    });
  });

  it('200: tells each person what may be done, and why not', async () => {
    expect((await read(PERSONAS.budgetOfficer)).actions).toEqual([
      { action: 'confirmBudget', allowed: true, reasonCode: null },
    ]);
    expect((await read(journey.signatory)).actions).toContainEqual({
      action: 'withdraw',
      allowed: true,
      reasonCode: null,
    });
    expect((await read(PERSONAS.caseWorker)).actions).toContainEqual({
      action: 'recommend',
      allowed: false,
      reasonCode: 'application.wrong-state',
    });
    expect((await read(PERSONAS.auditor)).actions).toEqual([]);
  });

  const route = {
    method: 'get',
    path: (id: string) => `/applications/${id}`,
    as: applicantEditor('WI'),
    notFor: PERSONAS.press,
    foreigner: applicantEditor('KS'),
  } as const;
  itRefusesStrangers(api, route, () => journey.applicationId);
});
