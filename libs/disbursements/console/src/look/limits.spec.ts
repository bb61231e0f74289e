import { aRequest } from '../testing/builders';
import { limitsOf } from './limits';

describe('the three limits of a request', () => {
  it('stand side by side with what is left afterwards', () => {
    expect(limitsOf(aRequest())).toEqual([
      { name: 'award', limitCents: 60_000_000, exceeded: false, afterCents: 54_000_000 },
      { name: 'tranche', limitCents: 12_000_000, exceeded: false, afterCents: 6_000_000 },
      { name: 'committed', limitCents: 12_000_000, exceeded: false, afterCents: 6_000_000 },
    ]);
  });

  it('are kept to the cent', () => {
    const at = (amountCents: number): boolean[] => limitsOf(aRequest({ amountCents })).map(({ exceeded }) => exceeded);

    expect(at(12_000_000)).toEqual([false, false, false]);
    expect(at(12_000_001)).toEqual([false, true, true]);
  });

  it.each(['ORDERED', 'EXPORTED', 'PAID'] as const)('count an %s amount no longer as committed', (state) => {
    const limits = { awardOpenCents: 60_000_000, trancheOpenCents: 6_000_000, yearCommittedCents: 0 };
    const committed = limitsOf(aRequest({ state, limits })).at(-1);

    expect(committed).toMatchObject({ name: 'committed', exceeded: false, afterCents: null });
  });
});
