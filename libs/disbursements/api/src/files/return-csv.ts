import { readReturnFile, type ReturnFile } from '@wir/disbursements/domain';
import { parse } from 'csv-parse/sync';

const MAX_ROWS = 5_000;

/** Bytes of the cash office → rows. What cannot be read with certainty is refused as a whole. */
export function readReturnCsv(bytes: Uint8Array): ReturnFile {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return { ok: false, code: 'payment-return.encoding-invalid' };
  }
  // Characters no cash office writes and the database would not store.
  if (/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/.test(text)) return { ok: false, code: 'payment-return.unreadable' };
  const records = recordsOf(text);
  if (records === null) return { ok: false, code: 'payment-return.unreadable' };
  const file = readReturnFile(records);
  return file.ok && file.rows.length > MAX_ROWS ? { ok: false, code: 'payment-return.too-many-rows' } : file;
}

function recordsOf(text: string): string[][] | null {
  try {
    return parse(text, { delimiter: ';', bom: true, relax_column_count: true, skip_empty_lines: false });
  } catch {
    return null;
  }
}
