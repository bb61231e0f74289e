import { applicantEditor, driveToState, PERSONAS, type Journey } from '@wir/shared/testing';
import { itRefusesStrangers } from '../guarded-route';
import { useApi } from '../use-api';

interface CheckList {
  readonly items: readonly {
    readonly code: string;
    readonly automatic: { readonly result: string; readonly text: string } | null;
    readonly result: string | null;
    readonly version: number;
  }[];
  readonly answered: number;
  readonly total: number;
}

describe('GET /applications/{id}/checks', () => {
  const api = useApi();
  let journey: Journey;

  beforeAll(async () => {
    journey = await driveToState(api.client, 'UNDER_REVIEW');
  }, 60_000);

  it('200: lists every question with what the figures say by themselves', async () => {
    const { status, body } = await api.client.get<CheckList>(`/applications/${journey.applicationId}/checks`, {
      as: PERSONAS.auditor,
    });

    expect(status).toBe(200);
    expect(body).toMatchObject({ answered: 0, total: body.items.length });
    expect(body.items.length).toBeGreaterThanOrEqual(14);
    expect(body.items.every(({ result, version }) => result === null && version === 0)).toBe(true);
    expect(body.items.find(({ code }) => code === 'WITHIN_CAPS')?.automatic).toEqual({
      result: 'YES',
      text: expect.stringContaining('600.000,00'),
    });
  });

  it('200: counts the answers', async () => {
    const path = `/applications/${journey.applicationId}/checks`;
    await api.client.put(
      `${path}/STATE_INTEREST`,
      { result: 'NO', note: 'Nicht dargelegt.' },
      { as: PERSONAS.caseWorker, ifMatch: 0 },
    );

    const { body } = await api.client.get<CheckList>(path, { as: PERSONAS.caseWorker });

    expect(body.answered).toBe(1);
    expect(body.items.find(({ code }) => code === 'STATE_INTEREST')).toMatchObject({
      result: 'NO',
      note: 'Nicht dargelegt.',
      answeredBy: 'Sabine Berger',
      version: 1,
    });
  });

  const route = {
    method: 'get',
    path: (id: string) => `/applications/${id}/checks`,
    as: PERSONAS.caseWorker,
    notFor: applicantEditor('WI'),
  } as const;
  itRefusesStrangers(api, route, () => journey.applicationId);
});
