import {
  applicantEditor,
  applicantSignatory,
  driveToState,
  PERSONAS,
  type Answer,
  type Journey,
} from '@wir/shared/testing';
import { itRefusesStrangers } from '../guarded-route';
import { useApi } from '../use-api';

interface Budget {
  readonly total: { readonly reservedCents: number; readonly freeCents: number };
}

describe('POST /applications/{id}/withdrawal', () => {
  const api = useApi();
  let journey: Journey;

  beforeAll(async () => {
    journey = await driveToState(api.client, 'BUDGET_CONFIRMED');
  }, 60_000);

  const withdraw = ({ applicationId, signatory } = journey): Promise<Answer<object>> =>
    api.client.post(
      `/applications/${applicationId}/withdrawal`,
      { reason: 'Die Stelle fällt weg.' },
      { as: signatory },
    );
  const reserved = async (): Promise<number> =>
    (await api.client.get<Budget>('/budget', { as: PERSONAS.budgetOfficer })).body.total.reservedCents;

  it('200: takes the application back and frees the money reserved for it', async () => {
    expect(await reserved()).toBe(60_000_000);

    expect(await withdraw()).toMatchObject({ status: 200, body: { state: 'WITHDRAWN', problems: [] } });

    expect(await reserved()).toBe(0);
  });

  it('200: tells the municipality nothing of the hidden step it came from', async () => {
    const { body } = await api.client.get<{ items: object[] }>(`/applications/${journey.applicationId}/history`, {
      as: journey.editor,
    });

    expect(body.items.at(-1)).toMatchObject({
      action: 'application.withdrawn',
      fromState: 'UNDER_REVIEW',
      toState: 'WITHDRAWN',
      reason: 'Die Stelle fällt weg.',
    });
    expect(JSON.stringify(body)).not.toMatch(/BUDGET_CONFIRMED|REVIEWED"|recommended|budget/i);
  });

  it('409: refuses a second time, and for a draft', async () => {
    expect(await withdraw()).toMatchObject({ status: 409, body: { code: 'application.wrong-state' } });
    expect(await withdraw(await driveToState(api.client, 'DRAFT', { applicant: 'KS' }))).toMatchObject({
      status: 409,
      body: { code: 'application.wrong-state' },
    });
  });

  const route = {
    method: 'post',
    path: (id: string) => `/applications/${id}/withdrawal`,
    as: applicantSignatory('WI'),
    notFor: applicantEditor('WI'),
    foreigner: applicantSignatory('DA'),
  } as const;
  itRefusesStrangers(api, route, () => journey.applicationId);
});
