import { Injectable } from '@nestjs/common';
import {
  BUDGET_SCENARIO_TRANSITIONS,
  computeScenario,
  measuresOf,
  positionDifferences,
  positionOf,
  type BudgetActKind,
  type BudgetActState,
  type BudgetScenarioState,
  type ScenarioMeasure,
  type ScenarioResult,
  type ScenarioYear,
  type YearPosition,
} from '@wir/budget/domain';
import { arePersonsDifferent } from '@wir/identity/domain';
import { likePattern, orderBy, windowOf, type Actor, type ReadTx, type Tx } from '@wir/shared/api';
import { availableActs, DomainError } from '@wir/shared/kernel';
import type {
  BudgetScenarioDto,
  BudgetScenarioListItemDto,
  BudgetScenarioPageDto,
  BudgetScenarioQueryDto,
  ScenarioMeasureDto,
} from './budget-scenario.dto';
import { ScenarioBasisQueries } from './scenario-basis.queries';

interface ProposableResult {
  readonly effects: readonly { readonly changes: readonly unknown[] }[];
  readonly warnings: readonly { readonly isBlocking: boolean }[];
}

/** What is frozen with the proposal; the acts stand in their own tables. */
export type FrozenResult = Omit<ScenarioResult, 'acts'>;

export interface ScenarioRow {
  readonly id: string;
  readonly programme_id: string;
  readonly name: string;
  readonly note: string;
  readonly state: BudgetScenarioState;
  readonly measures: readonly ScenarioMeasureDto[];
  readonly reason: string | null;
  readonly document_reference: string | null;
  readonly preview: FrozenResult | null;
  readonly created_at: Date;
  readonly created_by: string | null;
  readonly updated_at: Date;
  readonly proposed_at: Date | null;
  readonly proposed_by_person_id: string | null;
  readonly proposed_by: string | null;
  readonly decided_at: Date | null;
  readonly decided_by: string | null;
  readonly decision_note: string | null;
  readonly version: number;
  readonly acts: readonly {
    readonly id: string;
    readonly actNumber: string;
    readonly kind: BudgetActKind;
    readonly state: BudgetActState;
    readonly version: number;
    readonly movedCents: number;
  }[];
}

const COLUMNS = `s.id, s.programme_id, s.name, s.note, s.state, s.measures, s.created_at, identity.name_of(s.created_by_account_id) AS created_by, s.updated_at,
  s.proposed_at, s.proposed_by_person_id, identity.name_of(s.proposed_by_account_id) AS proposed_by, s.decided_at, identity.name_of(s.decided_by_account_id) AS decided_by, s.version`;
const ONE = `SELECT ${COLUMNS}, s.reason, s.document_reference, s.preview, s.decision_note,
  (SELECT coalesce(jsonb_agg(jsonb_build_object('id', a.id, 'actNumber', a.act_number, 'kind', a.kind, 'state', a.state, 'version', a.version,
      'movedCents', (SELECT sum(l.amount_cents) FROM budget.budget_act_line l WHERE l.act_id = a.id AND l.kind NOT LIKE '%\\_IN')) ORDER BY a.act_number), '[]'::jsonb)
    FROM budget.budget_act a WHERE a.scenario_id = s.id) AS acts
FROM budget.scenario s WHERE s.id = $1`;
const LOCK = 'SELECT id FROM budget.scenario WHERE id = $1 FOR UPDATE';
const FILTER =
  '($1::text[] IS NULL OR s.state = ANY ($1)) AND ($2::text IS NULL OR s.name ILIKE $2 OR s.note ILIKE $2)';
const SORT = { updatedAt: 's.updated_at', name: 's.name' };

@Injectable()
export class BudgetScenarioQueries {
  constructor(private readonly bases: ScenarioBasisQueries) {}

  async list(tx: ReadTx, query: BudgetScenarioQueryDto): Promise<BudgetScenarioPageDto> {
    const { limit, offset } = windowOf(query);
    const order = orderBy(query.sort, SORT, 's.updated_at DESC', 's.id');
    const rows = await tx.query<ScenarioRow & { readonly total: number }>(
      `SELECT ${COLUMNS}, count(*) OVER () AS total FROM budget.scenario s WHERE ${FILTER} ORDER BY ${order} LIMIT $3 OFFSET $4`,
      [query.state ?? null, likePattern(query.search), limit, offset],
    );
    return {
      items: rows.map(toListItem),
      total: rows[0]?.total ?? 0,
      page: query.page,
      pageSize: query.pageSize,
    };
  }

  async row(tx: ReadTx, id: string): Promise<ScenarioRow> {
    const row = await tx.queryOne<ScenarioRow>(ONE, [id]);
    if (row === null) throw new DomainError('not-found', 'budget-scenario.not-found');
    return row;
  }

  /** Locked until the end of the transaction: of two who decide at once the second finds it decided. */
  async lock(tx: Tx, id: string): Promise<ScenarioRow> {
    await tx.query(LOCK, [id]);
    return this.row(tx, id);
  }

  /** A draft beside the budget of today; what was proposed, as it was proposed. */
  async one(tx: ReadTx, id: string): Promise<BudgetScenarioDto> {
    const row = await this.row(tx, id);
    const { preview } = row;
    if (preview === null) {
      const { acts: _acts, ...result } = computeScenario(
        await this.bases.basis(tx, row.programme_id),
        measuresOfRow(row),
      );
      return toScenario(row, tx.actor, copyOf(result), false);
    }
    const isBasisChanged =
      row.state === 'PROPOSED' &&
      positionDifferences(preview.years, positionsOf(await this.bases.years(tx, row.programme_id)), 'now').length > 0;
    return toScenario(row, tx.actor, copyOf(preview), isBasisChanged);
  }
}

export function measuresOfRow({ measures }: Pick<ScenarioRow, 'measures'>): ScenarioMeasure[] {
  return measuresOf(measures);
}

export function positionsOf(years: readonly ScenarioYear[]): ReadonlyMap<number, YearPosition> {
  return new Map(years.map((year) => [year.year, positionOf(year)]));
}

/** Answers own their lists; results are read-only. */
function copyOf(result: FrozenResult): BudgetScenarioDto['result'] {
  return {
    years: [...result.years],
    authorisations: [...result.authorisations],
    effects: result.effects.map((effect) => ({ ...effect, changes: [...effect.changes] })),
    warnings: [...result.warnings],
    followUps: result.followUps.map((followUp) => ({ ...followUp, years: [...followUp.years] })),
  };
}

function toListItem(row: ScenarioRow): BudgetScenarioListItemDto {
  return {
    id: row.id,
    name: row.name,
    note: row.note,
    state: row.state,
    measureCount: row.measures.length,
    createdAt: row.created_at.toISOString(),
    createdBy: row.created_by ?? '',
    updatedAt: row.updated_at.toISOString(),
    proposedAt: row.proposed_at?.toISOString() ?? null,
    proposedBy: row.proposed_by,
    decidedAt: row.decided_at?.toISOString() ?? null,
    decidedBy: row.decided_by,
    version: row.version,
  };
}

function toScenario(
  row: ScenarioRow,
  actor: Actor,
  result: BudgetScenarioDto['result'],
  isBasisChanged: boolean,
): BudgetScenarioDto {
  return {
    ...toListItem(row),
    measures: [...row.measures],
    reason: row.reason,
    documentReference: row.document_reference,
    decisionNote: row.decision_note,
    isFrozen: row.preview !== null,
    isBasisChanged,
    result,
    acts: row.acts.map(({ version: _version, ...act }) => act),
    actions: actionsOf(row, actor, result, isBasisChanged),
  };
}

function actionsOf(
  row: ScenarioRow,
  actor: Actor,
  result: BudgetScenarioDto['result'],
  isBasisChanged: boolean,
): BudgetScenarioDto['actions'] {
  const isProposed = row.proposed_by_person_id !== null;
  const isOther = arePersonsDifferent(actor.personId, [row.proposed_by_person_id]);
  const reasons: Readonly<Record<string, string | null>> = {
    propose: proposalFault(result, row.measures.length),
    apply: !isOther ? 'budget-scenario.same-person' : isBasisChanged ? 'budget-scenario.basis-changed' : null,
    reject: isOther ? null : 'budget-scenario.same-person',
    withdraw: isProposed && isOther ? 'budget-scenario.not-proposer' : null,
  };
  return availableActs(BUDGET_SCENARIO_TRANSITIONS, row.state, actor.roles).map((act) => {
    const reasonCode = reasons[act.action] ?? null;
    return act.allowed && reasonCode !== null ? { ...act, allowed: false, reasonCode } : act;
  });
}

/** Why a draft cannot be proposed as it is. */
export function proposalFault(result: ProposableResult, count: number): string | null {
  const changesNothing = result.effects.every(({ changes }) => changes.length === 0);
  if (result.warnings.some(({ isBlocking }) => isBlocking)) return 'budget-scenario.not-bookable';
  return count === 0 || changesNothing ? 'budget-scenario.measures-missing' : null;
}
