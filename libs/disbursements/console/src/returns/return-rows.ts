import type { PaymentReturnOutcome, PaymentReturnTotalDto } from '@wir/shared/contract';

/** What needs somebody comes first. */
const ORDER: readonly PaymentReturnOutcome[] = ['REJECTED', 'FAILED', 'RETURNED', 'REPAID', 'BOOKED', 'REPEATED'];

/** How many rows came out how, and over how much; outcomes without a row are left out. */
export function outcomesOf(totals: readonly PaymentReturnTotalDto[]): PaymentReturnTotalDto[] {
  return ORDER.flatMap((outcome) => totals.filter((total) => total.outcome === outcome && total.count > 0));
}

export function countOf(totals: readonly PaymentReturnTotalDto[]): number {
  return totals.reduce((sum, { count }) => sum + count, 0);
}
