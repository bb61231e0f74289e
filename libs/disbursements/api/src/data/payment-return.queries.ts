import { Injectable } from '@nestjs/common';
import { likePattern, orderBy, Transactions, type CurrentRequest, type ReadTx } from '@wir/shared/api';
import { DomainError, type Cents } from '@wir/shared/kernel';
import type {
  PaymentReturnPageDto,
  PaymentReturnQueryDto,
  PaymentReturnReportDto,
  PaymentReturnRowDto,
  PaymentReturnTotalDto,
} from '../returns/payment-return.dto';
import type { ReturnFormat } from '../files/return-reader';
import { momentOf } from '../row-json';
import { listRows, oneRow } from './list-rows';

interface PaymentReturnRecord {
  readonly id: string;
  readonly file_name: string;
  readonly sha256: string;
  readonly format: ReturnFormat;
  readonly rejected: boolean;
  readonly code: string | null;
  readonly rows: readonly PaymentReturnRowDto[] | null;
  readonly totals: readonly PaymentReturnTotalDto[];
  readonly booked_cents: Cents;
  readonly imported_at: string;
  readonly imported_by: string | null;
}

/** A list shows the beginning of each file; the totals are those of all rows. */
const LISTED_ROWS = 500;

const rowsUpTo = (limit: string): string => `
(SELECT jsonb_agg(jsonb_strip_nulls(jsonb_build_object('line', r.line, 'orderNumber', r.order_number, 'outcome', r.outcome, 'code', r.code))
    || jsonb_build_object('amountCents', r.amount_cents, 'expectedCents', r.expected_cents, 'valueDate', r.value_date, 'documentNumber', r.document_number,
      'discrepancyId', r.discrepancy_id) ORDER BY r.line)
  FROM (SELECT * FROM disbursements.payment_return_row q WHERE q.payment_return_id = x.id ORDER BY q.line ${limit}) r) AS rows`;
const recordOf = (limit: string): { id: string; columns: string; tables: string } => ({
  id: 'x.id',
  columns: `x.id, x.file_name, x.sha256, x.format, x.rejected, x.code, ${rowsUpTo(limit)}, x.totals, x.booked_cents, x.imported_at,
    identity.name_of(x.imported_by_account_id) AS imported_by`,
  tables: 'FROM disbursements.payment_return x',
});
const WHOLE = recordOf('');
const LISTED = recordOf(`LIMIT ${LISTED_ROWS}`);

@Injectable()
export class PaymentReturnQueries {
  constructor(private readonly transactions: Transactions) {}

  list(request: CurrentRequest, query: PaymentReturnQueryDto): Promise<PaymentReturnPageDto> {
    return this.transactions.read(request, async (tx) => {
      const filter = `${LISTED.tables} WHERE $1::text IS NULL OR x.file_name ILIKE $1`;
      const parts = {
        ...LISTED,
        amount: 'x.booked_cents',
        filter,
        order: orderBy(query.sort, { importedAt: 'x.imported_at' }, 'x.imported_at DESC', 'x.id'),
      };
      const { items, total } = await listRows<PaymentReturnRecord>(tx, parts, query, [likePattern(query.search)]);
      return { items: items.map(toReport), total, page: query.page, pageSize: query.pageSize };
    });
  }

  detail(request: CurrentRequest, id: string): Promise<PaymentReturnReportDto> {
    return this.transactions.read(request, (tx) => this.one(tx, id));
  }

  async one(tx: ReadTx, id: string): Promise<PaymentReturnReportDto> {
    const row = await oneRow<PaymentReturnRecord>(tx, WHOLE, id);
    if (row === null) throw new DomainError('not-found', 'payment-return.not-found');
    return toReport(row);
  }
}

function toReport(row: PaymentReturnRecord): PaymentReturnReportDto {
  return {
    id: row.id,
    fileName: row.file_name,
    sha256: row.sha256,
    format: row.format,
    importedAt: momentOf(row.imported_at),
    importedBy: row.imported_by ?? '',
    dryRun: false,
    rejected: row.rejected,
    code: row.code,
    rows: [...(row.rows ?? [])],
    totals: [...row.totals],
    bookedCents: row.booked_cents,
  };
}
