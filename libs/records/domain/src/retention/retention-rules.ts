import { assertDifferentPersons } from '@wir/identity/domain';
import { DomainError, localDate, partsOf, type LocalDate } from '@wir/shared/kernel';

export type ArchiveDecision = 'ARCHIVE' | 'DELETE';

/** The clock starts at the end of the year in which the case closed. */
export function retainUntil(closedOn: LocalDate, years: number): LocalDate {
  return localDate(`${partsOf(closedOn).year + years}-12-31`);
}

/** The last day still counts. */
export function isRetentionOver(until: LocalDate, today: LocalDate): boolean {
  return today > until;
}

/** A letter of the archive answers an offer; it cannot be older, nor be of tomorrow. */
export function assertDecisionDay(decidedOn: LocalDate, offeredOn: LocalDate | null, today: LocalDate): void {
  if (decidedOn > today || (offeredOn !== null && decidedOn < offeredOn))
    throw new DomainError('unprocessable', 'retention.decision-day-invalid');
}

export function assertDecidedOnce(decision: ArchiveDecision | null): void {
  if (decision !== null) throw new DomainError('conflict', 'retention.already-decided');
}

/** Nothing is deleted before the archive has decided, and never by the person who recorded what it decided. */
export function assertDeleter(
  personId: string,
  decision: ArchiveDecision | null,
  deciderPersonId: string | null,
): void {
  if (decision === null) throw new DomainError('conflict', 'retention.not-decided');
  assertDifferentPersons('retention.deleter-is-decider', personId, [deciderPersonId]);
}
