import { isRecent } from './account-age';

describe('a change of bank data', () => {
  it.each([
    ['2026-02-01T09:00:00Z', true],
    ['2026-01-31T23:30:00Z', true],
    ['2026-01-31T22:30:00Z', false],
  ])('of %s is recent for 30 days of the Berlin calendar: %s', (moment, expected) => {
    expect(isRecent(moment, '2026-03-02')).toBe(expected);
  });
});
