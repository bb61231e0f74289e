import { Injectable } from '@nestjs/common';
import { isSource, type AccountKind, type TransferKind } from '@wir/budget/domain';
import type { ReadTx } from '@wir/shared/api';
import type { BudgetDifferenceDto, BudgetDifferenceQueryDto, FigureDifferenceDto } from '../difference.dto';

const BALANCES = `
SELECT a.budget_year AS year, a.due_year, a.kind, sum(b.balance_cents)::bigint AS before_cents, sum(n.balance_cents)::bigint AS after_cents
FROM budget.account a
LEFT JOIN budget.balances_at($1) b ON b.account_id = a.id
LEFT JOIN budget.balances_at($2) n ON n.account_id = a.id
GROUP BY a.budget_year, a.due_year, a.kind ORDER BY a.budget_year, a.due_year NULLS FIRST`;

const BOOKINGS = `
SELECT f.budget_year AS year, f.due_year, t.kind, f.kind AS from_kind, g.kind AS to_kind, count(*) AS count, sum(t.amount_cents)::bigint AS cents
FROM budget.transfer t JOIN budget.account f ON f.id = t.from_account_id JOIN budget.account g ON g.id = t.to_account_id
WHERE t.booked_at >= $1::timestamptz + interval '1 millisecond' AND t.booked_at < $2::timestamptz + interval '1 millisecond'
GROUP BY f.budget_year, f.due_year, t.kind, f.kind, g.kind ORDER BY f.budget_year, f.due_year NULLS FIRST, t.kind`;

interface BalanceRow {
  readonly year: number;
  readonly due_year: number | null;
  readonly kind: AccountKind;
  readonly before_cents: number | null;
  readonly after_cents: number | null;
}

interface BookingRow {
  readonly year: number;
  readonly due_year: number | null;
  readonly kind: TransferKind;
  readonly from_kind: AccountKind;
  readonly to_kind: AccountKind;
  readonly count: number;
  readonly cents: number;
}

/** Two moments side by side, authorisations included, and the bookings that lead from one to the other. */
@Injectable()
export class DifferenceQueries {
  async between(tx: ReadTx, query: BudgetDifferenceQueryDto): Promise<BudgetDifferenceDto> {
    const [from, to] = [new Date(query.from), query.to === undefined ? tx.now : new Date(query.to)];
    const balances = await tx.query<BalanceRow>(BALANCES, [from, to]);
    const bookings = await tx.query<BookingRow>(BOOKINGS, [from, to]);
    return {
      from: from.toISOString(),
      to: to.toISOString(),
      figures: balances.map(toFigure),
      bookings: bookings.map((row) => ({
        year: row.year,
        dueYear: row.due_year,
        kind: row.kind,
        fromFigure: figureOf(row.from_kind),
        toFigure: figureOf(row.to_kind),
        count: row.count,
        amountCents: row.cents,
      })),
    };
  }
}

/** The mirrors of what the budget act grants run below zero; people read them above. */
function toFigure(row: BalanceRow): FigureDifferenceDto {
  const { year, due_year: dueYear, kind, before_cents: before, after_cents: after } = row;
  const sign = isSource(kind) ? -1 : 1;
  const [beforeCents, afterCents] = [sign * (before ?? 0) + 0, sign * (after ?? 0) + 0];
  return { year, dueYear, figure: figureOf(kind), beforeCents, afterCents, differenceCents: afterCents - beforeCents };
}

function figureOf(kind: AccountKind): string {
  return kind === 'appropriation' ? 'appropriated' : kind;
}
