import { driveToState, PERSONAS, type Answer, type Journey } from '@wir/shared/testing';
import { expectProblem } from '../expect-problem';
import { useApi } from '../use-api';

interface Instalments {
  readonly items: readonly {
    year: number;
    dueOn: string;
    amountCents: number;
    proposedCents: number;
    requestId: string | null;
  }[];
  readonly proposal: readonly { year: number; dueOn: string; amountCents: number }[];
  readonly savings: readonly { year: number; savedCents: number }[];
}

describe('scheduled instalments', () => {
  const api = useApi();
  const worker = { as: PERSONAS.caseWorker };
  let journey: Journey;
  beforeAll(async () => {
    journey = await driveToState(api.client, 'DECLARED', { applicant: 'WI', years: [2026, 2027] });
  });

  const read = async (): Promise<Instalments> =>
    (await api.client.get<Instalments>(`/awards/${journey.awardId}/instalments`, worker)).body;
  const plan = async (
    instalments: readonly object[],
    as: string = PERSONAS.caseWorker,
  ): Promise<Answer<Instalments>> => {
    const { body } = await api.client.get<{ version: number }>(`/awards/${journey.awardId}`, worker);
    return api.client.put(`/awards/${journey.awardId}/instalments`, { instalments }, { as, ifMatch: body.version });
  };
  const moveTo = (now: string): Promise<Answer<unknown>> =>
    api.client.put('/demo/clock', { now }, { ...worker, ifMatch: 1 });
  const requests = async (): Promise<{ state: string; amountCents: number; neededUntil: string }[]> =>
    (
      await api.client.get<{ items: { state: string; amountCents: number; neededUntil: string }[] }>(
        `/disbursement-requests?awardId=${journey.awardId}&sort=neededUntil`,
        worker,
      )
    ).body.items;

  it('are proposed, and refused when they do not pay the tranche to the cent (422)', async () => {
    const { proposal } = await read();

    expect(proposal.map(({ dueOn }) => dueOn)).toEqual(['2026-03-15', '2026-09-15', '2027-03-15', '2027-09-15']);
    const short = proposal.map((each, index) => (index === 0 ? { ...each, amountCents: each.amountCents - 1 } : each));
    expectProblem(await plan(short), 422, 'instalment.plan-invalid', {
      errors: [{ path: 'instalments', code: 'instalment.sum-differs' }],
    });
    expectProblem(await plan(proposal, PERSONAS.budgetOfficer), 403, 'auth.forbidden');
    expect((await plan(proposal)).body.items).toHaveLength(4);
  });

  it('plan of a year only what no request stands for', async () => {
    const { awardId } = await driveToState(api.client, 'REQUEST_SUBMITTED', { applicant: 'KS', years: [2026] });
    const path = `/awards/${awardId}`;
    const { body: award } = await api.client.get<{ version: number; tranches: { openCents: number }[] }>(path, worker);
    const { proposal } = (await api.client.get<Instalments>(`${path}/instalments`, worker)).body;
    const planned = proposal.reduce((sum, { amountCents }) => sum + amountCents, 0);
    const put = (instalments: readonly object[]): Promise<Answer<Instalments>> =>
      api.client.put(`${path}/instalments`, { instalments }, { ...worker, ifMatch: award.version });

    expect(planned).toBe(award.tranches[0]?.openCents);
    expect(planned).toBe(6_000_000);
    expectProblem(await put([{ ...proposal[0], amountCents: 12_000_000 }]), 422, 'instalment.plan-invalid', {
      errors: [{ path: 'instalments', code: 'instalment.sum-differs' }],
    });
    expect((await put(proposal)).status).toBe(200);
  });

  it('become requests once each, also when days were missed', async () => {
    await moveTo('2026-03-02T10:00:00+01:00');
    await moveTo('2026-03-20T10:00:00+01:00');

    expect(await requests()).toMatchObject([{ state: 'DRAFT', amountCents: 6_000_000 }]);
    await moveTo('2026-04-20T10:00:00+02:00');
    expect(await requests()).toHaveLength(1);
    expectProblem(await plan((await read()).proposal), 409, 'instalment.requested-already', { year: 2026 });
    // A later year is planned anew; what is left of the year begun stays.
    const later = (await read()).proposal.filter(({ year }) => year === 2027);
    expect((await plan(later)).body.items.map(({ year }) => year)).toEqual([2026, 2026, 2027, 2027]);
  });

  it('shrink from the last one when a post stands empty', async () => {
    const { body: application } = await api.client.get<{
      years: { year: number; expenses: { component: string; fte?: number; months?: number }[] }[];
    }>(`/applications/${journey.applicationId}`, worker);
    const post = application.years[0]?.expenses.find(({ fte, months }) => fte !== undefined && months !== undefined);
    const report = (component: string): Promise<Answer<Instalments>> =>
      api.client.post(
        `/awards/${journey.awardId}/vacancies`,
        { year: 2026, component, fte: post?.fte ?? 1, months: 3, reason: 'Stelle erst ab April besetzt' },
        { as: journey.editor },
      );

    expectProblem(await report('UNKNOWN_POST'), 422, 'vacancy.component-unknown');
    const reported = await report(post?.component ?? '');

    const saved = reported.body.savings[0]?.savedCents ?? 0;
    expect(reported.status).toBe(201);
    expect(saved).toBeGreaterThan(0);
    const [first, second] = reported.body.items;
    expect([first?.proposedCents, second?.proposedCents]).toEqual([
      first?.amountCents,
      (second?.amountCents ?? 0) - saved,
    ]);
    await moveTo('2026-09-02T10:00:00+02:00');
    expect((await requests()).map(({ amountCents }) => amountCents).toSorted((a, b) => a - b)).toEqual([
      6_000_000 - saved,
      6_000_000,
    ]);
  });

  it('are nothing to other municipalities (404)', async () => {
    const answers = await Promise.all([
      api.client.get(`/awards/${journey.awardId}/instalments`, { as: 'antrag@ks.wir.example' }),
      api.client.post(
        `/awards/${journey.awardId}/vacancies`,
        { year: 2026, component: 'COORDINATOR_POST', fte: 1, months: 1, reason: 'x' },
        { as: 'antrag@ks.wir.example' },
      ),
      api.client.get(`/awards/${journey.awardId}/instalments`),
    ]);

    expect(answers.map(({ status }) => status)).toEqual([404, 404, 401]);
  });
});
