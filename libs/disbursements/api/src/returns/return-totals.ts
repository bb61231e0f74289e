import type { JudgedRow } from '@wir/disbursements/domain';
import { add, sum, ZERO_CENTS, type Cents } from '@wir/shared/kernel';
import { RETURN_OUTCOMES, type PaymentReturnRowDto, type PaymentReturnTotalDto } from './payment-return.dto';

/** As many rows are judged and booked at a time; memory and statements stay as small for a big file as for a small one. */
export const CHUNK_ROWS = 500;

export function chunksOf<T>(items: readonly T[]): T[][] {
  return Array.from({ length: Math.ceil(items.length / CHUNK_ROWS) }, (_, index) =>
    items.slice(index * CHUNK_ROWS, (index + 1) * CHUNK_ROWS),
  );
}

export function reportRow(row: JudgedRow, discrepancyId: string | null): PaymentReturnRowDto {
  return {
    line: row.line,
    orderNumber: row.orderNumber.slice(0, 100),
    outcome: row.outcome,
    ...(row.code === undefined ? {} : { code: row.code }),
    amountCents: row.amountCents,
    expectedCents: row.expectedCents,
    valueDate: row.valueDate,
    documentNumber: row.documentNumber.slice(0, 100),
    discrepancyId,
  };
}

/** Count and sum of each outcome that occurs. */
export class ReturnTotals {
  private readonly counts = new Map<JudgedRow['outcome'], { count: number; cents: Cents }>();

  add(rows: readonly Pick<JudgedRow, 'outcome' | 'amountCents'>[]): void {
    for (const { outcome, amountCents } of rows) {
      const before = this.counts.get(outcome) ?? { count: 0, cents: ZERO_CENTS };
      this.counts.set(outcome, { count: before.count + 1, cents: add(before.cents, amountCents ?? ZERO_CENTS) });
    }
  }

  get list(): PaymentReturnTotalDto[] {
    return RETURN_OUTCOMES.flatMap((outcome) => {
      const found = this.counts.get(outcome);
      return found === undefined ? [] : [{ outcome, count: found.count, amountCents: found.cents }];
    });
  }

  get bookedCents(): Cents {
    return sum([this.counts.get('BOOKED')?.cents ?? ZERO_CENTS]);
  }
}
