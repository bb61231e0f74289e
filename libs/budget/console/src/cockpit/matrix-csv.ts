import { formatEuroInput, cents } from '@wir/shared/kernel';
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
  return BYTE_ORDER_MARK + lines.map((line) => `${line.map(quoted).join(';')}\r\n`).join('');
}

function plain(amountCents: number): string {
  return formatEuroInput(cents(amountCents)).replaceAll('.', '');
}

function quoted(text: string): string {
  return /[";\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
