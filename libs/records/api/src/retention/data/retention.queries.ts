import { Injectable } from '@nestjs/common';
import {
  likePattern,
  orderBy,
  Transactions,
  windowOf,
  type CurrentRequest,
  type ReadTx,
  type Tx,
} from '@wir/shared/api';
import { DomainError, type LocalDate } from '@wir/shared/kernel';
import type { ArchiveDecision, RetentionState } from '@wir/records/domain';
import type { RetentionDto, RetentionPageDto, RetentionQueryDto } from '../retention.dto';

interface Row {
  readonly application_id: string;
  readonly case_number: string;
  readonly applicant_name: string;
  readonly closed_on: LocalDate | null;
  readonly retain_until: LocalDate | null;
  readonly state: RetentionState;
  readonly offered_on: LocalDate | null;
  readonly decision: ArchiveDecision | null;
  readonly decided_on: LocalDate | null;
  readonly decided_by_person_id: string | null;
  readonly reference: string | null;
}

export interface LockedRetention {
  readonly application_id: string;
  readonly applicant_id: string;
  readonly state: RetentionState;
  readonly retain_until: LocalDate | null;
  readonly offered_on: LocalDate | null;
  readonly decision: ArchiveDecision | null;
  readonly decided_by_person_id: string | null;
  readonly version: number;
}

const COLUMNS = `a.id AS application_id, a.case_number, p.official_name AS applicant_name, r.closed_on, r.retain_until, coalesce(r.state, 'OPEN') AS state,
  r.offered_on, r.decision, r.decided_on, r.decided_by_person_id, coalesce(r.decision_reference, r.offer_reference) AS reference`;
const TABLES = `FROM applications.application a JOIN programme.applicant p ON p.id = a.applicant_id LEFT JOIN records.retention r ON r.application_id = a.id`;
const FILTER = `WHERE ($1::text[] IS NULL OR coalesce(r.state, 'OPEN') = ANY ($1)) AND ($2::text IS NULL OR a.case_number || ' ' || p.official_name ILIKE $2)`;
const SORT = {
  caseNumber: 'a.case_number',
  applicantName: 'p.official_name COLLATE "de-x-icu"',
  closedOn: 'r.closed_on',
  retainUntil: 'r.retain_until',
  state: "coalesce(r.state, 'OPEN')",
};
/** Cases first, then their retention: the order of locks everywhere. */
const LOCK_CASES = 'SELECT id FROM applications.application WHERE id = ANY ($1) ORDER BY id FOR UPDATE';
const LOCK = `SELECT application_id, applicant_id, state, retain_until, offered_on, decision, decided_by_person_id, version
  FROM records.retention WHERE application_id = ANY ($1) ORDER BY application_id FOR UPDATE`;

@Injectable()
export class RetentionQueries {
  constructor(private readonly transactions: Transactions) {}

  list(request: CurrentRequest, query: RetentionQueryDto): Promise<RetentionPageDto> {
    return this.transactions.read(request, async (tx) => {
      const { limit, offset } = windowOf(query);
      const order = orderBy(query.sort, SORT, 'r.retain_until ASC NULLS LAST', 'a.id');
      const rows = await tx.query<Row & { total: number }>(
        `SELECT ${COLUMNS}, count(*) OVER () AS total ${TABLES} ${FILTER} ORDER BY ${order} LIMIT $3 OFFSET $4`,
        [query.state ?? null, likePattern(query.search), limit, offset],
      );
      const total = rows[0]?.total ?? 0;
      return { items: rows.map(toRetention), total, page: query.page, pageSize: query.pageSize };
    });
  }

  async byIds(tx: ReadTx, ids: readonly string[]): Promise<RetentionDto[]> {
    const rows = await tx.query<Row>(`SELECT ${COLUMNS} ${TABLES} WHERE a.id = ANY ($1) ORDER BY a.case_number`, [ids]);
    return rows.map(toRetention);
  }

  async one(tx: ReadTx, id: string): Promise<RetentionDto> {
    const [found] = await this.byIds(tx, [id]);
    if (found === undefined) throw new DomainError('not-found', 'retention.not-found');
    return found;
  }

  /** Refuses when one of them has no retention yet. */
  async lock(tx: Tx, ids: readonly string[]): Promise<LockedRetention[]> {
    await tx.query(LOCK_CASES, [ids]);
    const rows = await tx.query<LockedRetention>(LOCK, [ids]);
    if (rows.length !== new Set(ids).size) throw new DomainError('not-found', 'retention.not-found');
    return rows;
  }
}

function toRetention(row: Row): RetentionDto {
  return {
    applicationId: row.application_id,
    caseNumber: row.case_number,
    applicantName: row.applicant_name,
    closedOn: row.closed_on,
    retainUntil: row.retain_until,
    state: row.state,
    offeredOn: row.offered_on,
    decision: row.decision,
    decidedOn: row.decided_on,
    decidedByPersonId: row.decided_by_person_id,
    reference: row.reference,
  };
}
