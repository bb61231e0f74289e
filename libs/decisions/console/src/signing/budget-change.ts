import type { BudgetDto, NoticeDto } from '@wir/shared/contract';
import { add, cents, subtract, ZERO_CENTS, type Cents } from '@wir/shared/kernel';

/** What the signature does to one budget year: the reserved sum becomes a commitment, what is free stays free. */
export interface BudgetChange {
  readonly year: number;
  readonly amountCents: Cents;
  readonly reservedBefore: Cents;
  readonly reservedAfter: Cents;
  readonly committedBefore: Cents;
  readonly committedAfter: Cents;
  readonly freeCents: Cents;
}

/** All years of the programme, also those the notice leaves alone. */
export function budgetChanges(budget: BudgetDto, years: NoticeDto['years']): BudgetChange[] {
  return budget.years.map((row) => {
    const granted = years.find(({ year }) => year === row.year)?.amountCents;
    const amount = granted === undefined ? ZERO_CENTS : cents(granted);
    const reserved = cents(row.reservedCents);
    const committed = cents(row.committedCents);
    return {
      year: row.year,
      amountCents: amount,
      reservedBefore: reserved,
      reservedAfter: subtract(reserved, amount),
      committedBefore: committed,
      committedAfter: add(committed, amount),
      freeCents: cents(row.freeCents),
    };
  });
}
