import { sum, type Cents, type Problem } from '@wir/shared/kernel';
import type { YearAmount } from '@wir/budget/domain';
import type { Period } from '@wir/applications/domain';
import type { DecisionCode } from './codes';

/** Tranches of an award: the proposed sums of the years, years without money left out, ascending. */
export function tranchesOf(proposed: readonly YearAmount[]): YearAmount[] {
  return proposed.filter(({ amountCents }) => amountCents > 0).toSorted((a, b) => a.year - b.year);
}

export function totalOf(tranches: readonly YearAmount[]): Cents {
  return sum(tranches.map(({ amountCents }) => amountCents));
}

/** Σ tranches = total; each positive, once per year, within the award period. */
export function trancheProblems(
  totalCents: Cents,
  tranches: readonly YearAmount[],
  period: Period,
): Problem<DecisionCode>[] {
  const problems: Problem<DecisionCode>[] = [];
  tranches.forEach(({ year, amountCents }, index) => {
    const path = `tranches[${index}]`;
    if (amountCents <= 0) problems.push({ path: `${path}.amountCents`, code: 'award.tranche-not-positive' });
    if (tranches.slice(0, index).some((other) => other.year === year))
      problems.push({ path: `${path}.year`, code: 'award.tranche-year-duplicate' });
    if (year < Number(period.start.slice(0, 4)) || year > Number(period.end.slice(0, 4)))
      problems.push({ path: `${path}.year`, code: 'award.tranche-year-outside-period' });
  });
  if (totalOf(tranches) !== totalCents) problems.push({ path: 'totalCents', code: 'award.tranches-differ-from-total' });
  return problems;
}
