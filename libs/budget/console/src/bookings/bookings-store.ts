import { Injectable, computed, inject, resource, signal } from '@angular/core';
import type { BudgetDto, CaseFiguresDto } from '@wir/shared/contract';
import { detailState } from '@wir/shared/ui';
import { amountAt } from '../cockpit/matrix-rows';
import { isFiltered } from '../data/case-filter';
import { endOfDay } from '../data/as-of';
import { BudgetClient, type CaseFilter } from '../data/budget-client';
import { CASE_PARTS, authorisationAmountOf, isAuthorisation, type AnyFigure, type Column } from '../look/figure';

/** The figure that was clicked. */
export interface Subject {
  readonly column: Column;
  readonly figure: AnyFigure;
  readonly dueYear: number | null;
  readonly day: string | null;
  /** Only the cases of a municipality or module. */
  readonly filter: CaseFilter;
}

@Injectable()
export class BookingsStore {
  private readonly client = inject(BudgetClient);

  readonly subject = signal<Subject | null>(null);
  readonly budget = detailState<BudgetDto>(
    () => this.subject()?.day ?? (this.subject() ? 'now' : undefined),
    (day, abort) => this.client.budget(endOfDay(day), abort),
  );
  /** What the overview shows for it; null until it is known. */
  readonly figureCents = computed(() => {
    const budget = this.budget.value();
    const subject = this.subject();
    if (subject && isFiltered(subject.filter))
      return this.cases.hasValue() ? caseFigureIn(this.cases.value(), subject) : null;
    return budget && subject ? figureIn(budget, subject) : null;
  });
  private readonly cases = resource({
    params: () => {
      const subject = this.subject();
      return subject && isFiltered(subject.filter) ? subject : undefined;
    },
    loader: ({ params, abortSignal }) => this.client.cases(params.filter, endOfDay(params.day), abortSignal),
  });
}

/** Null for what belongs to no case: Ansatz, what is free and locked, authorisations. */
export function caseFigureIn(figures: CaseFiguresDto, { column, figure }: Subject): number | null {
  const part = CASE_PARTS.find((known) => known === figure);
  if (!part) return null;
  const of = column === 'total' ? figures.total : figures.years.find(({ year }) => year === column);
  return of ? of[`${part}Cents` as const] : 0;
}

export function figureIn(budget: BudgetDto, { column, figure, dueYear }: Subject): number {
  if (!isAuthorisation(figure)) return amountAt(budget, column, figure);
  return budget.commitmentAuthorisations
    .filter((row) => (column === 'total' || row.budgetYear === column) && (dueYear === null || row.dueYear === dueYear))
    .reduce((sum, row) => sum + authorisationAmountOf(row, figure), 0);
}
