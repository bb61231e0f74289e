import { driveToState, PERSONAS, type Answer } from '@wir/shared/testing';
import { expectProblem } from '../expect-problem';
import { useApi } from '../use-api';

interface Act {
  readonly id: string;
  readonly actNumber: string;
  readonly state: string;
  readonly actions: readonly { action: string; allowed: boolean; reasonCode: string | null }[];
}
interface Year {
  readonly year: number;
  readonly appropriatedCents: number;
  readonly lockedCents: number;
  readonly freeCents: number;
  readonly lapsedCents: number;
}

const MILLION = 100_000_000;

describe('budget acts', () => {
  const api = useApi();
  const officer = { as: PERSONAS.budgetOfficer };
  const second = { as: PERSONAS.budgetOfficerSecond };

  const years = async (): Promise<Map<number, Year>> => {
    const { body } = await api.client.get<{ years: Year[] }>('/budget', officer);
    return new Map(body.years.map((year) => [year.year, year]));
  };
  const propose = (kind: string, lines: readonly object[], more: object = {}): Promise<Answer<Act>> =>
    api.client.post<Act>(
      '/budget-acts',
      { kind, reason: 'Nachtragshaushalt', documentReference: 'GVBl. 2026 S. 12', lines, ...more },
      officer,
    );
  const apply = (id: string, as: string = PERSONAS.budgetOfficerSecond): Promise<Answer<Act>> =>
    api.client.post<Act>(`/budget-acts/${id}/application`, {}, { as });

  it('book nothing when proposed, and exactly the proposal when a second person releases them', async () => {
    const before = await years();
    const proposed = await propose('LOCK', [{ kind: 'LOCK', year: 2027, amountCents: MILLION }]);

    expect([proposed.status, proposed.body.state]).toEqual([201, 'PROPOSED']);
    expect(proposed.body.actNumber).toMatch(/^HH-2026-\d{4}$/);
    expect(await years()).toEqual(before);

    expect((await apply(proposed.body.id)).body.state).toBe('APPLIED');
    const after = (await years()).get(2027);
    expect([after?.lockedCents, after?.freeCents]).toEqual([MILLION, (before.get(2027)?.freeCents ?? 0) - MILLION]);

    const released = await propose('UNLOCK', [{ kind: 'UNLOCK', year: 2027, amountCents: MILLION }]);
    await apply(released.body.id);
    expect(await years()).toEqual(before);
  });

  it('are never released by who proposed them, also not over a stale button (403)', async () => {
    const proposed = await propose('LOCK', [{ kind: 'LOCK', year: 2028, amountCents: 1 }]);

    expect(proposed.body.actions).toContainEqual({
      action: 'apply',
      allowed: false,
      reasonCode: 'budget-act.same-person',
    });
    expectProblem(await apply(proposed.body.id, PERSONAS.budgetOfficer), 403, 'budget-act.same-person');
    expectProblem(
      await api.client.post(`/budget-acts/${proposed.body.id}/withdrawal`, {}, second),
      403,
      'budget-act.not-proposer',
    );
    expect((await api.client.post<Act>(`/budget-acts/${proposed.body.id}/withdrawal`, {}, officer)).body.state).toBe(
      'WITHDRAWN',
    );
    expectProblem(await apply(proposed.body.id), 409, 'budget-act.wrong-state');
  });

  it('move money between years without changing the total, and refuse what does not balance (422)', async () => {
    const before = await years();
    const lines = [
      { kind: 'REPHASE_OUT', year: 2028, amountCents: MILLION },
      { kind: 'REPHASE_IN', year: 2029, amountCents: MILLION },
    ];
    await apply((await propose('REPHASE', lines)).body.id);

    const after = await years();
    const total = (map: Map<number, Year>): number =>
      [...map.values()].reduce((sum, { appropriatedCents }) => sum + appropriatedCents, 0);
    expect(total(after)).toBe(total(before));
    expect(after.get(2029)?.appropriatedCents).toBe((before.get(2029)?.appropriatedCents ?? 0) + MILLION);
    expectProblem(
      await propose('REPHASE', [lines[0] ?? {}, { kind: 'REPHASE_IN', year: 2029, amountCents: MILLION - 1 }]),
      422,
      'budget-act.not-balanced',
      { outCents: MILLION, inCents: MILLION - 1 },
    );
  });

  it('carry over only with the consent of the Finance Ministry and an end within two years (422)', async () => {
    const lines = [
      { kind: 'CARRY_OUT', year: 2026, amountCents: MILLION },
      { kind: 'CARRY_IN', year: 2027, amountCents: MILLION },
    ];

    expectProblem(await propose('CARRY_OVER', lines), 422, 'budget-act.consent-missing');
    expectProblem(
      await propose('CARRY_OVER', lines, { consentReference: 'HMdF III 2', carryOverEndsOn: '2029-01-01' }),
      422,
      'budget-act.end-out-of-range',
      { latestYear: 2028 },
    );
    const before = await years();
    const proposed = await propose('CARRY_OVER', lines, {
      consentReference: 'HMdF III 2',
      carryOverEndsOn: '2027-12-31',
    });
    expect((await apply(proposed.body.id)).status).toBe(200);
    expect((await years()).get(2027)?.freeCents).toBe((before.get(2027)?.freeCents ?? 0) + MILLION);
  });

  it('shift between budget lines, and show before and after to the cent', async () => {
    const line = await api.client.post<{ id: string }>(
      '/budget-lines',
      { code: 'WIR-S', name: 'Sachmittel', departmentalPlan: '08', chapter: '08 05', title: '547 01' },
      officer,
    );
    const lines = [{ kind: 'SHIFT', year: 2030, amountCents: 4_200, targetLineId: line.body.id }];
    const preview = await api.client.post<{ effects: object[] }>(
      '/budget-acts/preview',
      { kind: 'LINE_SHIFT', reason: 'Probe', documentReference: 'Vermerk', lines },
      officer,
    );

    expect(preview.body.effects).toEqual([
      expect.objectContaining({ account: 'free', lineCode: 'WIR', beforeCents: 440_000_000, afterCents: 439_995_800 }),
      expect.objectContaining({ account: 'free', lineCode: 'WIR-S', beforeCents: 0, afterCents: 4_200 }),
    ]);
    const before = await years();
    expect((await apply((await propose('LINE_SHIFT', lines)).body.id)).status).toBe(200);
    expect(await years()).toEqual(before);
  });

  it('refuse one cent too much with the amount that is free (409)', async () => {
    const free = (await years()).get(2030)?.freeCents ?? 0;

    // 4 200 cents of 2030 lie on the second line by now.
    expectProblem(
      await propose('LOCK', [{ kind: 'LOCK', year: 2030, amountCents: free - 4_200 + 1 }]),
      409,
      'budget.exceeded',
      { year: 2030, freeCents: free - 4_200 },
    );
  });

  it('are all or nothing when the money went elsewhere between proposal and release', async () => {
    const free = ((await years()).get(2029)?.freeCents ?? 0) - MILLION;
    const first = await propose('LOCK', [{ kind: 'LOCK', year: 2029, amountCents: free }]);
    const rival = await propose('LOCK', [
      { kind: 'LOCK', year: 2028, amountCents: 1 },
      { kind: 'LOCK', year: 2029, amountCents: free },
    ]);
    await apply(first.body.id);
    const before = await years();

    expectProblem(await apply(rival.body.id), 409, 'budget.exceeded', { year: 2029 });
    expect(await years()).toEqual(before);
  });

  it('refuse the application what the act does not say, also by SQL', async () => {
    const proposed = await propose('LOCK', [{ kind: 'LOCK', year: 2027, amountCents: 5 }]);
    const owner = api.database.owner;

    await expect(
      owner.query(
        `UPDATE budget.budget_act SET state = 'APPLIED', decided_at = platform.now(), decided_by_person_id = gen_random_uuid(), version = version + 1 WHERE id = $1`,
        [proposed.body.id],
      ),
    ).rejects.toMatchObject({ constraint: 'budget_act_booked_as_proposed' });
  });

  it('let a year end by what lapses, to the cent', async () => {
    await driveToState(api.client, 'BUDGET_CONFIRMED', { applicant: 'WI', years: [2027] });
    const move = (state: string): Promise<Answer<Year & { code?: string }>> =>
      api.client.post(`/budget/2027/state`, { state, reason: 'Abschluss' }, officer);
    for (const state of ['OPEN', 'CASH_CLOSED']) await move(state);

    expectProblem(await move('CLOSED'), 409, 'budget-year.reservations-open');
    expectProblem(await propose('LOCK', [{ kind: 'LOCK', year: 2027, amountCents: 5 }]), 409, 'budget.year-not-open', {
      year: 2027,
    });
  });

  it('refuse the wrong role (403), strangers (401) and unknown acts (404)', async () => {
    const body = {
      kind: 'LOCK',
      reason: 'x',
      documentReference: 'y',
      lines: [{ kind: 'LOCK', year: 2028, amountCents: 1 }],
    };
    const unknown = '00000000-0000-4000-8000-000000000000';
    const answers = await Promise.all([
      api.client.post('/budget-acts', body, { as: PERSONAS.caseWorker }),
      api.client.post('/budget-acts', body, { as: PERSONAS.auditor }),
      api.client.post('/budget-acts', body, { idempotencyKey: unknown }),
      api.client.get(`/budget-acts/${unknown}`, officer),
      api.client.post(`/budget-acts/${unknown}/application`, {}, second),
      api.client.post('/budget-acts', { ...body, lines: [{ kind: 'LOCK', year: 2028, amountCents: 0 }] }, officer),
    ]);

    expect(answers.map(({ status }) => status)).toEqual([403, 403, 401, 404, 404, 400]);
  });
});
