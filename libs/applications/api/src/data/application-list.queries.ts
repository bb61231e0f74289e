import { Injectable } from '@nestjs/common';
import { likePattern, Transactions, windowOf, type CurrentRequest } from '@wir/shared/api';
import type {
  ApplicationListItemDto,
  ApplicationPageDto,
  ApplicationQueryDto,
  ApplicationSort,
} from '../dto/application-list.dto';
import { visibleColumns, type VisibleColumns } from './visible-columns';

type PageRow = Omit<ApplicationListItemDto, 'submittedAt' | 'updatedAt' | 'id'> & {
  readonly id: string | null;
  readonly submittedAt: Date | null;
  readonly updatedAt: Date;
};
interface Row extends PageRow {
  readonly total: number;
  readonly sumRequestedCents: number;
}

/** A column that is never null needs no NULLS LAST, and only then the index on it gives the order. */
const SORT_COLUMNS: Readonly<
  Record<Exclude<ApplicationSort, 'state'>, { readonly column: string; readonly nullable: boolean }>
> = {
  updatedAt: { column: 'a.updated_at', nullable: false },
  submittedAt: { column: 'a.submitted_at', nullable: true },
  requestedCents: { column: 'a.requested_cents', nullable: false },
  caseNumber: { column: 'a.case_number', nullable: false },
  applicantName: { column: 'm.official_name', nullable: false },
  dueDate: { column: 'a.due_date', nullable: true },
};

@Injectable()
export class ApplicationListQueries {
  constructor(private readonly transactions: Transactions) {}

  list(request: CurrentRequest, query: ApplicationQueryDto): Promise<ApplicationPageDto> {
    return this.transactions.read(request, async (tx) => {
      const { sql, values } = listStatement(query, tx.actor.isStaff);
      const rows = await tx.query<Row>(sql, values);
      const items = rows.flatMap((row) => (row.id === null ? [] : [toItem(row, row.id)]));
      return {
        items,
        total: rows[0]?.total ?? 0,
        page: query.page,
        pageSize: query.pageSize,
        sumRequestedCents: rows[0]?.sumRequestedCents ?? 0,
      };
    });
  }
}

/** Page, number of hits and their sum in one statement; its text depends on which filters are set, never on their values. */
export function listStatement(
  query: ApplicationQueryDto,
  isStaff: boolean,
): { readonly sql: string; readonly values: readonly unknown[] } {
  const visible = visibleColumns(isStaff);
  const values: unknown[] = [];
  const bind = (value: unknown): string => `$${values.push(value)}`;
  const found = foundIn(query, bind);
  const where = conditions(query, visible, bind);
  const { limit, offset } = windowOf(query);
  const sql = `
WITH ${found}page AS (
  SELECT row_number() OVER () AS position, hit.* FROM (
    SELECT a.id, a.case_number AS "caseNumber", a.applicant_id AS "applicantId", m.code AS "applicantCode", m.official_name AS "applicantName", a.module_code AS "moduleCode",
      a.title, ${visible.state} AS state, a.requested_cents AS "requestedCents", ${visible.approvedCents} AS "approvedCents", a.period_start AS "periodStart",
      a.period_end AS "periodEnd", a.due_date AS "dueDate", a.late, a.submitted_at AS "submittedAt", a.updated_at AS "updatedAt",
      ${visible.assigneeAccountId} AS "assigneeAccountId", a.version
    FROM applications.application a JOIN programme.applicant m ON m.id = a.applicant_id
    ${where} ORDER BY ${orderOf(query.sort, visible)} LIMIT ${bind(limit)} OFFSET ${bind(offset)}) hit
), total AS (
  SELECT count(*) AS total, coalesce(sum(a.requested_cents), 0)::bigint AS "sumRequestedCents" FROM applications.application a ${where}
)
SELECT total.*, page.*, n.name AS "assigneeName" FROM total LEFT JOIN page ON true
LEFT JOIN identity.account_names(ARRAY(SELECT DISTINCT "assigneeAccountId" FROM page WHERE "assigneeAccountId" IS NOT NULL)) n ON n.account_id = page."assigneeAccountId"
ORDER BY page.position`;
  return { sql, values };
}

/** The search is one function of the database, since row-level security keeps it from its index (see the migration). */
function foundIn(query: ApplicationQueryDto, bind: (value: unknown) => string): string {
  const pattern = likePattern(query.search);
  return pattern === null
    ? ''
    : `found AS MATERIALIZED (SELECT m AS id FROM applications.matching(${bind(pattern)}) m), `;
}

function conditions(query: ApplicationQueryDto, visible: VisibleColumns, bind: (value: unknown) => string): string {
  const parts: string[] = [];
  if (query.state) parts.push(`${visible.state} = ANY (${bind(query.state)}::text[])`);
  if (query.applicantId) parts.push(`a.applicant_id = ANY (${bind(query.applicantId)}::uuid[])`);
  if (query.moduleCode) parts.push(`a.module_code = ANY (${bind(query.moduleCode)}::text[])`);
  if (query.year) parts.push(touchesYear(bind(query.year)));
  if (query.late !== undefined) parts.push(`a.late = ${bind(query.late)}`);
  if (likePattern(query.search) !== null) parts.push('a.id IN (SELECT found.id FROM found)');
  return parts.length === 0 ? '' : `WHERE ${parts.join(' AND ')}`;
}

function touchesYear(years: string): string {
  return `EXISTS (SELECT 1 FROM unnest(${years}::integer[]) y WHERE y BETWEEN extract(year FROM a.period_start) AND extract(year FROM a.period_end))`;
}

/** By state as the person sees it: the order, too, would tell of hidden steps. */
function orderOf(sort: string | undefined, visible: VisibleColumns): string {
  const isDescending = sort === undefined || sort.startsWith('-');
  const name = (sort ?? 'updatedAt').replace('-', '') as ApplicationSort;
  const { column, nullable } = name === 'state' ? { column: visible.state, nullable: false } : SORT_COLUMNS[name];
  return `${column} ${isDescending ? 'DESC' : 'ASC'}${nullable ? ' NULLS LAST' : ''}, a.id`;
}

function toItem(row: Row, id: string): ApplicationListItemDto {
  return {
    id,
    caseNumber: row.caseNumber,
    applicantId: row.applicantId,
    applicantCode: row.applicantCode,
    applicantName: row.applicantName,
    moduleCode: row.moduleCode,
    title: row.title,
    state: row.state,
    requestedCents: row.requestedCents,
    approvedCents: row.approvedCents,
    periodStart: row.periodStart,
    periodEnd: row.periodEnd,
    dueDate: row.dueDate,
    late: row.late,
    submittedAt: row.submittedAt?.toISOString() ?? null,
    updatedAt: row.updatedAt.toISOString(),
    assigneeName: row.assigneeName,
    version: row.version,
  };
}
