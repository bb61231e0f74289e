import { Injectable } from '@nestjs/common';
import { Transactions, windowOf, type CurrentRequest } from '@wir/shared/api';
import type { ReadPageDto, ReadQueryDto } from '../audit.dto';

interface ReadRow {
  readonly id: number;
  readonly occurredAt: Date;
  readonly accountId: string;
  readonly actorName: string | null;
  readonly actorRole: string;
  readonly objectType: string;
  readonly objectId: string;
  readonly path: string;
  readonly requestId: string;
}

const WHERE = `($1::uuid IS NULL OR r.account_id = $1) AND ($2::text IS NULL OR r.object_type = $2) AND ($3::text IS NULL OR r.object_id = $3)
  AND ($4::timestamptz IS NULL OR r.occurred_at >= $4) AND ($5::timestamptz IS NULL OR r.occurred_at < $5)`;
const PAGE = `WITH page AS (SELECT r.* FROM audit.read_entry r WHERE ${WHERE} ORDER BY r.id DESC LIMIT $6 OFFSET $7)
SELECT p.id, p.occurred_at AS "occurredAt", p.account_id AS "accountId", n.name AS "actorName", p.actor_role AS "actorRole", p.object_type AS "objectType",
  p.object_id AS "objectId", p.path, p.request_id AS "requestId"
FROM page p LEFT JOIN identity.account_names((SELECT array_agg(DISTINCT account_id) FROM page)) n ON n.account_id = p.account_id ORDER BY p.id DESC`;
const COUNT = `SELECT count(*) AS total FROM audit.read_entry r WHERE ${WHERE}`;

@Injectable()
export class ReadQueries {
  constructor(private readonly transactions: Transactions) {}

  list(request: CurrentRequest, query: ReadQueryDto): Promise<ReadPageDto> {
    const { limit, offset } = windowOf(query);
    const filters = [
      query.accountId ?? null,
      query.objectType ?? null,
      query.objectId ?? null,
      query.from ?? null,
      query.to ?? null,
    ];
    return this.transactions.read(request, async (tx) => {
      const rows = await tx.query<ReadRow>(PAGE, [...filters, limit, offset]);
      const count = await tx.queryOne<{ total: number }>(COUNT, filters);
      const items = rows.map((row) => ({
        ...row,
        actorName: row.actorName ?? 'Unbekannt',
        occurredAt: row.occurredAt.toISOString(),
      }));
      return { items, total: count?.total ?? 0, page: query.page, pageSize: query.pageSize };
    });
  }
}
