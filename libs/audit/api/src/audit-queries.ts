import { Injectable } from '@nestjs/common';
import type { AuditRecord } from '@wir/audit/domain';
import { likePattern, orderBy, Transactions, windowOf, type CurrentRequest } from '@wir/shared/api';
import { EXPORT } from './audit-export';
import type { AuditEventDto, AuditEventPageDto, AuditQueryDto, AuditVerificationDto } from './audit.dto';

interface EventRow {
  readonly sequence: number;
  readonly occurred_at: Date;
  readonly account_id: string;
  readonly actor_name: string | null;
  readonly actor_role: string;
  readonly action: string;
  readonly object_type: string;
  readonly object_id: string;
  readonly object_version: number | null;
  readonly reason: string | null;
  readonly from_state: string | null;
  readonly to_state: string | null;
  readonly before_text: string | null;
  readonly after_text: string | null;
  readonly request_id: string;
  readonly hash: string;
}

const WHERE = `($1::text IS NULL OR e.object_type = $1) AND ($2::text IS NULL OR e.object_id = $2) AND ($3::text[] IS NULL OR e.action = ANY ($3))
  AND ($4::uuid IS NULL OR e.account_id = $4) AND ($5::uuid IS NULL OR e.applicant_id = $5)
  AND ($6::timestamptz IS NULL OR e.occurred_at >= $6) AND ($7::timestamptz IS NULL OR e.occurred_at < $7)
  AND ($8::text IS NULL OR e.action ILIKE $8 OR e.reason ILIKE $8)`;

const LINES_PER_PAGE = 2000;
/** Verification reads the whole trail; 100,000 events take a few seconds. */
const VERIFICATION_TIMEOUT = '120000';
const USUAL_TIMEOUT = '5000';

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
    ];
    const order = orderBy(query.sort, { sequence: 'e.sequence' }, 'e.sequence DESC', 'e.sequence');
    return this.transactions.read(request, async (tx) => {
      const rows = await tx.query<EventRow>(
        `WITH page AS (SELECT e.* FROM audit.event e WHERE ${WHERE} ORDER BY ${order} LIMIT $9 OFFSET $10)
         SELECT e.sequence, e.occurred_at, e.account_id, n.name AS actor_name, e.actor_role, e.action, e.object_type, e.object_id, e.object_version, e.reason,
           e.from_state, e.to_state, e.before_text, e.after_text, e.request_id, encode(e.hash, 'hex') AS hash
         FROM page e LEFT JOIN identity.account_names((SELECT array_agg(DISTINCT account_id) FROM page)) n ON n.account_id = e.account_id ORDER BY ${order}`,
        [...filters, limit, offset],
      );
      const count = await tx.queryOne<{ total: number }>(
        `SELECT count(*) AS total FROM audit.event e WHERE ${WHERE}`,
        filters,
      );
      return { items: rows.map(toDto), total: count?.total ?? 0, page: query.page, pageSize: query.pageSize };
    });
  }

  verify(request: CurrentRequest): Promise<AuditVerificationDto> {
    return this.transactions.read(request, async (tx) => {
      await tx.query("SELECT set_config('statement_timeout', $1, false)", [VERIFICATION_TIMEOUT]);
      try {
        const row = await tx.queryOne<{
          ok: boolean;
          checked: number;
          first_bad_sequence: number | null;
          head: string;
        }>('SELECT ok, checked, first_bad_sequence, head FROM audit.verify()');
        if (!row) throw new Error('The verification gave no result');
        return {
          ok: row.ok,
          checked: row.checked,
          ...(row.first_bad_sequence === null ? {} : { firstBadSequence: row.first_bad_sequence }),
          head: row.head,
        };
      } finally {
        await tx.query("SELECT set_config('statement_timeout', $1, false)", [USUAL_TIMEOUT]);
      }
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
    action: row.action,
    objectType: row.object_type,
    objectId: row.object_id,
    objectVersion: row.object_version,
    reason: row.reason,
    fromState: row.from_state,
    toState: row.to_state,
    before: row.before_text === null ? null : JSON.parse(row.before_text),
    after: row.after_text === null ? null : JSON.parse(row.after_text),
    requestId: row.request_id,
    hash: row.hash,
  };
}
