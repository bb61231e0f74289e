import { addressOf, randomSeed, wishOf } from './sample-address';

describe('the address of a sample', () => {
  it('asks for a sample only with seed and size', () => {
    expect(wishOf({})).toBeNull();
    expect(wishOf({ startwert: 'a' })).toBeNull();
    for (const anzahl of ['0', '501', '-1', '2.5', 'viele']) expect(wishOf({ startwert: 'a', anzahl })).toBeNull();
    expect(wishOf({ startwert: ' a ', anzahl: '25' })).toEqual({
      seed: 'a',
      size: 25,
      from: null,
      to: null,
      minCents: null,
    });
  });

  it('says the same as the wish it was made of', () => {
    const wish = { seed: 'LRH 1', size: 500, from: '2026-01-01', to: '2026-12-31', minCents: 1_000_000 };

    const { startwert, anzahl, von, bis, ab } = addressOf(wish);
    expect(
      wishOf({
        startwert: startwert ?? '',
        anzahl: anzahl ?? '',
        von: von ?? '',
        bis: bis ?? '',
        ab: ab ?? '',
      }),
    ).toEqual(wish);
  });

  it('is proposed with a seed nobody chose', () => {
    const seeds = new Set(Array.from({ length: 50 }, randomSeed));

    expect(seeds.size).toBe(50);
    expect([...seeds].every((seed) => /^[0-9a-f]{8}$/.test(seed))).toBe(true);
  });
});
