import { Injectable } from '@nestjs/common';
import { windowOf, type ReadTx } from '@wir/shared/api';
import type {
  PaymentDifferenceDto,
  OpenPaymentsDto,
  PaymentReconciliationDto,
  PaymentReconciliationEntryDto,
  PaymentReconciliationPageDto,
  PaymentReconciliationQueryDto,
  ReconciliationLegsDto,
} from './payment-reconciliation.dto';
import reconcile from './payment-reconciliation.sql';

interface ReconciliationRow {
  readonly legs: ReconciliationLegsDto;
  readonly open_items: OpenPaymentsDto;
  readonly difference_count: number;
  readonly differences: PaymentDifferenceDto[];
}

const NAMED_DIFFERENCES = 1000;
const HISTORY = `
SELECT id, checked_at, legs, difference_count, differences, open_items, count(*) OVER () AS total
FROM disbursements.payment_reconciliation ORDER BY checked_on DESC LIMIT $1 OFFSET $2`;

/** Application = ledger = export = return, order by order, in one statement. */
@Injectable()
export class PaymentReconciliationQueries {
  async now(tx: ReadTx): Promise<PaymentReconciliationDto> {
    const row = await tx.queryOne<ReconciliationRow>(reconcile, [NAMED_DIFFERENCES]);
    if (row === null) throw new Error('The reconciliation gave no row');
    return toReconciliation(row, tx.now);
  }

  async history(tx: ReadTx, query: PaymentReconciliationQueryDto): Promise<PaymentReconciliationPageDto> {
    const { limit, offset } = windowOf(query);
    const rows = await tx.query<ReconciliationRow & { readonly id: string; checked_at: Date; readonly total: number }>(
      HISTORY,
      [limit, offset],
    );
    return {
      items: rows.map((row): PaymentReconciliationEntryDto => ({
        id: row.id,
        ...toReconciliation(row, row.checked_at),
        openCount: row.open_items.exportedUnanswered.count + row.open_items.discrepancies.count,
      })),
      total: rows[0]?.total ?? 0,
      page: query.page,
      pageSize: query.pageSize,
    };
  }
}

function toReconciliation(row: ReconciliationRow, checkedAt: Date): PaymentReconciliationDto {
  return {
    checkedAt: checkedAt.toISOString(),
    ok: row.difference_count === 0,
    legs: row.legs,
    differenceCount: row.difference_count,
    differences: row.differences,
    open: row.open_items,
  };
}
