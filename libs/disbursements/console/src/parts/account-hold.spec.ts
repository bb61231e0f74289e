import { holdOf } from './account-hold';

const HOLD = '2026-03-03T09:00:00.000Z';

describe('the hold of a changed account', () => {
  it('lasts until the moment the server names', () => {
    expect(holdOf({ state: 'CONFIRMED', holdUntil: HOLD }, new Date('2026-03-03T08:59:59Z'))).toBe(HOLD);
    expect(holdOf({ state: 'CONFIRMED', holdUntil: HOLD }, new Date(HOLD))).toBeNull();
  });

  it('is no matter of a first account, nor of one that nobody confirmed', () => {
    const now = new Date('2026-03-02T10:00:00Z');

    expect(holdOf({ state: 'CONFIRMED', holdUntil: null }, now)).toBeNull();
    expect(holdOf({ state: 'PROPOSED', holdUntil: HOLD }, now)).toBeNull();
  });
});
