import { isCents, type Problem } from '@wir/shared/kernel';
import { fteHundredths, isPost, type ComponentCap } from '@wir/programme/domain';
import type { Expense, Period, PlanYear } from './application';
import type { ApplicationCode } from './codes';
import { fundableOf, imbalanceOf, monthsOf } from './plan-sums';

export type ApplicationProblem = Problem<ApplicationCode>;

/** All that is wrong with a financing plan, each with the path of the field; the form and the server call the same. */
export function planProblems(
  years: readonly PlanYear[],
  period: Period,
  caps: readonly ComponentCap[],
): ApplicationProblem[] {
  if (years.length === 0) return [{ path: 'years', code: 'application.plan-missing' }];
  const problems = years.flatMap((year, index) => [
    ...(years.slice(0, index).some((other) => other.year === year.year)
      ? [{ path: `years[${index}].year`, code: 'application.year-duplicate' } as const]
      : []),
    ...yearProblems(year, `years[${index}]`, period, caps),
  ]);
  const requestsNothing = years.every(({ requestedCents }) => requestedCents === 0);
  return requestsNothing ? [...problems, { path: 'years', code: 'application.requested-missing' }] : problems;
}

function yearProblems(
  year: PlanYear,
  path: string,
  period: Period,
  caps: readonly ComponentCap[],
): ApplicationProblem[] {
  const months = monthsOf(year.year, period);
  const problems: ApplicationProblem[] = [];
  if (months === 0) problems.push({ path: `${path}.year`, code: 'application.year-outside-period' });
  if (year.expenses.length === 0) problems.push({ path: `${path}.expenses`, code: 'application.expenses-missing' });
  year.expenses.forEach((expense, index) =>
    problems.push(...expenseProblems(expense, `${path}.expenses[${index}]`, months, caps)),
  );
  year.income.forEach((income, index) => problems.push(...lineProblems(income, `${path}.income[${index}]`)));
  const requestedPath = `${path}.requestedCents`;
  if (!isCents(year.requestedCents) || year.requestedCents < 0)
    problems.push({ path: requestedPath, code: 'application.amount-invalid' });
  if (problems.length > 0) return problems;

  if (imbalanceOf(year) !== 0) problems.push({ path, code: 'application.plan-unbalanced' });
  if (year.requestedCents > fundableOf(year, period, caps))
    problems.push({ path: requestedPath, code: 'application.requested-over-cap' });
  return problems;
}

function expenseProblems(
  expense: Expense,
  path: string,
  monthsInPeriod: number,
  caps: readonly ComponentCap[],
): ApplicationProblem[] {
  const problems = lineProblems(expense, path);
  if (!isPost(expense.component)) return problems;
  if (typeof expense.fte === 'number') {
    const hundredths = fteHundredths(expense.fte);
    const maxUnits = caps.find(({ component }) => component === expense.component)?.maxUnits ?? 0;
    if (hundredths === null) problems.push({ path: `${path}.fte`, code: 'application.fte-invalid' });
    else if (hundredths > maxUnits * 100) problems.push({ path: `${path}.fte`, code: 'application.fte-over-limit' });
  }
  if (typeof expense.months === 'number' && !isMonths(expense.months, monthsInPeriod))
    problems.push({ path: `${path}.months`, code: 'application.months-invalid' });
  return problems;
}

/** A year outside the period is reported as such; its months are then only asked to be months. */
function isMonths(months: number, monthsInPeriod: number): boolean {
  return Number.isSafeInteger(months) && months >= 1 && months <= (monthsInPeriod > 0 ? monthsInPeriod : 12);
}

function lineProblems(
  { label, amountCents }: { readonly label: string; readonly amountCents: number },
  path: string,
): ApplicationProblem[] {
  const problems: ApplicationProblem[] = [];
  if (label.trim() === '') problems.push({ path: `${path}.label`, code: 'application.label-missing' });
  if (!isCents(amountCents)) problems.push({ path: `${path}.amountCents`, code: 'application.amount-invalid' });
  else if (amountCents <= 0) problems.push({ path: `${path}.amountCents`, code: 'application.amount-not-positive' });
  return problems;
}
