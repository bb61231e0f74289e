import { driveToState, PERSONAS, type Answer } from '@wir/shared/testing';
import { useApi } from '../use-api';

interface Parts {
  readonly reservedCents: number;
  readonly committedCents: number;
  readonly paidCents: number;
}
interface Difference {
  readonly from: string;
  readonly figures: readonly {
    year: number;
    dueYear: number | null;
    figure: string;
    beforeCents: number;
    afterCents: number;
    differenceCents: number;
  }[];
  readonly bookings: readonly {
    year: number;
    dueYear: number | null;
    fromFigure: string;
    toFigure: string;
    amountCents: number;
  }[];
}

describe('figures of the budget', () => {
  const api = useApi();
  const officer = { as: PERSONAS.budgetOfficer };
  const get = <T>(path: string): Promise<Answer<T>> => api.client.get<T>(path, officer);

  it('of one municipality are those of its bookings, each with a list of the same sum', async () => {
    const wiesbaden = await driveToState(api.client, 'SIGNED', { applicant: 'WI', years: [2026, 2027] });
    await driveToState(api.client, 'BUDGET_CONFIRMED', { applicant: 'KS', years: [2026] });
    const { body: application } = await get<{ applicantId: string }>(`/applications/${wiesbaden.applicationId}`);

    const own = (await get<{ total: Parts }>(`/budget/cases?applicantId=${application.applicantId}`)).body;
    const all = (await get<{ total: Parts }>('/budget/cases?moduleCode=DIVERSITY_CENTRE')).body;
    const whole = (await get<{ total: Parts }>('/budget')).body;

    expect(own.total.reservedCents).toBe(0);
    expect(own.total.committedCents).toBeGreaterThan(0);
    expect(all.total.committedCents).toBe(whole.total.committedCents);
    expect(all.total.reservedCents).toBe(whole.total.reservedCents);
    const list = await get<{ sumCents: number }>(
      `/budget/total/transfers?account=committed&applicantId=${application.applicantId}`,
    );
    expect(list.body.sumCents).toBe(own.total.committedCents);
  });

  it('then and now differ by exactly the bookings in between', async () => {
    const before = (await get<{ asOf: string }>('/budget')).body;
    await driveToState(api.client, 'SIGNED', { applicant: 'F', years: [2026, 2028] });

    const { figures, bookings } = (await get<Difference>(`/budget/difference?from=${before.asOf}`)).body;

    expect(bookings.length).toBeGreaterThan(0);
    expect(bookings.some(({ dueYear, toFigure }) => dueYear === 2028 && toFigure === 've_used')).toBe(true);
    for (const { year, dueYear, figure, beforeCents, afterCents, differenceCents } of figures) {
      const own = bookings.filter((booking) => booking.year === year && booking.dueYear === dueYear);
      const added = own
        .filter(({ toFigure }) => toFigure === figure)
        .reduce((sum, { amountCents }) => sum + amountCents, 0);
      const taken = own
        .filter(({ fromFigure }) => fromFigure === figure)
        .reduce((sum, { amountCents }) => sum + amountCents, 0);
      expect({ year, figure, differenceCents }).toEqual({
        year,
        figure,
        differenceCents: ['appropriated', 've_authorised'].includes(figure) ? taken - added : added - taken,
      });
      expect(afterCents - beforeCents).toBe(differenceCents);
    }
  });

  it('of the past stay the same when they are read from a snapshot', async () => {
    const asOf = (await get<{ asOf: string }>('/budget')).body.asOf;
    const before = (await get(`/budget?asOf=${asOf}`)).body;
    await api.client.put('/demo/clock', { now: '2026-05-04T09:00:00+02:00' }, { ...officer, ifMatch: 1 });
    const { rows } = await api.database.owner.query<{ count: string }>(
      'SELECT count(DISTINCT taken_at) AS count FROM budget.balance_snapshot',
    );
    await driveToState(api.client, 'SIGNED', { applicant: 'DA', years: [2026] });

    const { body: difference } = await get<Difference>(`/budget/difference?from=2026-04-15T00:00:00.000Z`);

    expect(Number(rows[0]?.count)).toBe(2);
    expect((await get(`/budget?asOf=${asOf}`)).body).toEqual(before);
    expect(
      difference.figures.find(({ year, figure }) => year === 2026 && figure === 'committed')?.differenceCents,
    ).toBeGreaterThan(0);
  });

  it('refuse a moment that is none (400) and strangers (401, 403)', async () => {
    const answers = await Promise.all([
      get('/budget/difference?from=gestern'),
      get('/budget/difference'),
      api.client.get('/budget/cases'),
      api.client.get('/budget/cases', { as: 'antrag@wi.wir.example' }),
      api.client.get('/budget/difference?from=2026-01-01T00:00:00Z', { as: PERSONAS.press }),
    ]);

    expect(answers.map(({ status }) => status)).toEqual([400, 400, 401, 403, 403]);
  });
});
