import { ChangeDetectionStrategy, Component, computed, inject, input, resource } from '@angular/core';
import { RouterLink } from '@angular/router';
import { asApiProblem, injectTexts } from '@wir/shared/console';
import { EuroPipe, ProblemPanel, Skeleton } from '@wir/shared/ui';
import { AS_OF_PARAM, endOfDay } from '../data/as-of';
import { BudgetClient, type CaseFilter } from '../data/budget-client';
import { CASE_PARTS, figureLabel, figureLink, type Column } from '../look/figure';

/** What the cases of one municipality or module have reserved, bound and drawn; each figure leads to its bookings. */
@Component({
  selector: 'app-case-figures',
  imports: [EuroPipe, ProblemPanel, RouterLink, Skeleton],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <h2 id="cases-heading">{{ t('budget.filter.title') }}</h2>
    <p class="muted">{{ t('budget.filter.lead') }}</p>
    @if (problem(); as problem) {
      <app-problem-panel [problem]="problem" (retry)="figures.reload()" />
    } @else if (rows(); as rows) {
      <div class="scroll-region" role="region" tabindex="0" aria-labelledby="cases-heading">
        <table class="plain-table">
          <thead>
            <tr>
              <th scope="col">{{ t('budget.bookings.year') }}</th>
              @for (part of parts; track part) {
                <th scope="col" class="amount">{{ t(label(part)) }}</th>
              }
            </tr>
          </thead>
          <tbody>
            @for (row of rows; track row.column) {
              <tr>
                <th scope="row">{{ row.column === 'total' ? t('budget.matrix.total') : row.column }}</th>
                @for (cell of row.cells; track cell.part) {
                  <td class="amount">
                    <a [routerLink]="cell.link" [queryParams]="query()">{{ cell.cents | euro }}</a>
                  </td>
                }
              </tr>
            }
          </tbody>
        </table>
      </div>
    } @else {
      <app-skeleton [rows]="4" />
    }
  `,
  styles: `
    .amount {
      white-space: nowrap;
    }
    tr:last-child > * {
      font-weight: 600;
    }
  `,
})
export class CaseFigures {
  private readonly client = inject(BudgetClient);
  protected readonly t = injectTexts();
  protected readonly parts = CASE_PARTS;
  protected readonly label = figureLabel;

  readonly filter = input.required<CaseFilter>();
  readonly day = input<string | null>(null);

  protected readonly figures = resource({
    params: () => ({ filter: this.filter(), day: this.day() }),
    loader: ({ params, abortSignal }) => this.client.cases(params.filter, endOfDay(params.day), abortSignal),
  });
  protected readonly problem = computed(() => {
    const error = this.figures.error();
    return error ? asApiProblem(error.cause ?? error) : null;
  });
  protected readonly query = computed(() => ({
    ...this.filter(),
    ...(this.day() === null ? {} : { [AS_OF_PARAM]: this.day() }),
  }));
  protected readonly rows = computed(() => {
    if (!this.figures.hasValue()) return null;
    const { years, total } = this.figures.value();
    const all: { readonly column: Column; readonly amounts: typeof total }[] = [
      ...years.map((year) => ({ column: year.year, amounts: year })),
      { column: 'total', amounts: total },
    ];
    return all.map(({ column, amounts }) => ({
      column,
      cells: CASE_PARTS.map((part) => ({
        part,
        cents: amounts[`${part}Cents` as const],
        link: figureLink(column, part),
      })),
    }));
  });
}
