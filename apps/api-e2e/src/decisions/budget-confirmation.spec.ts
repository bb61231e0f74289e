import { randomUUID } from 'node:crypto';
import { driveToState, PERSONAS } from '@wir/shared/testing';
import { useApi } from '../use-api';
import { alsoActsAs, refusesAsUsual } from './usual-refusals';

interface BudgetYear {
  readonly year: number;
  readonly reservedCents: number;
  readonly freeCents: number;
}

describe('POST /applications/{id}/budget-confirmation', () => {
  const api = useApi();
  const path = (id: string): string => `/applications/${id}/budget-confirmation`;

  refusesAsUsual(api, {
    path,
    body: {},
    by: PERSONAS.budgetOfficer,
    notBy: PERSONAS.caseWorker,
    notFound: 'application.not-found',
  });

  it('reserves the proposed sum of every year, once per key (200)', async () => {
    const { applicationId } = await driveToState(api.client, 'REVIEWED', {
      applicant: 'HG',
      years: [2026, 2027],
      proposedCents: 10_000_001,
    });
    const options = { as: PERSONAS.budgetOfficer, idempotencyKey: randomUUID() };

    const first = await api.client.post<{ state: string }>(path(applicationId), {}, options);
    const again = await api.client.post(path(applicationId), {}, options);

    expect([first.status, first.body.state]).toEqual([200, 'BUDGET_CONFIRMED']);
    expect([again.status, again.bytes.equals(first.bytes)]).toEqual([200, true]);
    const budget = await api.client.get<{ years: BudgetYear[] }>('/budget', { as: PERSONAS.budgetOfficer });
    expect(
      budget.body.years
        .filter(({ year }) => year <= 2028)
        .map(({ reservedCents, freeCents }) => [reservedCents, freeCents]),
    ).toEqual([
      [10_000_001, 429_999_999],
      [10_000_001, 429_999_999],
      [0, 440_000_000],
    ]);
  });

  it('refuses a second confirmation (409)', async () => {
    const { applicationId } = await driveToState(api.client, 'BUDGET_CONFIRMED', { applicant: 'KB', years: [2026] });

    const answer = await api.client.post<{ code: string }>(path(applicationId), {}, { as: PERSONAS.budgetOfficer });

    expect([answer.status, answer.body.code]).toEqual([409, 'application.wrong-state']);
  });

  it('refuses the person who reviewed, in whatever role (403)', async () => {
    const { applicationId } = await driveToState(api.client, 'REVIEWED', { applicant: 'DA', years: [2026] });
    await alsoActsAs(api, PERSONAS.caseWorker, 'BUDGET_OFFICER');

    const answer = await api.client.post<{ code: string }>(path(applicationId), {}, { as: PERSONAS.caseWorker });

    expect([answer.status, answer.body.code]).toEqual([403, 'application.budget-confirmer-is-reviewer']);
  });

  it('refuses the cent that is not free, with year and rest, and reserves nothing in the other years (409)', async () => {
    const { applicationId } = await driveToState(api.client, 'REVIEWED', {
      applicant: 'OF',
      years: [2028, 2029],
      yearCents: 11_000_001,
    });
    await api.database.owner.query(
      `INSERT INTO budget.transfer (kind, from_account_id, to_account_id, amount_cents, value_date, command_key, line, booked_by)
       SELECT 'LOCK', f.id, budget.account_for(f.programme_id, 'locked', 2029, NULL, NULL), f.balance_cents - 11000000, '2026-03-02', gen_random_uuid(), 1, gen_random_uuid()
       FROM budget.account f WHERE f.kind = 'free' AND f.budget_year = 2029`,
    );

    const answer = await api.client.post<{ code: string; detail: string; year: number }>(
      path(applicationId),
      {},
      { as: PERSONAS.budgetOfficer },
    );

    expect(answer).toMatchObject({
      status: 409,
      body: { code: 'budget.exceeded', year: 2029, freeCents: 11_000_000, requestedCents: 11_000_001 },
    });
    expect(answer.body.detail).toContain('110.000,00');
    const { rows } = await api.database.owner.query(
      'SELECT count(*)::integer AS booked FROM budget.transfer WHERE application_id = $1',
      [applicationId],
    );
    expect(rows).toEqual([{ booked: 0 }]);
  });
});
