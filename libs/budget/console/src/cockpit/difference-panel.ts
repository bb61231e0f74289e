import { ChangeDetectionStrategy, Component, computed, inject, input, resource } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Texts, asApiProblem, injectTexts } from '@wir/shared/console';
import { EuroPipe, ProblemPanel, Skeleton } from '@wir/shared/ui';
import { endOfDay } from '../data/as-of';
import { BudgetClient } from '../data/budget-client';
import { ANY_FIGURES, FIGURES, figureLabel, figureLink, isAuthorisation, type AnyFigure } from '../look/figure';
import { euroDifference } from '../value/whole-euro';

/** "Was hat sich seitdem geändert?": the figures then and now, and the bookings that lead from one to the other. */
@Component({
  selector: 'app-difference-panel',
  imports: [EuroPipe, ProblemPanel, RouterLink, Skeleton],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './difference-panel.html',
  styles: `
    .tables {
      display: grid;
      gap: 1rem 2rem;
    }
    .tables > * {
      min-width: 0;
    }
    .amount {
      white-space: nowrap;
    }
    th[scope='row'] {
      font-weight: 500;
      white-space: nowrap;
    }
    .plain-table :is(th, td) {
      padding-block: 0.3125rem;
    }
  `,
})
export class DifferencePanel {
  private readonly client = inject(BudgetClient);
  private readonly texts = inject(Texts);
  protected readonly t = injectTexts();

  readonly day = input.required<string>();

  protected readonly difference = resource({
    params: () => endOfDay(this.day()) ?? undefined,
    loader: ({ params, abortSignal }) => this.client.difference(params, abortSignal),
  });
  protected readonly problem = computed(() => {
    const error = this.difference.error();
    return error ? asApiProblem(error.cause ?? error) : null;
  });
  protected readonly figures = computed(() => {
    const known = this.difference.hasValue() ? this.difference.value().figures : [];
    const shown = known.filter(({ differenceCents }) => differenceCents !== 0);
    shown.sort((a, b) => placeOf(a.figure) - placeOf(b.figure));
    return inYearOrder(shown).map((row) => {
      const figure = asFigure(row.figure);
      const change = euroDifference(row.differenceCents, this.texts.language());
      const link = figureLink(row.year, figure);
      return {
        ...row,
        change,
        of: this.yearOf(row),
        label: this.nameOf(figure),
        link,
        query: { dueYear: row.dueYear },
      };
    });
  });
  protected readonly bookings = computed(() => {
    const known = this.difference.hasValue() ? this.difference.value().bookings : [];
    return inYearOrder(known).map((row) => ({
      ...row,
      of: this.yearOf(row),
      from: this.t(figureLabel(asFigure(row.fromFigure))),
      to: this.t(figureLabel(asFigure(row.toFigure))),
      link: figureLink(row.year, asFigure(row.toFigure)),
      query: { kind: row.kind, since: this.day(), dueYear: row.dueYear },
    }));
  });

  private yearOf({ year, dueYear }: { readonly year: number; readonly dueYear: number | null }): string {
    return dueYear === null ? String(year) : this.t('budget.effect.due', { year, due: dueYear });
  }

  private nameOf(figure: AnyFigure): string {
    const name = this.t(figureLabel(figure));
    return isAuthorisation(figure) ? `VE ${name}` : name;
  }
}

function asFigure(name: string): AnyFigure {
  return ANY_FIGURES.find((known) => known === name) ?? 'appropriated';
}

/** Year by year the money, then what the budgets allow to promise. */
function inYearOrder<T extends { readonly year: number; readonly dueYear: number | null }>(rows: readonly T[]): T[] {
  const order = ({ year, dueYear }: T): number =>
    (dueYear === null ? 0 : 1_000_000) + year * 100 + ((dueYear ?? 0) % 100);
  return [...rows].sort((a, b) => order(a) - order(b));
}

/** As in the matrix, from the Ansatz to what is free. */
function placeOf(figure: string): number {
  return [...FIGURES, ...ANY_FIGURES].findIndex((known) => known === figure);
}
