import { berlinMidnight } from './berlin-midnight';
import { localDate } from './local-date';

describe('the beginning of a day in Germany', () => {
  it.each([
    ['2026-03-02', '2026-03-01T23:00:00.000Z'],
    ['2026-03-29', '2026-03-28T23:00:00.000Z'],
    ['2026-03-30', '2026-03-29T22:00:00.000Z'],
    ['2026-10-25', '2026-10-24T22:00:00.000Z'],
    ['2026-10-26', '2026-10-25T23:00:00.000Z'],
  ])('of %s is %s, also around the change of clocks', (day, moment) => {
    expect(berlinMidnight(localDate(day)).toISOString()).toBe(moment);
  });
});
