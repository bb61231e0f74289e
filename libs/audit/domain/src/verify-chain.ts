import type { AuditRecord } from './audit-record';
import { canonicalForm } from './canonical-form';

export type ChainFault = 'audit.gap' | 'audit.link-broken' | 'audit.content-changed' | 'audit.tail-missing';

export interface ChainVerdict {
  readonly ok: boolean;
  readonly checked: number;
  readonly firstBadSequence: number | null;
  readonly fault: ChainFault | null;
  /** Hash of the last good event. */
  readonly head: string;
}

/** SHA-256 of the UTF-8 bytes of a text, in lower-case hex; handed in, since this lib runs anywhere. */
export type Sha256 = (text: string) => string;

/**
 * Follows the chain from its start. Finds an event that was changed, left out, exchanged or put in;
 * with the head known from elsewhere it also finds a tail that was cut off or rebuilt.
 */
export function verifyChain(records: Iterable<AuditRecord>, sha256: Sha256, expectedHead?: string): ChainVerdict {
  let head = sha256('');
  let checked = 0;
  for (const record of records) {
    const fault = faultOf(record, { sequence: checked + 1, head }, sha256);
    if (fault) return { ok: false, checked, firstBadSequence: checked + 1, fault, head };
    head = record.hash;
    checked += 1;
  }
  const tailMissing = expectedHead !== undefined && expectedHead !== head;
  return {
    ok: !tailMissing,
    checked,
    firstBadSequence: tailMissing ? checked + 1 : null,
    fault: tailMissing ? 'audit.tail-missing' : null,
    head,
  };
}

function faultOf(record: AuditRecord, expected: { sequence: number; head: string }, sha256: Sha256): ChainFault | null {
  if (record.sequence !== expected.sequence) return 'audit.gap';
  if (record.previousHash !== expected.head) return 'audit.link-broken';
  return sha256(canonicalForm(record)) === record.hash ? null : 'audit.content-changed';
}
