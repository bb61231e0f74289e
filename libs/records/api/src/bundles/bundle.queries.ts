import { Injectable } from '@nestjs/common';
import type { BundleKind, BundleState } from '@wir/records/domain';
import { likePattern, Transactions, windowOf, type CurrentRequest, type ReadTx } from '@wir/shared/api';
import { DomainError } from '@wir/shared/kernel';
import type { BundleDto, BundlePageDto, BundleQueryDto } from './bundle.dto';

interface BundleRow extends Omit<BundleDto, 'requestedAt' | 'finishedAt'> {
  readonly kind: BundleKind;
  readonly state: BundleState;
  readonly requestedAt: Date;
  readonly finishedAt: Date | null;
}

const COLUMNS = `b.id, b.kind, b.object_id AS "objectId", b.label, b.state, b.done, b.total, b.head_sequence AS "headSequence", b.sha256, b.size_bytes AS size,
  b.failure_code AS "failureCode", b.requested_at AS "requestedAt", coalesce(identity.name_of(b.requested_by_account_id), 'Unbekannt') AS "requestedByName",
  b.finished_at AS "finishedAt"`;
const WHERE = '($1::text IS NULL OR b.kind = $1) AND ($2::text IS NULL OR b.label ILIKE $2)';
const PAGE = `SELECT ${COLUMNS} FROM records.bundle b WHERE ${WHERE} ORDER BY b.requested_at DESC, b.id LIMIT $3 OFFSET $4`;
const COUNT = `SELECT count(*) AS total FROM records.bundle b WHERE ${WHERE}`;
const ONE = `SELECT ${COLUMNS} FROM records.bundle b WHERE b.id = $1`;

@Injectable()
export class BundleQueries {
  constructor(private readonly transactions: Transactions) {}

  list(request: CurrentRequest, query: BundleQueryDto): Promise<BundlePageDto> {
    const { limit, offset } = windowOf(query);
    const filters = [query.kind ?? null, likePattern(query.search)];
    return this.transactions.read(request, async (tx) => {
      const rows = await tx.query<BundleRow>(PAGE, [...filters, limit, offset]);
      const count = await tx.queryOne<{ total: number }>(COUNT, filters);
      return { items: rows.map(toDto), total: count?.total ?? 0, page: query.page, pageSize: query.pageSize };
    });
  }

  read(request: CurrentRequest, id: string): Promise<BundleDto> {
    return this.transactions.read(request, (tx) => this.one(tx, id));
  }

  async one(tx: ReadTx, id: string): Promise<BundleDto> {
    const row = await tx.queryOne<BundleRow>(ONE, [id]);
    if (!row) throw new DomainError('not-found', 'bundle.not-found');
    return toDto(row);
  }
}

function toDto(row: BundleRow): BundleDto {
  return { ...row, requestedAt: row.requestedAt.toISOString(), finishedAt: row.finishedAt?.toISOString() ?? null };
}
