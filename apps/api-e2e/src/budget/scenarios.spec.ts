import { randomUUID } from 'node:crypto';
import { computeScenario, measuresOf, type MeasureRecord, type ScenarioBasis } from '@wir/budget/domain';
import { applicantEditor, continueTo, driveToState, PERSONAS, type Answer, type Journey } from '@wir/shared/testing';
import { eventually } from '../eventually';
import { expectProblem } from '../expect-problem';
import { itRefusesStrangers } from '../guarded-route';
import { useApi } from '../use-api';
import { changedRow, randomMeasures, type Scenario } from './scenario-samples';

const SEED = Number(process.env['SEED'] ?? Date.now() % 2_147_483_647);
const MILLION = 100_000_000;

describe('scenarios', () => {
  const api = useApi();
  const officer = { as: PERSONAS.budgetOfficer };
  const second = { as: PERSONAS.budgetOfficerSecond };
  const head = { as: PERSONAS.headOfUnit };
  let granted: Journey;
  let pending: Journey;

  const basis = async (): Promise<ScenarioBasis> =>
    (await api.client.get<ScenarioBasis>('/budget-scenarios/basis', officer)).body;
  const draft = (measures: readonly MeasureRecord[], name = 'Kürzung 5 %'): Promise<Answer<Scenario>> =>
    api.client.post<Scenario>('/budget-scenarios', { name, note: 'Vorgabe aus dem Haus', measures }, officer);
  const propose = (id: string): Promise<Answer<Scenario>> =>
    api.client.post<Scenario>(
      `/budget-scenarios/${id}/proposal`,
      { reason: 'Vorgabe des Finanzministeriums', documentReference: 'HMdF III 2' },
      officer,
    );
  const apply = (id: string, as: string = PERSONAS.budgetOfficerSecond): Promise<Answer<Scenario>> =>
    api.client.post<Scenario>(`/budget-scenarios/${id}/application`, {}, { as });
  const proposed = async (measures: readonly MeasureRecord[], name?: string): Promise<Scenario> => {
    const answer = await propose((await draft(measures, name)).body.id);
    expect(answer.status).toBe(200);
    return answer.body;
  };

  beforeAll(async () => {
    granted = await driveToState(api.client, 'SIGNED', { applicant: 'WI' });
    pending = await driveToState(api.client, 'SUBMITTED', { applicant: 'KS' });
  });

  it('are computed on the screen as on the server: the basis holds all there is to know', async () => {
    const known = await basis();

    expect(known.awards).toMatchObject([
      {
        awardId: granted.awardId,
        signedYear: 2026,
        tranches: [2026, 2027, 2028, 2029, 2030].map((year) => ({ year, openCents: 12_000_000 })),
      },
    ]);
    expect(known.applications).toMatchObject([
      {
        applicationId: pending.applicationId,
        years: expect.arrayContaining([expect.objectContaining({ requestedCents: 12_000_000, reservedCents: 0 })]),
      },
    ]);
    const measures: MeasureRecord[] = [
      { kind: 'CUT', year: null, basisPoints: 500 },
      { kind: 'WAIVER', awardId: granted.awardId, year: 2027, amountCents: 5_000_000 },
      { kind: 'PENDING', applicationId: pending.applicationId },
    ];
    const { acts: _acts, ...here } = computeScenario(known, measuresOf(measures));
    const saved = await draft(measures);

    expect([saved.status, saved.body.state, saved.body.isFrozen]).toEqual([201, 'DRAFT', false]);
    expect(saved.body.result).toEqual(JSON.parse(JSON.stringify(here)));
    expect((await basis()).years).toEqual(known.years);
  });

  it('book nothing when proposed, all acts at once when a second person applies them, and come out to the cent', async () => {
    const before = await basis();
    const scenario = await proposed(
      [
        { kind: 'CUT', year: 2029, basisPoints: 250 },
        { kind: 'REPHASE', fromYear: 2028, toYear: 2030, amountCents: MILLION },
        { kind: 'RAISE', awardId: granted.awardId, year: 2028, amountCents: 1_234_567 },
        { kind: 'TARIFF_RISE', fromYear: 2029, basisPoints: 310, personnelShareBasisPoints: 8500 },
        { kind: 'LATER_START', awardId: granted.awardId, months: 3 },
      ],
      'Haushalt 2028',
    );
    expect([scenario.state, scenario.isFrozen, scenario.acts.length]).toEqual(['PROPOSED', true, 4]);
    expect((await basis()).years).toEqual(before.years);
    expectProblem(await apply(scenario.id, PERSONAS.budgetOfficer), 403, 'budget-scenario.same-person');

    const applied = await apply(scenario.id, PERSONAS.headOfUnit);
    expect([applied.status, applied.body.state]).toEqual([200, 'APPLIED']);
    const after = new Map((await basis()).years.map((year) => [year.year, year]));
    for (const { year, booked } of applied.body.result.years)
      expect([
        year,
        after.get(year)?.appropriatedCents,
        after.get(year)?.freeCents,
        after.get(year)?.reservedCents,
      ]).toEqual([year, booked.appropriationCents, booked.freeCents, booked.reservedCents]);
    expect(applied.body.result.followUps.map(({ kind, totalCents }) => [kind, totalCents])).toEqual([
      ['RAISE_NOTICE', 1_234_567],
      ['RAISE_NOTICE', 632_400],
      ['REDUCTION_NOTICE', 3_000_000],
    ]);
    const { rows } = await api.database.owner.query(
      'SELECT count(*)::int AS count FROM budget.scenario_follow_up WHERE scenario_id = $1',
      [scenario.id],
    );
    expect(rows).toEqual([{ count: 3 }]);
    expectProblem(await apply(scenario.id), 409, 'budget-scenario.wrong-state');
  });

  it('tell the case workers that notices are to follow, once', async () => {
    const found = await eventually(
      async () => {
        const { rows } = await api.database.owner.query<{ count: number }>(
          "SELECT count(DISTINCT subject)::int AS count FROM notifications.outbound_message WHERE subject LIKE 'Planspiel »Haushalt 2028« gebucht%'",
        );
        return rows[0]?.count;
      },
      (count) => count === 1,
    );

    expect(found).toBe(1);
  });

  it('keep their acts together: none is released, rejected or withdrawn alone, also not by SQL', async () => {
    const scenario = await proposed([{ kind: 'LOCK', year: 2027, basisPoints: 100 }]);
    const [act] = scenario.acts;
    const path = `/budget-acts/${act?.id}`;

    const { body } = await api.client.get<{ actions: object[]; scenarioId: string }>(path, second);
    expect(body.scenarioId).toBe(scenario.id);
    expect(body.actions).toContainEqual({ action: 'apply', allowed: false, reasonCode: 'budget-act.part-of-scenario' });
    expectProblem(await api.client.post(`${path}/application`, {}, second), 409, 'budget-act.part-of-scenario');
    expectProblem(
      await api.client.post(`${path}/rejection`, { note: 'x' }, second),
      409,
      'budget-act.part-of-scenario',
    );
    expectProblem(await api.client.post(`${path}/withdrawal`, {}, officer), 409, 'budget-act.part-of-scenario');
    await expect(
      api.database.owner.query(
        "UPDATE budget.budget_act SET state = 'WITHDRAWN', decided_at = platform.now(), version = version + 1 WHERE id = $1",
        [act?.id],
      ),
    ).rejects.toMatchObject({ constraint: 'budget_act_shares_scenario' });
    await expect(
      api.database.owner.query("UPDATE budget.scenario SET measures = '[]', version = version + 1 WHERE id = $1", [
        scenario.id,
      ]),
    ).rejects.toMatchObject({ constraint: 'scenario_proposed_is_immutable' });

    const rejected = await api.client.post<Scenario>(
      `/budget-scenarios/${scenario.id}/rejection`,
      { reason: 'Nein' },
      head,
    );
    expect([rejected.body.state, rejected.body.acts[0]?.state]).toEqual(['REJECTED', 'REJECTED']);
  });

  it('book nothing when the budget has changed by one cent since the proposal (409)', async () => {
    const measures: MeasureRecord[] = [
      { kind: 'LOCK', year: 2027, basisPoints: 100 },
      { kind: 'RAISE', awardId: granted.awardId, year: 2028, amountCents: 1 },
    ];
    const scenario = await proposed(measures);
    const lock = await api.client.post<{ id: string }>(
      '/budget-acts',
      { kind: 'LOCK', reason: 'x', documentReference: 'y', lines: [{ kind: 'LOCK', year: 2028, amountCents: 1 }] },
      officer,
    );
    await api.client.post(`/budget-acts/${lock.body.id}/application`, {}, second);
    const before = await basis();

    const refused = await apply(scenario.id);
    expectProblem(refused, 409, 'budget-scenario.basis-changed');
    expect(refused.body).toMatchObject({
      differences: expect.arrayContaining([expect.objectContaining({ year: 2028, part: 'freeCents' })]),
    });
    expect((await basis()).years).toEqual(before.years);
    const seen = (await api.client.get<Scenario>(`/budget-scenarios/${scenario.id}`, second)).body;
    expect([seen.state, seen.isBasisChanged]).toEqual(['PROPOSED', true]);
    expect(seen.actions).toContainEqual({
      action: 'apply',
      allowed: false,
      reasonCode: 'budget-scenario.basis-changed',
    });
    const close = (as: string): Promise<Answer<Scenario>> =>
      api.client.post(`/budget-scenarios/${scenario.id}/withdrawal`, { reason: 'neu rechnen' }, { as });
    expectProblem(await close(PERSONAS.budgetOfficerSecond), 403, 'budget-scenario.not-proposer');
    expect((await close(PERSONAS.budgetOfficer)).body).toMatchObject({
      state: 'WITHDRAWN',
      acts: [{ state: 'WITHDRAWN' }, { state: 'WITHDRAWN' }],
    });
  });

  it('are booked once when two apply at the same moment', async () => {
    const { id } = await proposed([{ kind: 'LOCK', year: 2030, basisPoints: 1 }]);
    const answers = await Promise.all([apply(id, PERSONAS.headOfUnit), apply(id)]);

    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  });

  it('can be tried beyond all money, and are not proposed then (422)', async () => {
    const { body } = await draft([{ kind: 'RAISE', awardId: granted.awardId, year: 2028, amountCents: 10 * MILLION }]);

    expect(body.result.warnings.map(({ code }) => code)).toEqual([
      'OVER_COMMITTED',
      'BOOKING_NOT_COVERED',
      'AUTHORISATION_LACKING',
    ]);
    expect(body.actions).toContainEqual({
      action: 'propose',
      allowed: false,
      reasonCode: 'budget-scenario.not-bookable',
    });
    expectProblem(await propose(body.id), 422, 'budget-scenario.not-bookable');
    expectProblem(await propose((await draft([])).body.id), 422, 'budget-scenario.measures-missing');
  });

  it('are changed as drafts only, and never over a newer version (412)', async () => {
    const { id } = (await draft([{ kind: 'LOCK', year: 2027, basisPoints: 1 }])).body;
    const patch = (change: object, ifMatch: number): Promise<Answer<Scenario>> =>
      api.client.patch(`/budget-scenarios/${id}`, change, { ...head, ifMatch });

    const changed = await patch({ name: 'Neu', measures: [{ kind: 'LOCK', year: 2028, basisPoints: 2 }] }, 1);
    expect(changed.body).toMatchObject({ name: 'Neu', version: 2, measures: [{ year: 2028 }] });
    expect((await patch({ name: 'Alt' }, 1)).status).toBe(412);
    await propose(id);
    expectProblem(await patch({ name: 'Zu spät' }, 3), 409, 'budget-scenario.wrong-state');
  });

  it.each<[MeasureRecord, number, string]>([
    [{ kind: 'LOCK', basisPoints: 1 }, 422, 'budget-scenario.measure-incomplete'],
    [{ kind: 'CUT', basisPoints: 1, months: 3 }, 422, 'budget-scenario.measure-incomplete'],
    [{ kind: 'REPHASE', fromYear: 2027, toYear: 2027, amountCents: 1 }, 422, 'budget-scenario.measure-same-year'],
    [{ kind: 'CUT', year: 2027, basisPoints: 10_001 }, 400, 'input.invalid'],
    [{ kind: 'RAISE', awardId: randomUUID(), year: 2027, amountCents: 0 }, 400, 'input.invalid'],
    [{ kind: 'RAISE', awardId: randomUUID(), year: 2027, amountCents: 1.5 }, 400, 'input.invalid'],
    [{ kind: 'LATER_START', awardId: randomUUID(), months: 13 }, 400, 'input.invalid'],
  ])('refuse %j with %i %s', async (measure, status, code) => {
    const answer = await draft([measure]);

    expect(answer.status).toBe(status);
    if (status === 422) expectProblem(answer, 422, code);
  });

  it('free a reservation again by an act, and never more than acts reserved', async () => {
    const line = (amountCents: number) => ({
      kind: 'RELEASE_RESERVATION',
      year: 2028,
      amountCents,
      applicationId: granted.applicationId,
    });
    const propose = (amountCents: number): Promise<Answer<{ id: string }>> => {
      const body = { kind: 'AMENDMENT_RESERVATION', reason: 'entfällt', documentReference: 'Vermerk' };
      return api.client.post('/budget-acts', { ...body, lines: [line(amountCents)] }, officer);
    };
    const release = (id: string): Promise<Answer<object>> =>
      api.client.post(`/budget-acts/${id}/application`, {}, second);
    const reserved = async (): Promise<number | undefined> =>
      (await basis()).years.find(({ year }) => year === 2028)?.reservedCents;
    expect(await reserved()).toBe(1_234_567);
    expectProblem(await propose(1_234_568), 409, 'budget-act.reservation-exceeded', { year: 2028 });

    // Money that is reserved for somebody else, so that the account alone would not notice the second of two.
    await continueTo(pending, 'BUDGET_CONFIRMED');
    const [first, again] = [await propose(1_234_567), await propose(1_234_567)];
    expect((await release(first.body.id)).status).toBe(200);
    expect(await reserved()).toBe(12_000_000);
    expectProblem(await release(again.body.id), 409, 'budget-act.reservation-exceeded');
    const rows = { kind: 'AMENDMENT_RESERVATION', reason: 'x', documentReference: 'y' };
    expectProblem(
      await api.client.post(
        '/budget-acts',
        { ...rows, lines: [{ kind: 'RESERVE', year: 2028, amountCents: 1 }] },
        officer,
      ),
      422,
      'budget-act.case-missing',
    );
    expectProblem(
      await api.client.post(
        '/budget-acts',
        { ...rows, lines: [{ ...line(1), kind: 'RESERVE', applicationId: pending.applicationId }] },
        officer,
      ),
      422,
      'budget-act.case-without-award',
    );
  });

  it('show before and after of an act to who shall release it, before and after the release', async () => {
    const { body: act } = await api.client.post<{ id: string }>(
      '/budget-acts',
      { kind: 'LOCK', reason: 'x', documentReference: 'y', lines: [{ kind: 'LOCK', year: 2030, amountCents: 700 }] },
      officer,
    );
    const effects = (): Promise<Answer<{ effects: object[] }>> =>
      api.client.get(`/budget-acts/${act.id}/effects`, head);
    const before = await effects();

    expect(before.body.effects).toEqual([
      changedRow('free', 2030, before.body.effects[0], -700),
      changedRow('locked', 2030, before.body.effects[1], 700),
    ]);
    await api.client.post(`/budget-acts/${act.id}/application`, {}, head);
    expect((await effects()).body.effects).toEqual(before.body.effects);
    expectProblem(await api.client.get(`/budget-acts/${randomUUID()}/effects`, head), 404, 'budget-act.not-found');
  });

  it(`come out to the cent whatever they assume (SEED=${SEED})`, async () => {
    let booked = 0;
    for (const measures of randomMeasures(SEED, 12, granted.awardId)) {
      const saved = await draft(measures);
      if (!saved.body.actions.some(({ action, allowed }) => action === 'propose' && allowed)) continue;
      const scenario = (await propose(saved.body.id)).body;
      const applied = await apply(scenario.id);
      expect([applied.status, measures]).toEqual([200, measures]);
      const after = new Map((await basis()).years.map((year) => [year.year, year]));
      for (const { year, booked: then } of scenario.result.years)
        expect([after.get(year)?.appropriatedCents, after.get(year)?.freeCents, after.get(year)?.lockedCents]).toEqual([
          then.appropriationCents,
          then.freeCents,
          then.lockedCents,
        ]);
      booked += 1;
    }
    const { rows } = await api.database.owner.query<{ sum: number }>(
      'SELECT sum(balance_cents)::int AS sum FROM budget.account',
    );
    expect(rows).toEqual([{ sum: 0 }]);
    expect(booked).toBeGreaterThan(3);
  });

  it('refuse the wrong role (403) and strangers (401)', async () => {
    const body = { name: 'x', measures: [] };
    const answers = await Promise.all([
      api.client.post('/budget-scenarios', body, { as: PERSONAS.caseWorker }),
      api.client.post('/budget-scenarios', body, { as: PERSONAS.auditor }),
      api.client.post('/budget-scenarios', body, { idempotencyKey: randomUUID() }),
      api.client.get('/budget-scenarios/basis', { as: granted.editor }),
      api.client.get('/budget-scenarios', { as: PERSONAS.auditor }),
      api.client.get('/budget-scenarios', {}),
    ]);

    expect(answers.map(({ status }) => status)).toEqual([403, 403, 401, 403, 200, 401]);
  });

  describe.each([
    ['get', '', undefined, applicantEditor('WI')],
    ['patch', '', { name: 'x' }, PERSONAS.caseWorker],
    ['post', '/proposal', { reason: 'x', documentReference: 'y' }, PERSONAS.caseWorker],
    ['post', '/application', {}, PERSONAS.caseWorker],
    ['post', '/rejection', { reason: 'x' }, PERSONAS.auditor],
    ['post', '/withdrawal', { reason: 'x' }, PERSONAS.paymentOrderer],
  ] as const)('%s /budget-scenarios/:id%s', (method, path, body, notFor) => {
    let id = '';
    beforeAll(async () => {
      id = (await draft([{ kind: 'LOCK', year: 2027, basisPoints: 1 }])).body.id;
    });
    itRefusesStrangers(
      api,
      {
        method,
        path: (of) => `/budget-scenarios/${of}${path}`,
        ...(body === undefined ? {} : { body }),
        as: PERSONAS.budgetOfficer,
        notFor,
        notFound: 'budget-scenario.not-found',
      },
      () => id,
    );
  });
});
