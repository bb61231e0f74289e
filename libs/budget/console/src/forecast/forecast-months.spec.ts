import { monthsOf, outflowOf, yearsOf } from './forecast-months';

const march = { month: '2026-03', paidCents: 100, orderedCents: 20, scheduledCents: 3 };
const may = { month: '2027-05', paidCents: 0, orderedCents: 0, scheduledCents: 7 };

describe('the months of the forecast', () => {
  it('come in whole years, with nothing where nothing flows', () => {
    const months = monthsOf([may, march], 2026);

    expect(months).toHaveLength(12);
    expect(months[2]).toBe(march);
    expect(months[11]).toEqual({ month: '2026-12', paidCents: 0, orderedCents: 0, scheduledCents: 0 });
  });

  it('name each year once, the earliest first', () => {
    expect(yearsOf([may, march, { ...march, month: '2026-04' }])).toEqual([2026, 2027]);
  });

  it('sum what is paid, ordered and due by the plan', () => {
    expect(outflowOf(march)).toBe(123);
  });
});
