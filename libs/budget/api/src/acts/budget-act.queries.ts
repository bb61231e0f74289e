import { Injectable } from '@nestjs/common';
import { BUDGET_ACT_TRANSITIONS, type BudgetActKind, type BudgetActState, type TransferKind } from '@wir/budget/domain';
import { arePersonsDifferent } from '@wir/identity/domain';
import { likePattern, orderBy, windowOf, type Actor, type ReadTx, type Tx } from '@wir/shared/api';
import { availableActs, DomainError, type LocalDate } from '@wir/shared/kernel';
import type { BudgetActDto, BudgetActLineDto, BudgetActPageDto, BudgetActQueryDto } from './budget-act.dto';

export interface BudgetActRow {
  readonly id: string;
  readonly programme_id: string;
  readonly act_number: string;
  readonly kind: BudgetActKind;
  readonly state: BudgetActState;
  readonly reason: string;
  readonly document_reference: string;
  readonly consent_reference: string | null;
  readonly carry_over_ends_on: LocalDate | null;
  readonly proposed_at: Date;
  readonly proposed_by_person_id: string;
  readonly proposed_by: string | null;
  readonly decided_at: Date | null;
  readonly decided_by: string | null;
  readonly decision_note: string | null;
  readonly scenario_id: string | null;
  readonly scenario_name: string | null;
  readonly version: number;
  readonly lines: readonly {
    readonly kind: TransferKind;
    readonly year: number;
    readonly dueYear: number | null;
    readonly lineId: string;
    readonly lineCode: string;
    readonly lineIsMain: boolean;
    readonly targetLineId: string | null;
    readonly targetLineCode: string | null;
    readonly targetIsMain: boolean | null;
    readonly amountCents: number;
    readonly applicationId: string | null;
    readonly caseNumber: string | null;
  }[];
}

const COLUMNS = `a.id, a.programme_id, a.act_number, a.kind, a.state, a.reason, a.document_reference, a.consent_reference, a.carry_over_ends_on, a.proposed_at,
  a.proposed_by_person_id, identity.name_of(a.proposed_by_account_id) AS proposed_by, a.decided_at, identity.name_of(a.decided_by_account_id) AS decided_by,
  a.decision_note, a.version, a.scenario_id, (SELECT s.name FROM budget.scenario s WHERE s.id = a.scenario_id) AS scenario_name,
  (SELECT coalesce(jsonb_agg(jsonb_build_object('kind', l.kind, 'year', l.year, 'dueYear', l.due_year, 'lineId', l.line_id, 'lineCode', b.code, 'lineIsMain', b.is_main,
      'targetLineId', l.target_line_id, 'targetLineCode', g.code, 'targetIsMain', g.is_main, 'amountCents', l.amount_cents,
      'applicationId', l.application_id, 'caseNumber', (SELECT ap.case_number FROM applications.application ap WHERE ap.id = l.application_id)) ORDER BY l.line), '[]'::jsonb)
    FROM budget.budget_act_line l JOIN budget.line b ON b.id = l.line_id LEFT JOIN budget.line g ON g.id = l.target_line_id WHERE l.act_id = a.id) AS lines`;

const ONE = `SELECT ${COLUMNS} FROM budget.budget_act a WHERE a.id = $1`;
const LOCK = 'SELECT id FROM budget.budget_act WHERE id = $1 FOR UPDATE';
const FILTER = `($1::text[] IS NULL OR a.state = ANY ($1)) AND ($2::text[] IS NULL OR a.kind = ANY ($2))
  AND ($3::text IS NULL OR a.act_number ILIKE $3 OR a.reason ILIKE $3 OR a.document_reference ILIKE $3)`;
const SORT = { proposedAt: 'a.proposed_at', actNumber: 'a.act_number' };

@Injectable()
export class BudgetActQueries {
  async list(tx: ReadTx, query: BudgetActQueryDto): Promise<BudgetActPageDto> {
    const { limit, offset } = windowOf(query);
    const order = orderBy(query.sort, SORT, 'a.proposed_at DESC', 'a.id');
    const rows = await tx.query<BudgetActRow & { readonly total: number }>(
      `SELECT ${COLUMNS}, count(*) OVER () AS total FROM budget.budget_act a WHERE ${FILTER} ORDER BY ${order} LIMIT $4 OFFSET $5`,
      [query.state ?? null, query.kind ?? null, likePattern(query.search), limit, offset],
    );
    return {
      items: rows.map((row) => toBudgetAct(row, tx.actor)),
      total: rows[0]?.total ?? 0,
      page: query.page,
      pageSize: query.pageSize,
    };
  }

  async row(tx: ReadTx, id: string): Promise<BudgetActRow> {
    const row = await tx.queryOne<BudgetActRow>(ONE, [id]);
    if (row === null) throw new DomainError('not-found', 'budget-act.not-found');
    return row;
  }

  /** Locked until the end of the transaction: two who release at once are one after the other. */
  async lock(tx: Tx, id: string): Promise<BudgetActRow> {
    await tx.query(LOCK, [id]);
    return this.row(tx, id);
  }

  async one(tx: ReadTx, id: string): Promise<BudgetActDto> {
    return toBudgetAct(await this.row(tx, id), tx.actor);
  }
}

function toBudgetAct(row: BudgetActRow, actor: Actor): BudgetActDto {
  return {
    id: row.id,
    actNumber: row.act_number,
    kind: row.kind,
    state: row.state,
    reason: row.reason,
    documentReference: row.document_reference,
    consentReference: row.consent_reference,
    carryOverEndsOn: row.carry_over_ends_on,
    proposedAt: row.proposed_at.toISOString(),
    proposedBy: row.proposed_by ?? '',
    decidedAt: row.decided_at?.toISOString() ?? null,
    decidedBy: row.decided_by,
    decisionNote: row.decision_note,
    scenarioId: row.scenario_id,
    scenarioName: row.scenario_name,
    movedCents: row.lines.filter(({ kind }) => !kind.endsWith('_IN')).reduce((sum, line) => sum + line.amountCents, 0),
    version: row.version,
    lines: row.lines.map(toLine),
    actions: actionsOf(row, actor),
  };
}

function toLine({
  lineIsMain: _main,
  targetIsMain: _target,
  ...line
}: BudgetActRow['lines'][number]): BudgetActLineDto {
  return line;
}

function actionsOf(row: BudgetActRow, actor: Actor): BudgetActDto['actions'] {
  const isOther = arePersonsDifferent(actor.personId, [row.proposed_by_person_id]);
  return availableActs(BUDGET_ACT_TRANSITIONS, row.state, actor.roles).map((act) => {
    if (!act.allowed) return act;
    if (row.scenario_id !== null) return { ...act, allowed: false, reasonCode: 'budget-act.part-of-scenario' };
    if (act.action === 'apply' && !isOther) return { ...act, allowed: false, reasonCode: 'budget-act.same-person' };
    if (act.action === 'withdraw' && isOther) return { ...act, allowed: false, reasonCode: 'budget-act.not-proposer' };
    return act;
  });
}
