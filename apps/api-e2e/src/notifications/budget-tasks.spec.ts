import { PERSONAS } from '@wir/shared/testing';
import { useApi } from '../use-api';

interface Tasks {
  readonly items: readonly { readonly kind: string; readonly caseNumber: string; readonly link: string }[];
}

describe('the tasks of the budget', () => {
  const api = useApi();
  const kindsOf = async (as: string, kind: string): Promise<Tasks['items']> =>
    (await api.client.get<Tasks>('/tasks', { as })).body.items.filter((task) => task.kind === kind);

  it('ask another person to release a proposed act, until somebody has decided', async () => {
    const body = {
      kind: 'LOCK',
      reason: 'Haushaltswirtschaftliche Sperre',
      documentReference: 'Erlass 1/2026',
      lines: [{ kind: 'LOCK', year: 2028, amountCents: 100_000 }],
    };
    const act = await api.client.post<{ id: string; actNumber: string }>('/budget-acts', body, {
      as: PERSONAS.budgetOfficer,
    });

    expect(act.status).toBe(201);
    expect(await kindsOf(PERSONAS.budgetOfficer, 'RELEASE_BUDGET_ACT')).toEqual([]);
    expect(await kindsOf(PERSONAS.headOfUnit, 'RELEASE_BUDGET_ACT')).toMatchObject([
      { caseNumber: act.body.actNumber, link: `/haushalt/verfuegungen/${act.body.id}` },
    ]);
    await api.client.post(`/budget-acts/${act.body.id}/application`, {}, { as: PERSONAS.headOfUnit });
    expect(await kindsOf(PERSONAS.headOfUnit, 'RELEASE_BUDGET_ACT')).toEqual([]);
  });

  it('ask another person to release a Planspiel, but not each of its acts', async () => {
    const body = { name: 'Weniger 2029', note: '', measures: [{ kind: 'CUT', year: 2029, basisPoints: 100 }] };
    const scenario = await api.client.post<{ id: string }>('/budget-scenarios', body, { as: PERSONAS.budgetOfficer });
    const proposal = { reason: 'Eckwerte', documentReference: 'Kabinett 1/2026' };
    await api.client.post(`/budget-scenarios/${scenario.body.id}/proposal`, proposal, { as: PERSONAS.budgetOfficer });

    expect(await kindsOf(PERSONAS.budgetOfficer, 'RELEASE_SCENARIO')).toEqual([]);
    expect(await kindsOf(PERSONAS.headOfUnit, 'RELEASE_SCENARIO')).toMatchObject([
      { caseNumber: 'Weniger 2029', link: `/haushalt/planspiele/${scenario.body.id}` },
    ]);
    expect(await kindsOf(PERSONAS.headOfUnit, 'RELEASE_BUDGET_ACT')).toEqual([]);
  });
});
