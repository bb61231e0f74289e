import fc from 'fast-check';
import {
  add,
  cents,
  euros,
  isCents,
  proportion,
  share,
  splitOver,
  subtract,
  sum,
  type Cents,
  type Rounding,
} from './cents';
import { propertySeed } from './property-seed';

const seed = propertySeed('cents');
const anyAmount = fc.integer({ min: 0, max: 1_000_000_000_000 }).map(cents);

describe('cents', () => {
  it.each([1.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53])('refuses %d', (value) => {
    expect(() => cents(value)).toThrow(RangeError);
    expect(isCents(value)).toBe(false);
  });

  it('knows no negative zero', () => {
    expect(Object.is(cents(-0), 0)).toBe(true);
  });

  it('refuses a sum that is no longer exact', () => {
    expect(() => add(cents(Number.MAX_SAFE_INTEGER), cents(1))).toThrow(RangeError);
  });

  it('adds and subtracts without loss', () => {
    fc.assert(
      fc.property(anyAmount, anyAmount, (a, b) => subtract(add(a, b), b) === a),
      { seed },
    );
  });
});

describe('splitting over parts', () => {
  it('gives the first parts the leftover cents', () => {
    expect(splitOver(cents(1000), 3)).toEqual([334, 333, 333]);
    expect(splitOver(euros(22_000_000), 33).slice(0, 2)).toEqual([66_666_667, 66_666_667]);
  });

  it('sums to the whole, with parts that differ by one cent at most', () => {
    fc.assert(
      fc.property(anyAmount, fc.integer({ min: 1, max: 60 }), (total, parts) => {
        const split = splitOver(total, parts);
        expect(sum(split)).toBe(total);
        expect((split[0] ?? 0) - (split.at(-1) ?? 0)).toBeLessThanOrEqual(1);
      }),
      { seed },
    );
  });

  it('refuses no parts and negative amounts', () => {
    expect(() => splitOver(cents(1), 0)).toThrow(RangeError);
    expect(() => splitOver(cents(-1), 1)).toThrow(RangeError);
  });
});

describe('a share of an amount', () => {
  it.each<[number, number, Rounding, number]>([
    [1, 5000, 'DOWN', 0],
    [1, 5000, 'UP', 1],
    [1, 5000, 'HALF_UP', 1],
    [1, 4999, 'HALF_UP', 0],
    [10_000, 6250, 'DOWN', 6250],
    [333, 3333, 'DOWN', 110],
    [333, 3333, 'UP', 111],
  ])('%d cents at %d basis points, %s: %d', (amount, basisPoints, rounding, expected) => {
    expect(share(cents(amount), basisPoints, rounding)).toBe(expected);
  });

  it('is exact beyond what a float could hold', () => {
    expect(share(cents(9_007_199_254_740_991), 9_999, 'DOWN')).toBe(9_006_298_534_815_516);
  });

  it('of all parts together misses less than one cent per part', () => {
    fc.assert(
      fc.property(anyAmount, fc.integer({ min: 0, max: 10_000 }), (amount, basisPoints) => {
        const parts: Cents[] = [share(amount, basisPoints, 'DOWN'), share(amount, 10_000 - basisPoints, 'DOWN')];
        expect(amount - sum(parts)).toBeGreaterThanOrEqual(0);
        expect(amount - sum(parts)).toBeLessThanOrEqual(1);
      }),
      { seed },
    );
  });

  it('refuses fractions of basis points', () => {
    expect(() => proportion(cents(1), 0.5, 1, 'DOWN')).toThrow(RangeError);
  });
});
