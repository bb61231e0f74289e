import type { YearAmount } from '@wir/budget/domain';
import type { ReadTx } from '@wir/shared/api';
import { cents, fiscalYear } from '@wir/shared/kernel';

/** What is still reserved for an application, per year; answered to its municipality too, which may withdraw. */
export async function reservedYears(tx: ReadTx, applicationId: string): Promise<YearAmount[]> {
  const rows = await tx.query<{ year: number; amount_cents: number }>(
    'SELECT year, amount_cents FROM budget.reserved_of($1) ORDER BY year',
    [applicationId],
  );
  return rows.map((row) => ({ year: fiscalYear(row.year), amountCents: cents(row.amount_cents) }));
}
