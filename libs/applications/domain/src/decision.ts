import { assertDifferentPersons, type ActingPersons, type EarlierPersons } from '@wir/identity/domain';
import type { DecisionOutcome } from './application-state';
import type { PlanYear } from './application';
import type { ApplicationProblem } from './plan-problems';
import { isCut, type ProposedYear } from './recommendation';

export interface Decision {
  readonly outcome: DecisionOutcome;
  readonly reasons: string;
}

/**
 * The outcome must be what the recommendation says: full only when nothing is cut, partly only when something remains.
 * A cut or a rejection burdens the applicant and needs reasons (§ 39 HVwVfG).
 */
export function decisionProblems(
  { outcome, reasons }: Decision,
  proposed: readonly ProposedYear[],
  plan: readonly PlanYear[],
): ApplicationProblem[] {
  const problems: ApplicationProblem[] = [];
  const proposesMoney = proposed.some(({ proposedCents }) => proposedCents > 0);
  if (outcome === 'APPROVED' && (!proposesMoney || isCut(proposed, plan)))
    problems.push({ path: 'outcome', code: 'application.outcome-needs-full-amount' });
  if (outcome === 'PARTLY_APPROVED' && (!proposesMoney || !isCut(proposed, plan)))
    problems.push({ path: 'outcome', code: 'application.outcome-needs-cut' });
  if (outcome !== 'APPROVED' && reasons.trim() === '')
    problems.push({ path: 'reasons', code: 'application.reasons-missing' });
  return problems;
}

/** Who reviewed does not confirm the budget. */
export function assertBudgetConfirmer(acting: ActingPersons, reviewers: EarlierPersons): void {
  assertDifferentPersons('application.budget-confirmer-is-reviewer', acting, [reviewers].flat());
}

/** Three persons: who decides has neither reviewed nor confirmed the budget, nor was represented in it. */
export function assertDecider(
  acting: ActingPersons,
  reviewers: EarlierPersons,
  budgetConfirmers: EarlierPersons,
): void {
  assertDifferentPersons('application.decider-took-part', acting, [reviewers, budgetConfirmers].flat());
}
