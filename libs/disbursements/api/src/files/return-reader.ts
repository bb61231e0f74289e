import type { ReturnFile } from '@wir/disbursements/domain';
import { readCamt053 } from './camt-053';
import { readReturnCsv } from './return-csv';

export type ReturnFormat = 'CSV' | 'CAMT_053' | 'UNKNOWN';

export interface ReadReturn {
  readonly format: ReturnFormat;
  readonly file: ReturnFile;
}

/** Characters no cash office writes and the database would not store. */
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f]/;

/** Which of the two agreed formats it is, the content says; name and type are what somebody claims. */
export function readReturn(bytes: Uint8Array): ReadReturn {
  const text = decoded(bytes);
  if (text === null) return { format: 'UNKNOWN', file: { ok: false, code: 'payment-return.encoding-invalid' } };
  const format = /^\ufeff?\s*</.test(text) ? 'CAMT_053' : 'CSV';
  if (FORBIDDEN.test(text)) return { format, file: { ok: false, code: 'payment-return.unreadable' } };
  return { format, file: format === 'CSV' ? readReturnCsv(text) : readCamt053(text) };
}

function decoded(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}
