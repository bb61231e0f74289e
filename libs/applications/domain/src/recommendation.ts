import { isCents } from '@wir/shared/kernel';
import type { PlanYear } from './application';
import { CHECK_CODES, type CheckResult } from './check-catalogue';
import type { ApplicationProblem } from './plan-problems';

/** The reviewer's proposal for a year. */
export interface ProposedYear {
  readonly year: number;
  readonly proposedCents: number;
}

export interface CheckAnswer {
  readonly code: string;
  readonly result: CheckResult;
  readonly note: string;
}

export interface Recommendation {
  readonly years: readonly ProposedYear[];
  readonly reasons: string;
}

/** What hinders the review note: every check answered, no failing check and no cut without a reason, nothing above the request. */
export function recommendationProblems(
  recommendation: Recommendation,
  plan: readonly PlanYear[],
  answers: readonly CheckAnswer[],
): ApplicationProblem[] {
  const hasReasons = recommendation.reasons.trim() !== '';
  const problems: ApplicationProblem[] = [];
  if (recommendation.years.length === 0) problems.push({ path: 'years', code: 'application.plan-missing' });
  recommendation.years.forEach((proposed, index) =>
    problems.push(...proposalProblems(proposed, index, recommendation.years, plan)),
  );
  for (const code of CHECK_CODES) {
    const answer = answers.find((entry) => entry.code === code);
    if (answer === undefined) problems.push({ path: `checks.${code}`, code: 'application.check-unanswered' });
    else if (answer.result === 'NO' && answer.note.trim() === '' && !hasReasons)
      problems.push({ path: `checks.${code}`, code: 'application.reasons-missing' });
  }
  if (!hasReasons && isCut(recommendation.years, plan))
    problems.push({ path: 'reasons', code: 'application.reasons-missing' });
  return problems;
}

function proposalProblems(
  { year, proposedCents }: ProposedYear,
  index: number,
  all: readonly ProposedYear[],
  plan: readonly PlanYear[],
): ApplicationProblem[] {
  const path = `years[${index}]`;
  const requested = plan.find((entry) => entry.year === year)?.requestedCents;
  if (requested === undefined) return [{ path: `${path}.year`, code: 'application.proposed-year-unknown' }];
  if (all.slice(0, index).some((other) => other.year === year))
    return [{ path: `${path}.year`, code: 'application.year-duplicate' }];
  if (!isCents(proposedCents) || proposedCents < 0)
    return [{ path: `${path}.proposedCents`, code: 'application.amount-invalid' }];
  return proposedCents > requested
    ? [{ path: `${path}.proposedCents`, code: 'application.proposed-over-requested' }]
    : [];
}

/** Less than requested in any year; years left out count as nothing proposed. */
export function isCut(proposed: readonly ProposedYear[], plan: readonly PlanYear[]): boolean {
  return plan.some(
    ({ year, requestedCents }) => (proposed.find((entry) => entry.year === year)?.proposedCents ?? 0) < requestedCents,
  );
}
