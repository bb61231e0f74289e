import { MAX_RETURN_ROWS, readReturnFile, RETURN_FILE_HEADER, type ReturnFile } from '@wir/disbursements/domain';
import { parse } from 'csv-parse/sync';

/** Header, rows, total: with one more there are too many, and the rest is not even read. */
const MAX_RECORDS = MAX_RETURN_ROWS + 3;

/** Text of the cash office → rows. What cannot be read with certainty is refused as a whole. */
export function readReturnCsv(text: string): ReturnFile {
  const records = recordsOf(text);
  if (records === null) return { ok: false, code: 'payment-return.unreadable' };
  if (records.length >= MAX_RECORDS) return { ok: false, code: 'payment-return.too-many-rows' };
  const file = readReturnFile(records);
  return file.ok && breaksOff(text, records) ? { ok: false, code: 'payment-return.truncated' } : file;
}

function recordsOf(text: string): string[][] | null {
  try {
    return parse(text, {
      delimiter: ';',
      bom: true,
      relax_column_count: true,
      skip_empty_lines: false,
      to: MAX_RECORDS,
    });
  } catch {
    return null;
  }
}

/** Neither a last line break nor all columns: the end is missing, and with it perhaps money. */
function breaksOff(text: string, records: readonly (readonly string[])[]): boolean {
  const last = records.at(-1) ?? [];
  return !/[\r\n]$/.test(text) && last[0]?.toUpperCase() !== 'TOTAL' && last.length < RETURN_FILE_HEADER.length;
}
