import { aBlock } from '../testing/builders';
import { endFault, mayLift, reasonAgainstLifting, standingOf } from './block-rules';

const today = '2026-03-02';

describe('a block of payouts', () => {
  it.each([
    ['ACTIVE', null, 'STANDING'],
    ['ACTIVE', '2026-03-02', 'STANDING'],
    ['ACTIVE', '2026-03-01', 'OVER'],
    ['LIFTED', null, 'LIFTED'],
  ] as const)('that is %s with the end %s is %s', (state, endsOn, standing) => {
    expect(standingOf(aBlock({ state, endsOn }), today)).toBe(standing);
  });

  it('ends today at the earliest', () => {
    expect([endFault(null, today), endFault(today, today)]).toEqual([null, null]);
    expect(endFault('2026-03-01', today)).toEqual({ kind: 'payment-block.end-past' });
  });

  it('is lifted by another person than the one who set it', () => {
    const own = aBlock({ actions: [{ action: 'lift', allowed: false, reasonCode: 'payment-block.same-person' }] });
    const other = aBlock({ actions: [{ action: 'lift', allowed: true, reasonCode: null }] });

    expect([mayLift(own), mayLift(other), mayLift(aBlock())]).toEqual([false, true, false]);
    expect([reasonAgainstLifting(own), reasonAgainstLifting(other)]).toEqual(['payment-block.same-person', null]);
  });
});
