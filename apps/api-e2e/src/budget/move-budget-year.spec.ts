import { randomUUID } from 'node:crypto';
import { continueTo, driveToState, PERSONAS } from '@wir/shared/testing';
import { useApi } from '../use-api';

describe('POST /budget/{year}/state', () => {
  const api = useApi();
  const move = (
    year: number | string,
    state: string,
    as: string = PERSONAS.budgetOfficer,
  ): ReturnType<typeof api.client.post<{ code: string; state: string }>> =>
    api.client.post(`/budget/${year}/state`, { state, reason: 'Haushaltsgesetz verkündet.' }, { as });

  it('opens a planned year, with a trace and a past that stays as it was (200)', async () => {
    const before = (await api.client.get<{ asOf: string }>('/budget', { as: PERSONAS.auditor })).body;

    const provisional = await move(2027, 'PROVISIONAL');
    const open = await move(2027, 'OPEN');

    expect(provisional).toMatchObject({
      status: 200,
      body: { year: 2027, state: 'PROVISIONAL', appropriatedCents: 440_000_000 },
    });
    expect([open.status, open.body.state]).toEqual([200, 'OPEN']);
    const then = await api.client.get(`/budget?asOf=${before.asOf}`, { as: PERSONAS.auditor });
    expect(then.body).toEqual(before);
    const events = await api.client.get<{ items: { fromState: string; toState: string; reason: string }[] }>(
      '/audit/events?objectType=BUDGET_YEAR&objectId=2027',
      { as: PERSONAS.auditor },
    );
    expect(events.body.items.map(({ fromState, toState }) => `${fromState} ${toState}`).toSorted()).toEqual([
      'PLANNED PROVISIONAL',
      'PROVISIONAL OPEN',
    ]);
  });

  it('moves the year before the programme, which holds authorisations only (200)', async () => {
    await api.database.owner.query(
      "INSERT INTO budget.budget_year (programme_id, year, state) SELECT id, 2031, 'OPEN' FROM programme.programme",
    );

    const closed = await move(2031, 'CASH_CLOSED');

    expect(closed).toMatchObject({ status: 200, body: { state: 'CASH_CLOSED', appropriatedCents: 0, freeCents: 0 } });
  });

  it('never goes back and skips nothing (409)', async () => {
    const answers = [
      await move(2027, 'PROVISIONAL'),
      await move(2027, 'OPEN'),
      await move(2027, 'CLOSED'),
      await move(2028, 'CASH_CLOSED'),
    ];

    expect(answers.map(({ status, body }) => [status, body.code])).toEqual(
      answers.map(() => [409, 'budget-year.wrong-state']),
    );
  });

  it('takes bookings no more once it is closed', async () => {
    await move(2030, 'OPEN');
    await move(2030, 'CASH_CLOSED');
    const journey = await driveToState(api.client, 'REVIEWED', { applicant: 'WI', years: [2030] });

    const answer = await api.client.post(
      `/applications/${journey.applicationId}/budget-confirmation`,
      {},
      { as: PERSONAS.budgetOfficer },
    );

    expect(answer).toMatchObject({
      status: 409,
      body: { code: 'budget.year-not-open', year: 2030, state: 'CASH_CLOSED' },
    });
  });

  it('is not closed while a payment is on its way (409)', async () => {
    const journey = await driveToState(api.client, 'ORDERED', { applicant: 'KS', years: [2026] });
    await move(2026, 'CASH_CLOSED');

    const answer = await move(2026, 'CLOSED');

    expect(answer).toMatchObject({ status: 409, body: { code: 'budget-year.orders-open', orderedCents: 6_000_000 } });
    await continueTo(journey, 'PAID');
    expect((await move(2026, 'CLOSED')).body.state).toBe('CLOSED');
  });

  it('refuses wrong input (400), strangers (401, 403), unknown years (404) and a missing key (428)', async () => {
    const body = { state: 'OPEN', reason: 'Probe.' };
    const answers = await Promise.all([
      move(2028, 'PLANNED'),
      api.client.post('/budget/2028/state', { state: 'OPEN', reason: '' }, { as: PERSONAS.budgetOfficer }),
      move('next', 'OPEN'),
      api.client.post('/budget/2028/state', body, { idempotencyKey: randomUUID() }),
      move(2028, 'OPEN', PERSONAS.headOfUnit),
      move(2101, 'OPEN'),
      api.client.post('/budget/2028/state', body, { as: PERSONAS.budgetOfficer, idempotencyKey: null }),
    ]);

    expect(answers.map(({ status }) => status)).toEqual([400, 400, 400, 401, 403, 404, 428]);
  });
});
