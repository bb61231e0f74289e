import type { ProposedYear } from '@wir/applications/domain';
import type { YearAmount } from '@wir/budget/domain';
import { cents, fiscalYear } from '@wir/shared/kernel';

/** The proposal of the review as the ledger counts it. */
export function yearAmounts(proposed: readonly ProposedYear[]): YearAmount[] {
  return proposed.map(({ year, proposedCents }) => ({ year: fiscalYear(year), amountCents: cents(proposedCents) }));
}
