import Holidays from 'date-holidays';
import { getHolidays } from 'feiertagejs';
import { hessianHolidays, isWorkingDay, nextWorkingDay } from './hessian-holidays';
import { localDate } from './local-date';

const YEARS = Array.from({ length: 16 }, (_, index) => 2025 + index);

function ours(year: number): string[] {
  return hessianHolidays(year)
    .map(({ date }) => String(date))
    .sort();
}

describe('the public holidays of Hessen', () => {
  it.each(YEARS)('in %d are those of feiertagejs', (year) => {
    const theirs = getHolidays(year, 'HE')
      .map((holiday) => holiday.dateString)
      .sort();

    expect(ours(year)).toEqual(theirs);
  });

  it.each(YEARS)('in %d are those of date-holidays', (year) => {
    const theirs = new Holidays('DE', 'HE')
      .getHolidays(year)
      .filter(({ type }) => type === 'public')
      .map(({ date }) => date.slice(0, 10));
    // Easter Sunday and Whit Sunday are always Sundays; whether a list names them changes no deadline.
    const withoutSundays = [...new Set(theirs)].filter(
      (date) => ours(year).includes(date) || new Date(`${date}T00:00:00Z`).getUTCDay() !== 0,
    );

    expect(withoutSundays.sort()).toEqual(ours(year));
  });

  it('knows the movable days of the funding period', () => {
    expect(ours(2028)).toEqual(
      expect.arrayContaining(['2028-04-14', '2028-04-17', '2028-05-25', '2028-06-05', '2028-06-15']),
    );
  });
});

describe('a working day', () => {
  it.each(['2026-12-24', '2026-12-31', '2026-11-18'])('%s is one', (day) => {
    expect(isWorkingDay(localDate(day))).toBe(true);
  });

  it.each(['2026-03-07', '2026-03-08', '2026-04-03', '2026-06-04'])('%s is none', (day) => {
    expect(isWorkingDay(localDate(day))).toBe(false);
  });

  it('is looked for over Easter and over the turn of the year', () => {
    expect(nextWorkingDay(localDate('2029-03-30'))).toBe('2029-04-03');
    expect(nextWorkingDay(localDate('2027-01-01'))).toBe('2027-01-04');
    expect(nextWorkingDay(localDate('2027-01-04'))).toBe('2027-01-04');
  });
});
