import { firstDayOf, fiscalYear, fiscalYearOf, fiscalYearsOf, lastDayOf, monthsInYear } from './fiscal-year';
import { localDate } from './local-date';

describe('a fiscal year', () => {
  it('is the calendar year', () => {
    expect(firstDayOf(fiscalYear(2026))).toBe('2026-01-01');
    expect(lastDayOf(fiscalYear(2026))).toBe('2026-12-31');
    expect(fiscalYearOf(localDate('2026-12-31'))).toBe(2026);
  });

  it('lists the years of a period in ascending order', () => {
    expect(fiscalYearsOf(localDate('2026-07-01'), localDate('2028-01-01'))).toEqual([2026, 2027, 2028]);
    expect(fiscalYearsOf(localDate('2028-01-01'), localDate('2026-01-01'))).toEqual([]);
  });

  it('counts the months of a period in the year, a begun month as one', () => {
    const [start, end] = [localDate('2026-09-15'), localDate('2028-03-31')];

    expect([2025, 2026, 2027, 2028].map((year) => monthsInYear(fiscalYear(year), start, end))).toEqual([0, 4, 12, 3]);
  });

  it('refuses what is no year', () => {
    expect(() => fiscalYear(20.26)).toThrow('fiscal-year.invalid');
    expect(() => fiscalYear(1999)).toThrow('fiscal-year.invalid');
  });
});
