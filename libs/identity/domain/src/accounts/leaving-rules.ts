import { DomainError } from '@wir/shared/kernel';
import type { Party } from '../delegations/delegation-rules';

/** Who takes over the cases of somebody who leaves: another active person of the same authority who works on cases. */
export function mayTakeOver(leaver: Party, candidate: Party): boolean {
  return successorCode(leaver, candidate) === null;
}

/** Without cases nobody needs to follow; with cases somebody must, and never the leaver through another account. */
export function assertSuccessor(leaver: Party, successor: Party | null, openCases: number): void {
  if (successor === null) {
    if (openCases > 0) throw new DomainError('conflict', 'leaving.successor-missing', { openCases });
    return;
  }
  const code = successorCode(leaver, successor);
  if (code !== null) throw new DomainError(code === 'leaving.own-successor' ? 'forbidden' : 'conflict', code);
}

function successorCode(leaver: Party, candidate: Party): 'leaving.own-successor' | 'leaving.not-a-successor' | null {
  if (candidate.personId === leaver.personId) return 'leaving.own-successor';
  const isSameBody =
    candidate.applicantId === leaver.applicantId &&
    (candidate.applicantId !== null || candidate.organisation === leaver.organisation);
  return isSameBody && candidate.isActive && candidate.roles.includes('CASE_WORKER') ? null : 'leaving.not-a-successor';
}
