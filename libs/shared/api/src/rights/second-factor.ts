import type { SessionRow } from '../database/session';
import { HttpProblem } from '../problem/http-problem';
import type { CurrentRequest } from '../request/current-request';

/** A second factor counts as fresh for five minutes (signature, order, bank data, roles). */
export const STEP_UP_MINUTES = 5;

/**
 * `demanded`: accounts of the authority work only with a second factor; until they have one, they reach nothing but its
 * enrolment. `offered`: whoever has one must show it, the others work without (demo).
 */
export type SecondFactorRule = 'offered' | 'demanded';

/** An account of the authority that has no second factor yet, where one is demanded. */
export function mustEnrol(
  rule: SecondFactorRule,
  session: Pick<SessionRow, 'has_factor' | 'applicant_id' | 'own_roles'>,
): boolean {
  return (
    rule === 'demanded' && !session.has_factor && session.applicant_id === null && !session.own_roles.includes('SYSTEM')
  );
}

/** Until when signatures and orders are possible without showing the factor again; null when it must be shown. */
export function factorFreshUntil(factorAt: Date | null): Date | null {
  if (factorAt === null) return null;
  const until = new Date(factorAt.getTime() + STEP_UP_MINUTES * 60_000);
  return until.getTime() > Date.now() ? until : null;
}

/** Refuses with 403: `auth.second-factor-missing` while one must be enrolled, `auth.step-up-required` when it is not fresh. */
export function demandFactor(rule: SecondFactorRule, request: CurrentRequest, session: SessionRow): void {
  if (!request.isDuringEnrolment && mustEnrol(rule, session)) throw new HttpProblem(403, 'auth.second-factor-missing');
  if (request.needsStepUp && session.has_factor && factorFreshUntil(session.factor_at) === null)
    throw new HttpProblem(403, 'auth.step-up-required', { minutes: STEP_UP_MINUTES });
}
