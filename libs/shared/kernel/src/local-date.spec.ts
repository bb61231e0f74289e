import fc from 'fast-check';
import { berlinDay } from './berlin-day';
import {
  addDays,
  addMonths,
  daysBetween,
  formatGermanDate,
  formatGermanDateLong,
  localDate,
  parseGermanDate,
  parseLocalDate,
  partsOf,
  weekdayOf,
} from './local-date';
import { propertySeed } from './property-seed';

const seed = propertySeed('local date');
const anyDay = fc.integer({ min: 0, max: 80_000 }).map((offset) => addDays(localDate('1950-01-01'), offset));

describe('a local date', () => {
  it.each([
    '2026-02-29',
    '2026-13-01',
    '2026-00-10',
    '2026-1-1',
    '1899-12-31',
    '2026-04-31',
    '',
    '2026-01-01T00:00:00Z',
  ])('refuses %p', (text) => {
    expect(parseLocalDate(text)).toBeNull();
    expect(() => localDate(text)).toThrow('date.invalid');
  });

  it('is read and written in German', () => {
    expect(parseGermanDate('5.10.2026')).toBe('2026-10-05');
    expect(parseGermanDate('31.02.2026')).toBeNull();
    expect(formatGermanDate(localDate('2026-10-05'))).toBe('05.10.2026');
    expect(formatGermanDateLong(localDate('2026-10-05'))).toBe('Montag, 05.10.2026');
  });

  it.each([
    ['2027-01-31', 1, '2027-02-28'],
    ['2028-01-31', 1, '2028-02-29'],
    ['2028-02-29', 12, '2029-02-28'],
    ['2026-11-30', 3, '2027-02-28'],
    ['2026-03-31', -1, '2026-02-28'],
    ['2026-12-15', 1, '2027-01-15'],
    ['2026-01-15', -1, '2025-12-15'],
  ])('%s plus %d months is %s', (from, months, expected) => {
    expect(addMonths(localDate(from), months)).toBe(expected);
  });

  it('agrees with the calendar of the machine on days and weekdays', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -4000, max: 4000 }), (day, step) => {
        const moment = new Date(`${day}T00:00:00Z`);
        expect(weekdayOf(day)).toBe(moment.getUTCDay() === 0 ? 7 : moment.getUTCDay());
        moment.setUTCDate(moment.getUTCDate() + step);
        expect(addDays(day, step)).toBe(moment.toISOString().slice(0, 10));
        expect(daysBetween(day, addDays(day, step))).toBe(step);
      }),
      { seed },
    );
  });

  it('keeps the day number or takes the last day of the month', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 0, max: 60 }), (day, months) => {
        const later = addMonths(day, months);
        expect(partsOf(later).day <= partsOf(day).day).toBe(true);
        if (partsOf(later).day < partsOf(day).day) expect(partsOf(addDays(later, 1)).day).toBe(1);
      }),
      { seed },
    );
  });
});

describe('the day in Berlin', () => {
  it.each([
    ['2026-12-31T22:59:59Z', '2026-12-31'],
    ['2026-12-31T23:00:00Z', '2027-01-01'],
    ['2026-07-01T21:59:59Z', '2026-07-01'],
    ['2026-07-01T22:00:00Z', '2026-07-02'],
    ['2026-10-25T00:30:00Z', '2026-10-25'],
    ['2026-03-29T01:00:00Z', '2026-03-29'],
  ])('at %s is %s', (moment, expected) => {
    expect(berlinDay(new Date(moment))).toBe(expected);
  });
});
