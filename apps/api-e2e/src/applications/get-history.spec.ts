import { applicantEditor, driveToState, PERSONAS, type Journey } from '@wir/shared/testing';
import { itRefusesStrangers } from '../guarded-route';
import { useApi } from '../use-api';

interface History {
  readonly items: readonly {
    readonly sequence: number;
    readonly action: string;
    readonly actorName: string;
    readonly actorRole: string;
    readonly changes: readonly object[];
  }[];
}

describe('GET /applications/{id}/history', () => {
  const api = useApi();
  let journey: Journey;

  beforeAll(async () => {
    journey = await driveToState(api.client, 'REVIEWED');
  }, 60_000);

  const read = async (as: string): Promise<History['items']> =>
    (await api.client.get<History>(`/applications/${journey.applicationId}/history`, { as })).body.items;

  it('200: tells the staff every act in order, with who and what', async () => {
    const items = await read(PERSONAS.auditor);
    const actions = items.map(({ action }) => action);

    expect(actions.slice(0, 6)).toEqual([
      'application.created',
      'application.updated',
      'application.plan-saved',
      'application.attachment-added',
      'application.submitted',
      'application.completeness-confirmed',
    ]);
    expect(actions.filter((action) => action === 'application.check-answered').length).toBeGreaterThanOrEqual(14);
    expect(items.at(-1)).toMatchObject({
      action: 'application.recommended',
      actorName: 'Sabine Berger',
      actorRole: 'CASE_WORKER',
      fromState: 'UNDER_REVIEW',
      toState: 'REVIEWED',
    });
    expect(items[1]?.changes).toContainEqual({ field: 'title', before: '', after: 'WIR-Vielfaltszentrum' });
  });

  it('200: tells the municipality its own acts and what concerns it, without names of the staff', async () => {
    const items = await read(journey.editor);

    expect(items.at(-1)).toMatchObject({
      action: 'application.completeness-confirmed',
      actorRole: 'AUTHORITY',
      changes: [],
    });
    expect(JSON.stringify(items)).not.toMatch(/Berger|check|recommend|REVIEWED"/);
    expect(items).toHaveLength(6);
  });

  const route = {
    method: 'get',
    path: (id: string) => `/applications/${id}/history`,
    as: applicantEditor('WI'),
    notFor: PERSONAS.press,
    foreigner: applicantEditor('KS'),
  } as const;
  itRefusesStrangers(api, route, () => journey.applicationId);
});
