import type { Tx } from '@wir/shared/api';
import { fiscalYearOf } from '@wir/shared/kernel';

/** M: Mittelabruf, A: Auszahlungsanordnung, L: Zahlungslauf. */
export type NumberSeries = 'M' | 'A' | 'L';

/** `WIR-2026-A-00001`: per year without a gap; the counter falls back when the command is refused. */
export async function nextNumber(tx: Tx, series: NumberSeries): Promise<string> {
  const year = fiscalYearOf(tx.today);
  const row = await tx.queryOne<{ value: number }>('SELECT platform.next_number($1, $2) AS value', [
    `disbursements.${series}`,
    year,
  ]);
  if (row === null) throw new Error('The counter gave no number');
  return `WIR-${year}-${series}-${String(row.value).padStart(5, '0')}`;
}
