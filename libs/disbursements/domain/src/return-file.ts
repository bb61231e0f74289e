import type { DisbursementCode } from './codes';

/** The agreed columns of the cash office's answer; separator `;`, UTF-8. */
export const RETURN_FILE_HEADER = [
  'order_number',
  'status',
  'amount_cents',
  'value_date',
  'document_number',
  'reason',
] as const;

/**
 * One data row as text, with its line in the file (the header is line 1; of a bank statement, the number of the movement).
 * Status: PAID, FAILED (bounced), RETURNED (bounced, whether posted or not), REPAID (the municipality paid back).
 */
export interface ReturnRow {
  readonly line: number;
  readonly orderNumber: string;
  readonly status: string;
  readonly amount: string;
  readonly valueDate: string;
  readonly documentNumber: string;
  readonly reason: string;
  readonly hasAllColumns: boolean;
  /** What the reader of the format found to be wrong with this row alone. */
  readonly refusal?: DisbursementCode;
}

/** As many rows as one file may hold: what is read is held in memory. */
export const MAX_RETURN_ROWS = 10_000;

export type ReturnFile =
  { readonly ok: true; readonly rows: readonly ReturnRow[] } | { readonly ok: false; readonly code: DisbursementCode };

const TOTAL = 'TOTAL';

/**
 * Reads the records of a return file. Wrong header, no payment or a wrong total refuse the whole file: who cut it off may
 * have cut off money. A closing row `TOTAL;<number of rows>;<sum in cents>` is optional and checked when present.
 */
export function readReturnFile(records: readonly (readonly string[])[]): ReturnFile {
  const filled = records
    .map((cells, index) => ({ line: index + 1, cells: cells.map((cell) => cell.trim()) }))
    .filter(({ cells }) => cells.some((cell) => cell !== ''));
  const [header, ...rest] = filled;
  if (header === undefined) return { ok: false, code: 'payment-return.file-empty' };
  if (!isHeader(header.cells)) return { ok: false, code: 'payment-return.header-invalid' };
  const last = rest.at(-1);
  const total = last?.cells[0]?.toUpperCase() === TOTAL ? last : undefined;
  const rows = (total === undefined ? rest : rest.slice(0, -1)).map(({ line, cells }) => toRow(line, cells));
  if (rows.length === 0) return { ok: false, code: 'payment-return.file-empty' };
  if (rows.length > MAX_RETURN_ROWS) return { ok: false, code: 'payment-return.too-many-rows' };
  if (total !== undefined && !isTotalOf(total.cells, rows)) return { ok: false, code: 'payment-return.total-mismatch' };
  return { ok: true, rows };
}

function isHeader(cells: readonly string[]): boolean {
  const names = cells.map((cell, index) => (index === 0 ? cell.replace(/^\ufeff/, '') : cell));
  return names.length === RETURN_FILE_HEADER.length && RETURN_FILE_HEADER.every((name, index) => names[index] === name);
}

function toRow(line: number, cells: readonly string[]): ReturnRow {
  const [orderNumber = '', status = '', amount = '', valueDate = '', documentNumber = '', reason = ''] = cells;
  return {
    line,
    orderNumber,
    status,
    amount,
    valueDate,
    documentNumber,
    reason,
    hasAllColumns: cells.length === RETURN_FILE_HEADER.length,
  };
}

function isTotalOf(cells: readonly string[], rows: readonly ReturnRow[]): boolean {
  const amounts = rows.map(({ amount }) => (/^\d{1,15}$/.test(amount) ? Number(amount) : Number.NaN));
  const sum = amounts.reduce((total, amount) => total + amount, 0);
  return cells[1] === String(rows.length) && cells[2] === String(sum);
}
