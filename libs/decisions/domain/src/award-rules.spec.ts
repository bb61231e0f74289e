import { cents, fiscalYear, localDate } from '@wir/shared/kernel';
import type { YearAmount } from '@wir/budget/domain';
import { totalOf, trancheProblems, tranchesOf } from './award-rules';

const period = { start: localDate('2026-01-01'), end: localDate('2030-12-31') };
const year = (value: number, amount: number): YearAmount => ({ year: fiscalYear(value), amountCents: cents(amount) });

function codes(total: number, tranches: YearAmount[]): string[] {
  return trancheProblems(cents(total), tranches, period).map(({ path, code }) => `${path} ${code}`);
}

describe('the tranches of an award', () => {
  it('are the years with money, ascending', () => {
    expect(tranchesOf([year(2028, 3), year(2027, 0), year(2026, 1)])).toEqual([year(2026, 1), year(2028, 3)]);
    expect(totalOf([year(2026, 1), year(2028, 3)])).toBe(4);
  });

  it('sum to the total, to the cent', () => {
    expect(codes(3, [year(2026, 1), year(2027, 2)])).toEqual([]);
    expect(codes(4, [year(2026, 1), year(2027, 2)])).toEqual(['totalCents award.tranches-differ-from-total']);
  });

  it('are positive, once per year, within the period', () => {
    expect(codes(0, [year(2026, 0)])).toEqual(['tranches[0].amountCents award.tranche-not-positive']);
    expect(codes(2, [year(2026, 1), year(2026, 1)])).toEqual(['tranches[1].year award.tranche-year-duplicate']);
    expect(codes(1, [year(2031, 1)])).toEqual(['tranches[0].year award.tranche-year-outside-period']);
  });
});
