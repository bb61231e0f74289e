import { Injectable, computed, inject, signal } from '@angular/core';
import type { BudgetDto } from '@wir/shared/contract';
import { detailState } from '@wir/shared/ui';
import { amountAt } from '../cockpit/matrix-rows';
import { endOfDay } from '../data/as-of';
import { BudgetClient } from '../data/budget-client';
import { authorisationAmountOf, isAuthorisation, type AnyFigure, type Column } from '../look/figure';

/** The figure that was clicked. */
export interface Subject {
  readonly column: Column;
  readonly figure: AnyFigure;
  readonly dueYear: number | null;
  readonly day: string | null;
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
    return budget && subject ? figureIn(budget, subject) : null;
  });
}

export function figureIn(budget: BudgetDto, { column, figure, dueYear }: Subject): number {
  if (!isAuthorisation(figure)) return amountAt(budget, column, figure);
  return budget.commitmentAuthorisations
    .filter((row) => (column === 'total' || row.budgetYear === column) && (dueYear === null || row.dueYear === dueYear))
    .reduce((sum, row) => sum + authorisationAmountOf(row, figure), 0);
}
