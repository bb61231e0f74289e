import { continueTo, driveToState, PERSONAS, type Answer, type Journey } from '@wir/shared/testing';
import { moreInstalments } from '../disbursements/more-instalments';
import { useApi } from '../use-api';

interface Forecast {
  readonly years: readonly {
    year: number;
    paidCents: number;
    orderedCents: number;
    scheduledCents: number;
    unscheduledCents: number;
    totalCents: number;
    byYearEndCents: number;
  }[];
  readonly months: readonly { month: string; paidCents: number; orderedCents: number; scheduledCents: number }[];
}
interface BudgetYear {
  readonly year: number;
  readonly paidCents: number;
  readonly orderedCents: number;
  readonly committedCents: number;
}

describe('GET /budget/forecast', () => {
  const api = useApi();
  const officer = { as: PERSONAS.budgetOfficer };
  const worker = { as: PERSONAS.caseWorker };
  let journey: Journey;
  beforeAll(async () => {
    await driveToState(api.client, 'SIGNED', { applicant: 'KS', years: [2026, 2027] });
    journey = await driveToState(api.client, 'BANK_CONFIRMED', { applicant: 'WI', years: [2026, 2027] });
  });

  const get = <T>(path: string): Promise<Answer<T>> => api.client.get<T>(path, officer);
  const forecast = async (filter = ''): Promise<Forecast> => (await get<Forecast>(`/budget/forecast${filter}`)).body;
  const sumOf = (months: Forecast['months'], part: 'paidCents' | 'orderedCents' | 'scheduledCents'): number =>
    months.reduce((sum, month) => sum + month[part], 0);

  /** Each year's total is what the ledger has paid, ordered and promised, to the cent. */
  const expectLedger = ({ years, months }: Forecast, ledger: readonly BudgetYear[]): void => {
    const booked = ledger.map((each) => [each.year, each.paidCents + each.orderedCents + each.committedCents]);
    const shown = years.map(({ year, totalCents }) => [year, totalCents]);
    expect(shown.filter(([, total]) => total !== 0)).toEqual(booked.filter(([, total]) => total !== 0));
    for (const each of years) {
      expect(each.byYearEndCents).toBe(each.paidCents + each.orderedCents + each.scheduledCents);
      expect(each.totalCents).toBe(each.byYearEndCents + each.unscheduledCents);
      const own = months.filter(({ month }) => month.startsWith(String(each.year)));
      expect(sumOf(own, 'paidCents')).toBe(each.paidCents);
      expect(sumOf(own, 'scheduledCents')).toBe(each.scheduledCents);
    }
  };
  const ledger = async (): Promise<readonly BudgetYear[]> => (await get<{ years: BudgetYear[] }>('/budget')).body.years;

  it('shows promises without a plan as not planned, in every year of the budget', async () => {
    const answer = await forecast();

    expectLedger(answer, await ledger());
    expect(answer.years.map(({ year }) => year)).toEqual([2026, 2027, 2028, 2029, 2030]);
    expect(answer.months).toHaveLength(60);
    expect(answer.years[0]?.unscheduledCents).toBe(answer.years[0]?.totalCents);
  });

  it('pays the instalments of the plan in their months', async () => {
    const { body: award } = await api.client.get<{ version: number }>(`/awards/${journey.awardId}`, worker);
    const { body: plan } = await api.client.get<{ proposal: { dueOn: string; amountCents: number }[] }>(
      `/awards/${journey.awardId}/instalments`,
      worker,
    );
    await api.client.put(
      `/awards/${journey.awardId}/instalments`,
      { instalments: plan.proposal },
      { ...worker, ifMatch: award.version },
    );

    const answer = await forecast();

    expectLedger(answer, await ledger());
    for (const { dueOn, amountCents } of plan.proposal)
      expect(answer.months.find(({ month }) => month === dueOn.slice(0, 7))?.scheduledCents).toBe(amountCents);
  });

  it('follows an order and its payment, and stays equal to the ledger', async () => {
    const paid = await continueTo(
      { ...journey, options: { ...journey.options, instalmentCents: 1_234_567 }, reached: 'BANK_CONFIRMED' },
      'PAID',
    );
    await moreInstalments(paid, [98_765], 'ORDERED');

    const answer = await forecast();

    expectLedger(answer, await ledger());
    expect(answer.years[0]).toMatchObject({ year: 2026, paidCents: 1_234_567, orderedCents: 98_765 });
    const { rows } = await api.database.owner.query<{ month: string }>(
      "SELECT to_char(value_date, 'YYYY-MM') AS month FROM disbursements.payment_order WHERE state = 'PAID'",
    );
    expect(answer.months.find(({ month }) => month === rows[0]?.month)?.paidCents).toBe(1_234_567);
    expect(sumOf(answer.months, 'orderedCents')).toBe(98_765);
  });

  it('of one municipality, or of one module, equals the figures of its bookings', async () => {
    const { body: application } = await get<{ applicantId: string }>(`/applications/${journey.applicationId}`);
    const own = `?applicantId=${application.applicantId}`;

    expectLedger(await forecast(own), (await get<{ years: BudgetYear[] }>(`/budget/cases${own}`)).body.years);
    expect(await forecast('?moduleCode=DIVERSITY_CENTRE')).toMatchObject({ years: (await forecast()).years });
    const none = await forecast('?moduleCode=UNKNOWN');
    expect(none.years.every(({ totalCents }) => totalCents === 0)).toBe(true);
  });

  it('refuses what is no id (400) and strangers (401, 403)', async () => {
    const answers = await Promise.all([
      get('/budget/forecast?applicantId=1'),
      get('/budget/forecast?asOf=2026-01-01T00:00:00Z'),
      api.client.get('/budget/forecast'),
      api.client.get('/budget/forecast', { as: 'antrag@wi.wir.example' }),
      api.client.get('/budget/forecast', { as: PERSONAS.press }),
    ]);

    expect(answers.map(({ status }) => status)).toEqual([400, 400, 401, 403, 403]);
  });
});
