import { createHash, randomUUID } from 'node:crypto';
import type { PaymentDiscrepancyKind } from '@wir/disbursements/domain';
import type { Tx } from '@wir/shared/api';
import type { LocalDate } from '@wir/shared/kernel';

/** What did not fit, where it was seen, and both figures. */
export interface NewDiscrepancy {
  readonly kind: PaymentDiscrepancyKind;
  /** Missing: the programme that runs longest, since an unknown order belongs to none. */
  readonly programmeId?: string | null;
  readonly orderNumber: string;
  readonly paymentOrderId?: string | null;
  readonly expectedCents?: number | null;
  readonly actualCents?: number | null;
  readonly valueDate?: LocalDate | null;
  readonly documentNumber?: string;
  /** Refusal of the row it comes from. */
  readonly code?: string | null;
  /** In words, German: number of the run, what the comparison found. */
  readonly detail?: string;
  readonly paymentReturnId?: string | null;
  readonly line?: number | null;
}

interface KnownDiscrepancy {
  readonly id: string;
  readonly fingerprint: string;
}

const KNOWN = `
SELECT DISTINCT ON (fingerprint) id, fingerprint FROM disbursements.payment_discrepancy
WHERE fingerprint = ANY ($1::text[]) AND ($2 OR state IN ('OPEN', 'ASSIGNED')) ORDER BY fingerprint, opened_at DESC`;
const PROGRAMME = 'SELECT id FROM programme.programme ORDER BY period_end DESC, id LIMIT 1';
const INSERT = `
INSERT INTO disbursements.payment_discrepancy (id, programme_id, kind, payment_return_id, line, payment_order_id, order_number, code, detail, expected_cents, actual_cents,
  value_date, document_number, fingerprint)
SELECT d.id, d.programme_id, d.kind, d.payment_return_id, d.line, d.payment_order_id, d.order_number, d.code, d.detail, d.expected_cents, d.actual_cents,
  d.value_date, d.document_number, d.fingerprint
FROM jsonb_to_recordset($1::jsonb) AS d (id uuid, programme_id uuid, kind text, payment_return_id uuid, line integer, payment_order_id uuid, order_number text, code text,
  detail text, expected_cents bigint, actual_cents bigint, value_date date, document_number text, fingerprint text)`;

/** Opens one discrepancy and gives its id; one that is open already about the same fact is not opened twice. */
export async function openDiscrepancy(tx: Tx, wanted: NewDiscrepancy): Promise<string> {
  const [id] = await openDiscrepancies(tx, [wanted]);
  if (id === undefined) throw new Error('The discrepancy was not stored');
  return id;
}

/**
 * Many at once, ids in the order of the facts. With `alsoSettled` a fact that was once explained or waived stays so: the same
 * row of the bank in a second file says nothing new.
 */
export async function openDiscrepancies(
  tx: Tx,
  wanted: readonly NewDiscrepancy[],
  { alsoSettled = false }: { readonly alsoSettled?: boolean } = {},
): Promise<string[]> {
  if (wanted.length === 0) return [];
  const prints = wanted.map(fingerprintOf);
  const known = await tx.query<KnownDiscrepancy>(KNOWN, [[...new Set(prints)], alsoSettled]);
  const ids = new Map(known.map(({ id, fingerprint }) => [fingerprint, id]));
  const programme = wanted.some(({ programmeId }) => !programmeId)
    ? ((await tx.queryOne<{ id: string }>(PROGRAMME))?.id ?? null)
    : null;
  const rows: object[] = [];
  for (const [index, each] of wanted.entries()) {
    const fingerprint = prints[index] ?? '';
    if (ids.has(fingerprint)) continue;
    const id = randomUUID();
    ids.set(fingerprint, id);
    rows.push(rowOf(each, id, fingerprint, each.programmeId ?? programme));
    trace(tx, id, each);
  }
  if (rows.length > 0) await tx.execute(INSERT, [JSON.stringify(rows)]);
  return prints.map((print) => ids.get(print) ?? '');
}

/** The fact, not the file it came in: kind, order, money, day and document. */
function fingerprintOf(fact: NewDiscrepancy): string {
  const parts = [
    fact.kind,
    fact.orderNumber,
    fact.expectedCents ?? null,
    fact.actualCents ?? null,
    fact.valueDate ?? null,
    fact.documentNumber ?? '',
    fact.detail ?? '',
  ];
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex');
}

function rowOf(fact: NewDiscrepancy, id: string, fingerprint: string, programmeId: string | null): object {
  return {
    id,
    programme_id: programmeId,
    kind: fact.kind,
    payment_return_id: fact.paymentReturnId ?? null,
    line: fact.line ?? null,
    payment_order_id: fact.paymentOrderId ?? null,
    order_number: fact.orderNumber,
    code: fact.code ?? null,
    detail: fact.detail ?? '',
    expected_cents: fact.expectedCents ?? null,
    actual_cents: fact.actualCents ?? null,
    value_date: fact.valueDate ?? null,
    document_number: fact.documentNumber ?? '',
    fingerprint,
  };
}

function trace(tx: Tx, id: string, { kind, orderNumber, expectedCents, actualCents, detail }: NewDiscrepancy): void {
  tx.audit({
    action: 'payment-discrepancy.opened',
    objectType: 'PAYMENT_DISCREPANCY',
    objectId: id,
    objectVersion: 1,
    toState: 'OPEN',
    after: { kind, orderNumber, expectedCents: expectedCents ?? null, actualCents: actualCents ?? null, detail },
  });
}
