import type { PaymentDiscrepancyKind } from '@wir/disbursements/domain';
import type { Tx } from '@wir/shared/api';

interface Settled {
  readonly id: string;
  readonly version: number;
  readonly former: string;
}

const SETTLE = `
WITH found AS (
  SELECT id, state FROM disbursements.payment_discrepancy
  WHERE order_number = ANY ($1::text[]) AND kind = ANY ($2::text[]) AND state IN ('OPEN', 'ASSIGNED') ORDER BY id FOR UPDATE)
UPDATE disbursements.payment_discrepancy d SET state = 'RESOLVED', resolution = $3, settled_at = $4, settled_by_account_id = $5, settled_by_person_id = $6, version = d.version + 1
FROM found WHERE d.id = found.id RETURNING d.id, d.version, found.state AS former`;

/** What a later fact has settled needs nobody any more. */
export async function settleDiscrepancies(
  tx: Tx,
  orderNumbers: readonly string[],
  kinds: readonly PaymentDiscrepancyKind[],
  resolution: string,
): Promise<void> {
  if (orderNumbers.length === 0) return;
  const { accountId, personId } = tx.actor;
  const settled = await tx.query<Settled>(SETTLE, [orderNumbers, kinds, resolution, tx.now, accountId, personId]);
  for (const { id, version, former } of settled) {
    tx.audit({
      action: 'payment-discrepancy.resolved',
      objectType: 'PAYMENT_DISCREPANCY',
      objectId: id,
      objectVersion: version,
      fromState: former,
      toState: 'RESOLVED',
      reason: resolution,
    });
  }
}
