import { Injectable } from '@nestjs/common';
import { likePattern, orderBy, Transactions, type CurrentRequest, type ReadTx } from '@wir/shared/api';
import { DomainError, type Cents } from '@wir/shared/kernel';
import type {
  PaymentReturnPageDto,
  PaymentReturnQueryDto,
  PaymentReturnReportDto,
  PaymentReturnRowDto,
} from '../dto/payment.dto';
import { momentOf } from '../row-json';
import { listRows, oneRow } from './list-rows';

interface PaymentReturnRecord {
  readonly id: string;
  readonly file_name: string;
  readonly sha256: string;
  readonly rejected: boolean;
  readonly code: string | null;
  readonly rows: readonly PaymentReturnRowDto[];
  readonly booked_cents: Cents;
  readonly imported_at: string;
  readonly imported_by: string | null;
}

const ROW = {
  id: 'x.id',
  columns:
    'x.id, x.file_name, x.sha256, x.rejected, x.code, x.rows, x.booked_cents, x.imported_at, identity.name_of(x.imported_by_account_id) AS imported_by',
  tables: 'FROM disbursements.payment_return x',
};

@Injectable()
export class PaymentReturnQueries {
  constructor(private readonly transactions: Transactions) {}

  list(request: CurrentRequest, query: PaymentReturnQueryDto): Promise<PaymentReturnPageDto> {
    return this.transactions.read(request, async (tx) => {
      const filter = `${ROW.tables} WHERE $1::text IS NULL OR x.file_name ILIKE $1`;
      const parts = {
        ...ROW,
        amount: 'x.booked_cents',
        filter,
        order: orderBy(query.sort, { importedAt: 'x.imported_at' }, 'x.imported_at DESC', 'x.id'),
      };
      const { items, total } = await listRows<PaymentReturnRecord>(tx, parts, query, [likePattern(query.search)]);
      return { items: items.map(toReport), total, page: query.page, pageSize: query.pageSize };
    });
  }

  async one(tx: ReadTx, id: string): Promise<PaymentReturnReportDto> {
    const row = await oneRow<PaymentReturnRecord>(tx, ROW, id);
    if (row === null) throw new DomainError('not-found', 'payment-return.not-found');
    return toReport(row);
  }
}

function toReport(row: PaymentReturnRecord): PaymentReturnReportDto {
  return {
    id: row.id,
    fileName: row.file_name,
    sha256: row.sha256,
    importedAt: momentOf(row.imported_at),
    importedBy: row.imported_by ?? '',
    rejected: row.rejected,
    code: row.code,
    rows: [...row.rows],
    bookedCents: row.booked_cents,
  };
}
