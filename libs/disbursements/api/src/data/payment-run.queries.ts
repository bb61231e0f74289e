import { Injectable } from '@nestjs/common';
import { FileStore } from '@wir/documents/api';
import { FileAnswer, orderBy, Transactions, type CurrentRequest, type ReadTx } from '@wir/shared/api';
import { DomainError, type Cents } from '@wir/shared/kernel';
import type {
  PaymentFileDto,
  PaymentFileFormat,
  PaymentRunDto,
  PaymentRunPageDto,
  PaymentRunQueryDto,
} from '../dto/payment.dto';
import { momentOf } from '../row-json';
import { listRows, oneRow } from './list-rows';
import {
  PAYMENT_ORDER_COLUMNS,
  PAYMENT_ORDER_TABLES,
  toPaymentOrder,
  type PaymentOrderRow,
} from './payment-order.queries';

interface PaymentRunRow {
  readonly id: string;
  readonly run_number: string;
  readonly state: 'EXPORTED';
  readonly order_count: number;
  readonly sum_cents: Cents;
  readonly checksum: string;
  readonly files: readonly PaymentFileDto[];
  readonly created_at: string;
  readonly created_by: string | null;
  readonly version: number;
  readonly orders: readonly PaymentOrderRow[];
}

const ROW = {
  id: 'r.id',
  columns: `r.id, r.run_number, r.state, r.order_count, r.sum_cents, r.checksum, r.files, r.created_at, identity.name_of(r.created_by_account_id) AS created_by, r.version,
    (SELECT coalesce(jsonb_agg(to_jsonb(x) ORDER BY x.order_number), '[]')
      FROM (SELECT ${PAYMENT_ORDER_COLUMNS} ${PAYMENT_ORDER_TABLES} WHERE o.payment_run_id = r.id) x) AS orders`,
  tables: 'FROM disbursements.payment_run r',
};
const SORT = { createdAt: 'r.created_at', runNumber: 'r.run_number', sumCents: 'r.sum_cents' };
const MEDIA_TYPES: Readonly<Record<PaymentFileFormat, readonly [mediaType: string, extension: string]>> = {
  'pain.001': ['application/xml', 'xml'],
  csv: ['text/csv; charset=utf-8', 'csv'],
};

@Injectable()
export class PaymentRunQueries {
  constructor(
    private readonly transactions: Transactions,
    private readonly files: FileStore,
  ) {}

  list(request: CurrentRequest, query: PaymentRunQueryDto): Promise<PaymentRunPageDto> {
    return this.transactions.read(request, async (tx) => {
      const parts = {
        ...ROW,
        amount: 'r.sum_cents',
        filter: ROW.tables,
        order: orderBy(query.sort, SORT, 'r.created_at DESC', 'r.id'),
      };
      const { items, total } = await listRows<PaymentRunRow>(tx, parts, query, []);
      return { items: items.map(toRun), total, page: query.page, pageSize: query.pageSize };
    });
  }

  detail(request: CurrentRequest, id: string): Promise<PaymentRunDto> {
    return this.transactions.read(request, (tx) => this.one(tx, id));
  }

  async one(tx: ReadTx, id: string): Promise<PaymentRunDto> {
    const row = await oneRow<PaymentRunRow>(tx, ROW, id);
    if (row === null) throw new DomainError('not-found', 'payment-run.not-found');
    return toRun(row);
  }

  /** The stored bytes, whose hash is checked while reading; never written anew. */
  async file(request: CurrentRequest, id: string, format: PaymentFileFormat): Promise<FileAnswer> {
    const { files, runNumber } = await this.detail(request, id);
    const file = files.find((each) => each.format === format);
    if (file === undefined) throw new DomainError('not-found', 'payment-run.not-found');
    const [mediaType, extension] = MEDIA_TYPES[format];
    return new FileAnswer(await this.files.read(file.sha256), mediaType, `${runNumber}.${extension}`);
  }
}

function toRun(row: PaymentRunRow): PaymentRunDto {
  return {
    id: row.id,
    runNumber: row.run_number,
    state: row.state,
    orderCount: row.order_count,
    sumCents: row.sum_cents,
    checksum: row.checksum,
    createdAt: momentOf(row.created_at),
    createdBy: row.created_by ?? '',
    files: [...row.files],
    openCount: row.orders.filter(({ state }) => state === 'EXPORTED').length,
    orders: row.orders.map(toPaymentOrder),
    version: row.version,
  };
}
