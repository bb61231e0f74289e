import type { AuditContent } from './audit-record';

/** A netstring (length in bytes, colon, text, comma); a missing value is `~,`. */
function netstring(value: string | number | null): string {
  if (value === null) return '~,';
  const text = String(value);
  return `${new TextEncoder().encode(text).length}:${text},`;
}

/** The text whose SHA-256 is the digest of the event; the same as audit.canonical in SQL (docs/audit-format.md). */
export function canonicalForm(content: AuditContent): string {
  const values = [
    content.sequence,
    content.occurredAt,
    content.accountId,
    content.personId,
    content.actorRole,
    content.deputyFor,
    content.sessionFamily,
    content.action,
    content.objectType,
    content.objectId,
    content.objectVersion,
    content.applicantId,
    content.fromState,
    content.toState,
    content.outcome,
    content.code,
    content.reasonDigest,
    content.beforeDigest,
    content.afterDigest,
    content.requestId,
  ];
  return values.map(netstring).join('');
}

/** SHA-256 of bytes, in lower-case hex; handed in, since this lib runs anywhere. */
export type Sha256 = (bytes: Uint8Array) => string;

export function digestOf(content: AuditContent, sha256: Sha256): string {
  return sha256(new TextEncoder().encode(canonicalForm(content)));
}

/** Fingerprint of a text: SHA-256 over the salt and the text. */
export function commitmentOf(salt: string, text: string, sha256: Sha256): string {
  return sha256(joined(bytesOf(salt), new TextEncoder().encode(text)));
}

/** The next hash of the chain, over the raw bytes of both. */
export function chained(previousHash: string, digest: string, sha256: Sha256): string {
  return sha256(joined(bytesOf(previousHash), bytesOf(digest)));
}

function bytesOf(hex: string): Uint8Array {
  return Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
}

function joined(first: Uint8Array, second: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(first.length + second.length);
  bytes.set(first);
  bytes.set(second, first.length);
  return bytes;
}
