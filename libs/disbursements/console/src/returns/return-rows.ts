import type { RowOutcome } from '@wir/disbursements/domain';
import type { PaymentReturnRowDto } from '@wir/shared/contract';

export interface OutcomeCount {
  readonly outcome: RowOutcome;
  readonly count: number;
}

const ORDER: readonly RowOutcome[] = ['BOOKED', 'FAILED', 'REPEATED', 'REJECTED'];

/** How many rows came out how; outcomes without a row are left out. */
export function countOutcomes(rows: readonly PaymentReturnRowDto[]): OutcomeCount[] {
  return ORDER.map((outcome) => ({ outcome, count: rows.filter((row) => row.outcome === outcome).length })).filter(
    ({ count }) => count > 0,
  );
}
