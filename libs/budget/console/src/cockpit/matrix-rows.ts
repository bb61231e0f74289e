import type { BudgetDto } from '@wir/shared/contract';
import { FIGURES, amountOf, type Column, type Figure } from '../look/figure';

export interface MatrixCell {
  readonly column: Column;
  readonly cents: number;
  /** What has changed since the day shown; null while the figures are those of now. */
  readonly changeCents: number | null;
}

export interface MatrixRow {
  readonly figure: Figure;
  readonly cells: readonly MatrixCell[];
}

/** Rare figures: a row of zeros for them would only be noise. */
const ONLY_WITH_AMOUNT: readonly Figure[] = ['locked', 'lapsed'];

export function matrixColumns(budget: BudgetDto): Column[] {
  return [...budget.years.map(({ year }) => year), 'total'];
}

export function matrixRows(shown: BudgetDto, now: BudgetDto | null): MatrixRow[] {
  return FIGURES.filter((figure) => !ONLY_WITH_AMOUNT.includes(figure) || isUsed(figure, shown, now)).map((figure) => ({
    figure,
    cells: matrixColumns(shown).map((column) => {
      const cents = amountAt(shown, column, figure);
      return { column, cents, changeCents: now === null ? null : amountAt(now, column, figure) - cents };
    }),
  }));
}

/** Zero for a year the budget of that day did not know. */
export function amountAt(budget: BudgetDto, column: Column, figure: Figure): number {
  const figures = column === 'total' ? budget.total : budget.years.find(({ year }) => year === column);
  return figures ? amountOf(figures, figure) : 0;
}

function isUsed(figure: Figure, shown: BudgetDto, now: BudgetDto | null): boolean {
  const years = [...shown.years, ...(now?.years ?? [])];
  return years.some((year) => amountOf(year, figure) !== 0);
}
