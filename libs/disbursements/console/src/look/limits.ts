import type { DisbursementState } from '@wir/disbursements/domain';
import type { DisbursementRequestDto } from '@wir/shared/contract';

export type LimitName = 'award' | 'tranche' | 'committed';

/** One of the three ceilings a request is held against; its own amount is not yet taken off. */
export interface Limit {
  readonly name: LimitName;
  readonly limitCents: number;
  readonly exceeded: boolean;
  /** What is left after the request; null where the money has already left this ceiling. */
  readonly afterCents: number | null;
}

/** Until it is ordered, a request may still meet a ceiling that has sunk in the meantime. */
const UNDECIDED: readonly DisbursementState[] = ['DRAFT', 'SUBMITTED', 'RETURNED', 'CHECKED', 'FAILED'];

export function limitsOf({ state, amountCents, limits }: DisbursementRequestDto): Limit[] {
  const isUndecided = UNDECIDED.includes(state);
  const limit = (name: LimitName, limitCents: number, counts: boolean): Limit => ({
    name,
    limitCents,
    exceeded: isUndecided && amountCents > limitCents,
    afterCents: counts ? limitCents - amountCents : null,
  });
  const isCancelled = state === 'CANCELLED';
  return [
    limit('award', limits.awardOpenCents, !isCancelled),
    limit('tranche', limits.trancheOpenCents, !isCancelled),
    limit('committed', limits.yearCommittedCents, isUndecided),
  ];
}
