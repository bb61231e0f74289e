import { Injectable } from '@nestjs/common';
import type { AccountKind, BudgetYearState } from '@wir/budget/domain';
import type { ReadTx } from '@wir/shared/api';
import { DomainError } from '@wir/shared/kernel';
import type { BudgetDto, BudgetTotalDto, BudgetYearDto, CommitmentAuthorisationDto } from '../budget.dto';

/** Balance of all accounts of one kind in a year (and due year). */
interface FigureRow {
  readonly year: number;
  readonly state: BudgetYearState;
  readonly kind: AccountKind;
  readonly due_year: number | null;
  readonly cents: number;
}

const PROGRAMME = '(SELECT id FROM programme.programme ORDER BY period_end DESC, id LIMIT 1)';

const NOW = `
SELECT y.year, y.state, a.kind, a.due_year, sum(a.balance_cents)::bigint AS cents
FROM budget.budget_year y JOIN budget.account a ON a.programme_id = y.programme_id AND a.budget_year = y.year
WHERE y.programme_id = ${PROGRAMME}
GROUP BY y.year, y.state, a.kind, a.due_year ORDER BY y.year, a.due_year`;

/** As booked up to a moment; the state of a year is the one its trail had then. */
const AS_OF = `
WITH summed AS (
  SELECT account_id, balance_cents AS cents FROM budget.balances_at($1)
)
SELECT y.year, a.kind, a.due_year, sum(coalesce(s.cents, 0))::bigint AS cents,
  coalesce(
    (SELECT e.to_state FROM audit.event e WHERE e.object_type = 'BUDGET_YEAR' AND e.object_id = y.year::text AND e.outcome = 'DONE' AND e.occurred_at <= $1 AND e.to_state IS NOT NULL ORDER BY e.sequence DESC LIMIT 1),
    (SELECT e.from_state FROM audit.event e WHERE e.object_type = 'BUDGET_YEAR' AND e.object_id = y.year::text AND e.outcome = 'DONE' AND e.occurred_at > $1 AND e.from_state IS NOT NULL ORDER BY e.sequence LIMIT 1),
    y.state) AS state
FROM budget.budget_year y JOIN budget.account a ON a.programme_id = y.programme_id AND a.budget_year = y.year
LEFT JOIN summed s ON s.account_id = a.id
WHERE y.programme_id = ${PROGRAMME}
GROUP BY y.year, y.state, a.kind, a.due_year ORDER BY y.year, a.due_year`;

const STATE = `SELECT state FROM budget.budget_year WHERE programme_id = ${PROGRAMME} AND year = $1`;

const PARTS = ['locked', 'reserved', 'committed', 'ordered', 'paid', 'returned', 'lapsed', 'free'] as const;
const MEMBERS = ['appropriatedCents', ...PARTS.map((part) => `${part}Cents` as const)] as const;

@Injectable()
export class BudgetQueries {
  async budget(tx: ReadTx, asOf: Date | null): Promise<BudgetDto> {
    const rows = asOf === null ? await tx.query<FigureRow>(NOW) : await tx.query<FigureRow>(AS_OF, [asOf]);
    const years = yearsOf(rows);
    return {
      asOf: (asOf ?? tx.now).toISOString(),
      years,
      total: totalOf(years),
      commitmentAuthorisations: authorisationsOf(rows),
    };
  }

  /** Any year there is; one without an Ansatz, which holds authorisations only, has nothing but zeros. */
  async year(tx: ReadTx, year: number): Promise<BudgetYearDto> {
    const found = await tx.queryOne<{ state: BudgetYearState }>(STATE, [year]);
    if (found === null) throw new DomainError('not-found', 'budget.year-not-found', { year });
    return figuresOf(await tx.query<FigureRow>(NOW), year, found.state);
  }

  async programmeId(tx: ReadTx): Promise<string> {
    const row = await tx.queryOne<{ id: string | null }>(`SELECT ${PROGRAMME} AS id`);
    if (!row?.id) throw new DomainError('not-found', 'budget.year-not-found');
    return row.id;
  }
}

/** Years with an Ansatz; the year before the programme holds authorisations only. */
function yearsOf(rows: readonly FigureRow[]): BudgetYearDto[] {
  return rows.filter(({ kind }) => kind === 'appropriation').map(({ year, state }) => figuresOf(rows, year, state));
}

function figuresOf(rows: readonly FigureRow[], year: number, state: BudgetYearState): BudgetYearDto {
  const part = (kind: AccountKind): number => rows.find((row) => row.year === year && row.kind === kind)?.cents ?? 0;
  return {
    year,
    state,
    appropriatedCents: 0 - part('appropriation'),
    lockedCents: part('locked'),
    reservedCents: part('reserved'),
    committedCents: part('committed'),
    orderedCents: part('ordered'),
    paidCents: part('paid'),
    returnedCents: part('returned'),
    lapsedCents: part('lapsed'),
    freeCents: part('free'),
  };
}

function totalOf(years: readonly BudgetYearDto[]): BudgetTotalDto {
  const sums = MEMBERS.map((member) => [member, years.reduce((sum, year) => sum + year[member], 0)]);
  return Object.fromEntries(sums) as BudgetTotalDto;
}

function authorisationsOf(rows: readonly FigureRow[]): CommitmentAuthorisationDto[] {
  return rows.flatMap(({ year, due_year: dueYear, kind, cents }) => {
    if (kind !== 've_authorised' || dueYear === null) return [];
    const part = (wanted: AccountKind): number =>
      rows.find((row) => row.year === year && row.due_year === dueYear && row.kind === wanted)?.cents ?? 0;
    return [
      {
        budgetYear: year,
        dueYear,
        authorisedCents: -cents,
        usedCents: part('ve_used'),
        lapsedCents: part('ve_lapsed'),
        freeCents: part('ve_free'),
      },
    ];
  });
}
