import { cents, isCents, minCents, monthsInYear, sum, ZERO_CENTS, isFiscalYear, type Cents } from '@wir/shared/kernel';
import {
  ceilingOf,
  COMPONENT_CODES,
  fteHundredths,
  isPost,
  staffedCap,
  type ComponentCap,
  type ComponentCode,
} from '@wir/programme/domain';
import type { Expense, Period, PlanYear } from './application';

const amounts = (lines: readonly { readonly amountCents: number }[]): Cents =>
  sum(lines.map(({ amountCents }) => (isCents(amountCents) ? amountCents : ZERO_CENTS)));

export function expensesOf(year: PlanYear): Cents {
  return amounts(year.expenses);
}

export function incomeOf(year: PlanYear): Cents {
  return amounts(year.income);
}

export function requestedOf(years: readonly PlanYear[]): Cents {
  return sum(years.map(({ requestedCents }) => (isCents(requestedCents) ? requestedCents : ZERO_CENTS)));
}

/** What is missing (positive) or too much (negative) on the income side of a year; 0 means balanced. */
export function imbalanceOf(year: PlanYear): Cents {
  return cents(expensesOf(year) - incomeOf(year) - requestedOf([year]));
}

/** Months of the year inside the period: the longest a post can be staffed. */
export function monthsOf(year: number, period: Period): number {
  return isFiscalYear(year) ? monthsInYear(year, period.start, period.end) : 0;
}

/**
 * The most that can be granted in the year: per component its expenses, at most its cap pro rata. Material cost has no cap
 * and brings nothing. A post without stated size counts with the ceiling of its component; the reviewer sees it as a check.
 */
export function fundableOf(year: PlanYear, period: Period, caps: readonly ComponentCap[]): Cents {
  return sum(COMPONENT_CODES.map((component) => fundablePart(component, year, monthsOf(year.year, period), caps)));
}

function fundablePart(component: ComponentCode, year: PlanYear, months: number, caps: readonly ComponentCap[]): Cents {
  const cap = caps.find((entry) => entry.component === component);
  const lines = year.expenses.filter((line) => line.component === component);
  if (cap === undefined || lines.length === 0) return ZERO_CENTS;
  const ceiling = ceilingOf(cap, months);
  const staffed = isPost(component) ? staffing(lines) : null;
  const limit = staffed === null ? ceiling : minCents(ceiling, staffedCap(cap.capCentsPerUnitYear, staffed));
  return minCents(limit, amounts(lines));
}

/** Σ fte × months in hundredth months, or null when a line does not say. */
function staffing(lines: readonly Expense[]): number | null {
  let total = 0;
  for (const { fte, months } of lines) {
    if (typeof fte !== 'number' || typeof months !== 'number') return null;
    const hundredths = fteHundredths(fte);
    if (hundredths === null || !Number.isSafeInteger(months) || months < 0) return null;
    total += hundredths * months;
  }
  return total;
}
