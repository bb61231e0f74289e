import { cents, csvText, CsvNumber, formatEuroInput } from '@wir/shared/kernel';
import type { MatrixRow } from './matrix-rows';

/** Excel reads UTF-8 only with this mark in front. */
const BYTE_ORDER_MARK = '\uFEFF';

/** The matrix to the cent, as German Excel opens it: semicolons, decimal comma, no thousands. */
export function matrixCsv(
  head: readonly string[],
  columns: readonly string[],
  rows: readonly MatrixRow[],
  nameOf: (row: MatrixRow) => string,
): string {
  const lines = [
    ...head.map((line) => [line]),
    ['', ...columns],
    ...rows.map((row) => [nameOf(row), ...row.cells.map((cell) => plain(cell.cents))]),
  ];
  return BYTE_ORDER_MARK + csvText(lines);
}

function plain(amountCents: number): CsvNumber {
  return CsvNumber.of(formatEuroInput(cents(amountCents)).replaceAll('.', '').replace('−', '-'));
}
