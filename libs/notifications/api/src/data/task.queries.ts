import { Injectable } from '@nestjs/common';
import { actingPersons, STAFF_ROLES } from '@wir/identity/domain';
import {
  TASK_KIND_CODES,
  TASK_KINDS,
  taskKindsOf,
  taskLink,
  taskTitle,
  type TaskKind,
} from '@wir/notifications/domain';
import { Transactions, type Actor, type CurrentRequest } from '@wir/shared/api';
import { DEADLINE_PARAMETERS, parameterAt, type LocalDate } from '@wir/shared/kernel';
import type { TaskDto, TaskListDto } from '../task.dto';
import { TASK_BRANCHES, TASK_OBJECT_NAME } from './task-branches';

/** Enough for a day; the groups count all. */
const MAX_ITEMS = 200;
/** One month from notification for the declaration (WIR-Förderrichtlinie). */
const DECLARATION_MONTHS = 1;

interface TaskRow {
  readonly kind: TaskKind;
  readonly object_id: string;
  readonly award_id: string | null;
  readonly case_number: string | null;
  readonly applicant_name: string | null;
  readonly amount_cents: number | null;
  readonly year: number | null;
  readonly due_date: string | null;
  readonly since: string;
}

interface ListRow {
  readonly items: readonly TaskRow[];
  readonly groups: readonly { kind: TaskKind; count: number; sum_cents: number }[];
  readonly next_date: LocalDate | null;
}

const UNION = TASK_KIND_CODES.map(
  (kind, position) => `SELECT '${kind}' AS kind, ${position} AS position, b.* FROM (${TASK_BRANCHES[kind]}
  ) b (object_id, award_id, application_id, amount_cents, year, due_date, since) WHERE '${kind}' = ANY ($1::text[])`,
).join('\nUNION ALL\n');

/** Row-level security narrows every branch to the cases of the person; a branch that is not hers is not executed. */
const LIST = `
WITH task AS (${UNION}),
item AS (
  SELECT t.kind, t.position, t.object_id, t.award_id, coalesce(a.case_number, ${TASK_OBJECT_NAME}) AS case_number, p.official_name AS applicant_name, t.amount_cents, t.year, t.due_date, t.since
  FROM task t LEFT JOIN applications.application a ON a.id = t.application_id LEFT JOIN programme.applicant p ON p.id = a.applicant_id
  ORDER BY t.due_date NULLS LAST, t.position, t.since, t.object_id LIMIT ${MAX_ITEMS})
SELECT
  (SELECT coalesce(jsonb_agg(to_jsonb(item) ORDER BY item.due_date NULLS LAST, item.position, item.since, item.object_id), '[]') FROM item) AS items,
  (SELECT coalesce(jsonb_agg(jsonb_build_object('kind', g.kind, 'count', g.count, 'sum_cents', g.sum_cents)), '[]')
    FROM (SELECT kind, count(*) AS count, coalesce(sum(amount_cents), 0) AS sum_cents FROM task GROUP BY kind) g) AS groups,
  (SELECT min(day) FROM (
    SELECT min(due_date) AS day FROM task WHERE due_date >= $3::date
    UNION ALL SELECT min(n.final_on) FROM decisions.notice n WHERE n.state IN ('DISPATCHED', 'NOTIFIED') AND n.final_on >= $3::date
    UNION ALL SELECT min(i.due_date) FROM applications.information_request i WHERE i.state = 'OPEN' AND i.due_date >= $3::date
    UNION ALL SELECT min(c.closes_on) FROM programme.funding_call c WHERE c.closes_on >= $3::date AND identity.session_applicant() IS NOT NULL) d) AS next_date`;

@Injectable()
export class TaskQueries {
  constructor(private readonly transactions: Transactions) {}

  list(request: CurrentRequest): Promise<TaskListDto> {
    return this.transactions.read(request, async (tx) => {
      const kinds = taskKindsOf(tx.actor.roles);
      if (kinds.length === 0) return { items: [], groups: [], nextDate: null };
      const retrievable = parameterAt(DEADLINE_PARAMETERS, 'portal_limit_days', tx.today).value;
      const row = await tx.queryOne<ListRow>(LIST, [
        kinds,
        JSON.stringify(actingByRole(tx.actor)),
        tx.today,
        retrievable,
        DECLARATION_MONTHS,
      ]);
      return {
        items: (row?.items ?? []).map(toTask),
        groups: groupsOf(row?.groups ?? []),
        nextDate: row?.next_date ?? null,
      };
    });
  }
}

/** Per role of a four-eyes step: the person, and whom she would represent. */
function actingByRole(actor: Actor): Readonly<Record<string, readonly string[]>> {
  return Object.fromEntries(STAFF_ROLES.map((role) => [role, actingPersons(actor, [role])]));
}

function toTask(row: TaskRow): TaskDto {
  return {
    id: [row.kind, row.object_id, ...(row.year === null ? [] : [row.year])].join(':'),
    kind: row.kind,
    objectType: TASK_KINDS[row.kind].objectType,
    objectId: row.object_id,
    caseNumber: row.case_number ?? '',
    applicantName: row.applicant_name ?? '',
    title: taskTitle(row.kind, row.year),
    amountCents: row.amount_cents,
    dueDate: row.due_date,
    since: new Date(row.since).toISOString(),
    link: taskLink(row.kind, row.object_id, row.award_id),
  };
}

function groupsOf(rows: ListRow['groups']): TaskListDto['groups'] {
  return TASK_KIND_CODES.flatMap((kind) => {
    const row = rows.find((each) => each.kind === kind);
    return row ? [{ kind, title: TASK_KINDS[kind].title, count: row.count, sumCents: row.sum_cents }] : [];
  });
}
