import type { AuditRecord } from './audit-record';

/** A netstring (length in bytes, colon, text, comma); a missing value is `~,`. */
function netstring(value: string | number | null): string {
  if (value === null) return '~,';
  const text = String(value);
  return `${new TextEncoder().encode(text).length}:${text},`;
}

/** The text whose SHA-256 is the event's hash; the same as audit.canonical in SQL (docs/audit-format.md). */
export function canonicalForm(record: AuditRecord): string {
  const values = [
    record.sequence,
    record.occurredAt,
    record.accountId,
    record.personId,
    record.actorRole,
    record.action,
    record.objectType,
    record.objectId,
    record.objectVersion,
    record.applicantId,
    record.fromState,
    record.toState,
    record.reason,
    record.beforeText,
    record.afterText,
    record.requestId,
    record.previousHash,
  ];
  return values.map(netstring).join('');
}
