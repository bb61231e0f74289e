import { Injectable } from '@nestjs/common';
import type { AuditRecord } from '@wir/audit/domain';
import { likePattern, orderBy, Transactions, windowOf, type CurrentRequest } from '@wir/shared/api';
import { EXPORT } from './audit-export';
import type { AuditEventDto, AuditEventPageDto, AuditQueryDto } from './audit.dto';

interface EventRow {
  readonly sequence: number;
  readonly occurred_at: Date;
  readonly account_id: string | null;
  readonly actor_name: string | null;
  readonly actor_role: string;
  readonly deputy_for: string | null;
  readonly deputy_for_name: string | null;
  readonly action: string;
  readonly object_type: string;
  readonly object_id: string;
  readonly object_version: number | null;
  readonly reason: string | null;
  readonly from_state: string | null;
  readonly to_state: string | null;
  readonly outcome: 'DONE' | 'REFUSED';
  readonly code: string | null;
  readonly is_erased: boolean;
  readonly before_text: string | null;
  readonly after_text: string | null;
  readonly request_id: string;
  readonly hash: string;
}

const WHERE = `($1::text IS NULL OR e.object_type = $1) AND ($2::text IS NULL OR e.object_id = $2) AND ($3::text[] IS NULL OR e.action = ANY ($3))
  AND ($4::uuid IS NULL OR e.account_id = $4) AND ($5::uuid IS NULL OR e.applicant_id = $5)
  AND ($6::timestamptz IS NULL OR e.occurred_at >= $6) AND ($7::timestamptz IS NULL OR e.occurred_at < $7)
  AND ($8::text IS NULL OR e.action ILIKE $8 OR e.code ILIKE $8 OR t.reason ILIKE $8)
  AND ($9::text IS NULL OR e.outcome = $9)`;

const EVENTS = 'audit.event e LEFT JOIN audit.event_text t USING (sequence)';

const LINES_PER_PAGE = 2000;

@Injectable()
export class AuditQueries {
  constructor(private readonly transactions: Transactions) {}

  list(request: CurrentRequest, query: AuditQueryDto): Promise<AuditEventPageDto> {
    const { limit, offset } = windowOf(query);
    const filters = [
      query.objectType ?? null,
      query.objectId ?? null,
      query.action ?? null,
      query.actorId ?? null,
      query.applicantId ?? null,
      query.from ?? null,
      query.to ?? null,
      likePattern(query.search),
      query.outcome ?? null,
    ];
    const order = orderBy(query.sort, { sequence: 'e.sequence' }, 'e.sequence DESC', 'e.sequence');
    return this.transactions.read(request, async (tx) => {
      const rows = await tx.query<EventRow>(
        `WITH page AS (SELECT e.*, t.reason, t.before_text, t.after_text, t.erased_by IS NOT NULL AS is_erased FROM ${EVENTS} WHERE ${WHERE} ORDER BY ${order} LIMIT $10 OFFSET $11),
           name AS MATERIALIZED (SELECT * FROM identity.account_names((SELECT array_agg(DISTINCT a.id) FROM page CROSS JOIN LATERAL (VALUES (account_id), (deputy_for)) a (id))))
         SELECT e.sequence, e.occurred_at, e.account_id, n.name AS actor_name, e.actor_role, e.deputy_for, d.name AS deputy_for_name, e.action, e.object_type, e.object_id,
           e.object_version, e.reason, e.from_state, e.to_state, e.outcome, e.code, e.is_erased, e.before_text, e.after_text, e.request_id, encode(e.hash, 'hex') AS hash
         FROM page e LEFT JOIN name n ON n.account_id = e.account_id LEFT JOIN name d ON d.account_id = e.deputy_for ORDER BY ${order}`,
        [...filters, limit, offset],
      );
      const count = await tx.queryOne<{ total: number }>(
        `SELECT count(*) AS total FROM ${EVENTS} WHERE ${WHERE}`,
        filters,
      );
      return { items: rows.map(toDto), total: count?.total ?? 0, page: query.page, pageSize: query.pageSize };
    });
  }

  /** Page by page, each with its own session check: a slow reader holds no connection. */
  async *lines(request: CurrentRequest): AsyncGenerator<string> {
    let last = 0;
    for (;;) {
      const after = last;
      const records = await this.transactions.read(request, (tx) =>
        tx.query<AuditRecord>(EXPORT, [after, LINES_PER_PAGE]),
      );
      const tail = records.at(-1);
      if (!tail) return;
      yield records.map((record) => `${JSON.stringify(record)}\n`).join('');
      last = tail.sequence;
    }
  }
}

function toDto(row: EventRow): AuditEventDto {
  return {
    sequence: row.sequence,
    occurredAt: row.occurred_at.toISOString(),
    actorId: row.account_id,
    actorName: row.actor_name ?? 'Unbekannt',
    actorRole: row.actor_role,
    deputyForId: row.deputy_for,
    deputyForName: row.deputy_for_name,
    action: row.action,
    objectType: row.object_type,
    objectId: row.object_id,
    objectVersion: row.object_version,
    reason: row.reason,
    fromState: row.from_state,
    toState: row.to_state,
    outcome: row.outcome,
    code: row.code,
    textsErased: row.is_erased,
    before: row.before_text === null ? null : JSON.parse(row.before_text),
    after: row.after_text === null ? null : JSON.parse(row.after_text),
    requestId: row.request_id,
    hash: row.hash,
  };
}
