import { Injectable } from '@nestjs/common';
import { FileStore } from '@wir/documents/api';
import { PAYMENT_RUN_TRANSITIONS, type PaymentRunState } from '@wir/disbursements/domain';
import { actingPersons, arePersonsDifferent } from '@wir/identity/domain';
import {
  FileAnswer,
  orderBy,
  Transactions,
  type ActionDto,
  type Actor,
  type CurrentRequest,
  type ReadTx,
} from '@wir/shared/api';
import { availableActs, DomainError, type Cents } from '@wir/shared/kernel';
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
  readonly state: PaymentRunState;
  readonly order_count: number;
  readonly sum_cents: Cents;
  readonly checksum: string;
  readonly files: readonly PaymentFileDto[];
  readonly created_at: string;
  readonly created_by: string | null;
  readonly created_by_person_id: string;
  readonly created_for_person_id: string | null;
  readonly release: PaymentRunDto['release'];
  readonly released_at: string | null;
  readonly released_by: string | null;
  readonly exported_at: string | null;
  readonly taken_back_at: string | null;
  readonly taken_back_by: string | null;
  readonly taken_back_reason: string | null;
  readonly version: number;
  readonly orders: readonly PaymentOrderRow[];
}

const ROW = {
  id: 'r.id',
  columns: `r.id, r.run_number, r.state, r.order_count, r.sum_cents, r.checksum, r.files, r.created_at, identity.name_of(r.created_by_account_id) AS created_by, r.version,
    r.created_by_person_id, r.created_for_person_id, r.release, r.released_at, identity.name_of(r.released_by_account_id) AS released_by, r.exported_at,
    r.taken_back_at, identity.name_of(r.taken_back_by_account_id) AS taken_back_by, r.taken_back_reason,
    (SELECT coalesce(jsonb_agg(to_jsonb(x) ORDER BY x.position), '[]')
      FROM (SELECT l.position, ${PAYMENT_ORDER_COLUMNS} ${PAYMENT_ORDER_TABLES} JOIN disbursements.payment_run_line l ON l.payment_order_id = o.id
        WHERE l.payment_run_id = r.id) x) AS orders`,
  tables: 'FROM disbursements.payment_run r',
};
const SORT = { createdAt: 'r.created_at', runNumber: 'r.run_number', sumCents: 'r.sum_cents' };
const MEDIA_TYPES: Readonly<Record<PaymentFileFormat, readonly [mediaType: string, extension: string]>> = {
  'pain.001': ['application/xml', 'xml'],
  csv: ['text/csv; charset=utf-8', 'csv'],
  pdf: ['application/pdf', 'pdf'],
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
      return { items: items.map((row) => toRun(row, tx.actor)), total, page: query.page, pageSize: query.pageSize };
    });
  }

  detail(request: CurrentRequest, id: string): Promise<PaymentRunDto> {
    return this.transactions.read(request, (tx) => this.one(tx, id));
  }

  async one(tx: ReadTx, id: string): Promise<PaymentRunDto> {
    const row = await oneRow<PaymentRunRow>(tx, ROW, id);
    if (row === null) throw new DomainError('not-found', 'payment-run.not-found');
    return toRun(row, tx.actor);
  }

  /** The stored bytes, whose hash is checked while reading; never written anew. */
  async file(request: CurrentRequest, id: string, format: PaymentFileFormat): Promise<FileAnswer> {
    const { files, runNumber, state } = await this.detail(request, id);
    if (state !== 'EXPORTED') throw new DomainError('conflict', 'payment-run.not-exported');
    const file = files.find((each) => each.format === format);
    if (file === undefined) throw new DomainError('not-found', 'payment-run.not-found');
    const [mediaType, extension] = MEDIA_TYPES[format];
    return new FileAnswer(await this.files.read(file.sha256), mediaType, `${runNumber}.${extension}`);
  }
}

function toRun(row: PaymentRunRow, actor: Actor): PaymentRunDto {
  return {
    id: row.id,
    runNumber: row.run_number,
    state: row.state,
    orderCount: row.order_count,
    sumCents: row.sum_cents,
    checksum: row.checksum,
    createdAt: momentOf(row.created_at),
    createdBy: row.created_by ?? '',
    files: row.state === 'EXPORTED' ? [...row.files] : [],
    openCount: row.orders.filter(({ state }) => state === 'EXPORTED').length,
    orders: row.orders.map(toPaymentOrder),
    version: row.version,
    release: row.release,
    releasedAt: maybeMoment(row.released_at),
    releasedBy: row.released_by,
    exportedAt: maybeMoment(row.exported_at),
    takenBackAt: maybeMoment(row.taken_back_at),
    takenBackBy: row.taken_back_by,
    takenBackReason: row.taken_back_reason,
    actions: runActions(row, actor),
  };
}

/** What the system does by itself is no button; who froze the run sees why somebody else has to release it. */
function runActions(row: PaymentRunRow, actor: Actor): ActionDto[] {
  const acting = actingPersons(actor, ['PAYMENT_ORDERER', 'BUDGET_OFFICER']);
  const isAnother = arePersonsDifferent(acting, [row.created_by_person_id, row.created_for_person_id]);
  return availableActs(PAYMENT_RUN_TRANSITIONS, row.state, actor.roles)
    .filter(({ action }) => action !== 'finish')
    .map((act) => {
      if (act.reasonCode === 'payment-run.wrong-state') return { ...act, reasonCode: 'payment-run.not-frozen' };
      const isOwn = act.allowed && act.action === 'export' && !isAnother;
      return isOwn ? { ...act, allowed: false, reasonCode: 'payment-run.same-person' } : act;
    });
}

function maybeMoment(text: string | null): string | null {
  return text === null ? null : momentOf(text);
}
