import { cents, localDate, sum } from '@wir/shared/kernel';
import { forecastOutflow, type ForecastFacts, type ForecastMonth } from './forecast';

const TODAY = localDate('2026-03-20');
const NOTHING: ForecastFacts = { today: TODAY, years: [2026], paid: [], ordered: [], committed: [], instalments: [] };
const money = (
  day: string,
  amount: number,
): { year: number; day: ReturnType<typeof localDate>; amountCents: ReturnType<typeof cents> } => ({
  year: Number(day.slice(0, 4)),
  day: localDate(day),
  amountCents: cents(amount),
});
const promise = (
  amount: number,
  year = 2026,
): { awardId: string; year: number; amountCents: ReturnType<typeof cents> } => ({
  awardId: 'award',
  year,
  amountCents: cents(amount),
});
const month = (months: readonly ForecastMonth[], wanted: string): ForecastMonth | undefined =>
  months.find((each) => each.month === wanted);

describe('the forecast of the outflow', () => {
  it('shows every month of the years of the budget, also the empty ones', () => {
    const { years, months } = forecastOutflow({ ...NOTHING, years: [2026, 2027] });

    expect(years.map(({ year, totalCents }) => [year, totalCents])).toEqual([
      [2026, 0],
      [2027, 0],
    ]);
    expect(months).toHaveLength(24);
    expect([months[0]?.month, months[23]?.month]).toEqual(['2026-01', '2027-12']);
  });

  it('counts payments on their value date and takes repayments off', () => {
    const { years, months } = forecastOutflow({
      ...NOTHING,
      paid: [money('2026-02-10', 500), money('2026-03-01', -200)],
    });

    expect(years[0]).toMatchObject({ paidCents: 300, totalCents: 300, byYearEndCents: 300 });
    expect([month(months, '2026-02')?.paidCents, month(months, '2026-03')?.paidCents]).toEqual([500, -200]);
  });

  it('expects nothing in the past: an overdue order is expected today', () => {
    const { months } = forecastOutflow({ ...NOTHING, ordered: [money('2026-02-28', 700), money('2026-05-02', 300)] });

    expect(month(months, '2026-02')?.orderedCents).toBe(0);
    expect(month(months, '2026-03')?.orderedCents).toBe(700);
    expect(month(months, '2026-05')?.orderedCents).toBe(300);
  });

  it('pays instalments of what is still open, the rest is not planned', () => {
    const instalments = [
      { ...promise(600), dueOn: localDate('2026-09-15') },
      { ...promise(600), dueOn: localDate('2026-03-15') },
      { ...promise(50, 2027), dueOn: localDate('2027-03-15') },
    ];

    const short = forecastOutflow({ ...NOTHING, committed: [promise(1_000)], instalments });
    expect(month(short.months, '2026-03')?.scheduledCents).toBe(600);
    expect(month(short.months, '2026-09')?.scheduledCents).toBe(400);
    expect(short.years[0]).toMatchObject({ scheduledCents: 1_000, unscheduledCents: 0 });

    const long = forecastOutflow({ ...NOTHING, committed: [promise(1_500)], instalments });
    expect(long.years[0]).toMatchObject({
      scheduledCents: 1_200,
      unscheduledCents: 300,
      byYearEndCents: 1_200,
      totalCents: 1_500,
    });
  });

  it('expects no instalment of a year that is over', () => {
    const { years } = forecastOutflow({
      ...NOTHING,
      today: localDate('2027-01-05'),
      committed: [promise(600)],
      instalments: [{ ...promise(600), dueOn: localDate('2026-09-15') }],
    });

    expect(years[0]).toMatchObject({ scheduledCents: 0, unscheduledCents: 600, totalCents: 600 });
  });

  it('has the same sums by month and by year, whatever is paid and planned', () => {
    const { years, months } = forecastOutflow({
      today: TODAY,
      years: [2026, 2027],
      paid: [money('2026-01-31', 11), money('2027-12-31', 13)],
      ordered: [money('2025-12-01', 17), money('2027-01-01', 19)],
      committed: [promise(23), promise(29, 2027)],
      instalments: [
        { ...promise(7), dueOn: localDate('2026-03-15') },
        { ...promise(90, 2027), dueOn: localDate('2027-09-15') },
      ],
    });

    for (const part of ['paidCents', 'orderedCents', 'scheduledCents'] as const)
      expect(sum(months.map((each) => each[part]))).toBe(sum(years.map((each) => each[part])));
    expect(years.map(({ year }) => year)).toEqual([2025, 2026, 2027]);
    expect(sum(years.map(({ totalCents }) => totalCents))).toBe(11 + 13 + 17 + 19 + 23 + 29);
  });
});
