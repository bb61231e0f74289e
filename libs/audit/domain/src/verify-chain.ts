import type { AuditRecord } from './audit-record';
import { chained, commitmentOf, digestOf, type Sha256 } from './canonical-form';

export type ChainFault =
  | 'audit.gap'
  | 'audit.link-broken'
  | 'audit.content-changed'
  | 'audit.text-changed'
  | 'audit.text-missing'
  | 'audit.tail-missing';

export interface ChainVerdict {
  readonly ok: boolean;
  readonly checked: number;
  readonly firstBadSequence: number | null;
  readonly fault: ChainFault | null;
  /** Hash of the last event read. */
  readonly head: string;
  readonly erasedTexts: number;
}

/** The action that may take texts away; it names the events it took them from. */
export const ERASURE = 'audit.texts-erased';

/**
 * Follows the chain from its start. Finds an event that was changed, left out, exchanged or put in, and a text that was
 * changed or taken away without an erasure in the trail; with the head known from elsewhere also a cut or rebuilt tail.
 */
export function verifyChain(records: Iterable<AuditRecord>, sha256: Sha256, expectedHead?: string): ChainVerdict {
  let head = sha256(new Uint8Array());
  let checked = 0;
  let erasedTexts = 0;
  let bad: Bad | null = null;
  const missing = new Set<number>();
  for (const record of records) {
    const sequence = checked + 1;
    const fault: ChainFault | null = bad ? null : faultOf(record, { sequence, head }, sha256);
    if (fault !== null) bad = { sequence, fault };
    // After a fault the rest is read only to learn which texts were erased later.
    for (const erased of erasedBy(record)) if (missing.delete(erased)) erasedTexts += 1;
    if (bad) continue;
    if (isWithoutTexts(record)) missing.add(sequence);
    head = record.hash;
    checked = sequence;
  }
  if (!bad && expectedHead !== undefined && expectedHead !== head)
    bad = { sequence: checked + 1, fault: 'audit.tail-missing' };
  const [first] = missing;
  if (first !== undefined && (bad === null || first < bad.sequence))
    bad = { sequence: first, fault: 'audit.text-missing' };
  return {
    ok: bad === null,
    checked,
    firstBadSequence: bad?.sequence ?? null,
    fault: bad?.fault ?? null,
    head,
    erasedTexts,
  };
}

interface Bad {
  readonly sequence: number;
  readonly fault: ChainFault;
}

function faultOf(record: AuditRecord, expected: { sequence: number; head: string }, sha256: Sha256): ChainFault | null {
  if (record.sequence !== expected.sequence) return 'audit.gap';
  if (record.previousHash !== expected.head) return 'audit.link-broken';
  if (digestOf(record, sha256) !== record.digest || chained(expected.head, record.digest, sha256) !== record.hash)
    return 'audit.content-changed';
  return textFaultOf(record, sha256);
}

function textFaultOf(record: AuditRecord, sha256: Sha256): ChainFault | null {
  const { salt } = record;
  const pairs = [
    [record.reasonDigest, record.reason],
    [record.beforeDigest, record.beforeText],
    [record.afterDigest, record.afterText],
  ] as const;
  if (salt === null) {
    if (pairs.some(([, text]) => text !== null)) return 'audit.text-changed';
    return record.action === ERASURE && isWithoutTexts(record) ? 'audit.text-missing' : null;
  }
  const fits = pairs.every(([digest, text]) => digest === (text === null ? null : commitmentOf(salt, text, sha256)));
  return fits ? null : 'audit.text-changed';
}

function isWithoutTexts({ salt, reasonDigest, beforeDigest, afterDigest }: AuditRecord): boolean {
  return salt === null && (reasonDigest ?? beforeDigest ?? afterDigest) !== null;
}

function erasedBy({ action, outcome, afterText }: AuditRecord): number[] {
  if (action !== ERASURE || outcome !== 'DONE' || afterText === null) return [];
  const after: unknown = JSON.parse(afterText);
  const named = typeof after === 'object' && after !== null && 'sequences' in after ? after.sequences : null;
  return Array.isArray(named) ? named.filter((each): each is number => typeof each === 'number') : [];
}
