import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { drawSample, populationDigest, type SampledPayment } from './payment-sample';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
const payments = (count: number): SampledPayment[] =>
  Array.from({ length: count }, (_, index) => ({
    orderNumber: `WIR-2026-A-${String(index + 1).padStart(5, '0')}`,
    amountCents: (index + 1) * 100,
    valueDate: '2026-03-05',
  }));
const numbers = (drawn: readonly { payment: SampledPayment }[]): string[] =>
  drawn.map(({ payment }) => payment.orderNumber);

describe('a sample of payments', () => {
  it('is the same whenever it is drawn, and in whatever order the payments come', () => {
    const population = payments(200);

    const drawn = numbers(drawSample(population, { seed: 'LRH-2026', size: 10 }, sha256));

    expect(drawn).toHaveLength(10);
    expect(numbers(drawSample(population.toReversed(), { seed: 'LRH-2026', size: 10 }, sha256))).toEqual(drawn);
    expect(numbers(drawSample(population, { seed: 'LRH-2027', size: 10 }, sha256))).not.toEqual(drawn);
  });

  it('holds the smaller sample of the same seed, and never more than there are', () => {
    const population = payments(12);
    const small = drawSample(population, { seed: 'a', size: 5 }, sha256);
    const large = drawSample(population, { seed: 'a', size: 50 }, sha256);

    expect(large.slice(0, 5)).toEqual(small);
    expect(large.map(({ rank }) => rank)).toEqual(Array.from({ length: 12 }, (_, index) => index + 1));
  });

  it('knows the published example', () => {
    // printf 'a|WIR-2026-A-00001' | sha256sum
    expect(drawSample(payments(1), { seed: 'a', size: 1 }, sha256)[0]?.key).toBe(
      '7106fa0f31af454c4495f1ed252f9d74e8f8b64875fe46bb20debbebc5fdb711',
    );
    // printf 'WIR-2026-A-00001;100;2026-03-05\nWIR-2026-A-00002;200;2026-03-05\n' | sha256sum
    expect(populationDigest(payments(2).toReversed(), sha256)).toBe(
      'fdd9be5772f50fcb6afc2cdc5a0e5a2bc8bc1ce6c030557726944d9f1032ad24',
    );
  });

  it('gives each payment the same chance', () => {
    const population = payments(20);
    const hits = new Map<string, number>();
    for (let seed = 0; seed < 2_000; seed += 1)
      for (const number of numbers(drawSample(population, { seed: String(seed), size: 5 }, sha256)))
        hits.set(number, (hits.get(number) ?? 0) + 1);

    // Expected 500 each with a deviation of 19; six of them are never left by chance.
    for (const { orderNumber } of population) expect(Math.abs((hits.get(orderNumber) ?? 0) - 500)).toBeLessThan(120);
  });

  it('notices any payment added, left out or changed in the population', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 29 }), fc.integer({ min: 1, max: 9 }), (place, change) => {
        const population = payments(30);
        const digest = populationDigest(population, sha256);
        const changed = population.map((each, index) =>
          index === place ? { ...each, amountCents: each.amountCents + change } : each,
        );
        expect(populationDigest(changed, sha256)).not.toBe(digest);
        expect(populationDigest(population.toSpliced(place, 1), sha256)).not.toBe(digest);
      }),
    );
  });
});
