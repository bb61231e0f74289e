import { ChangeDetectionStrategy, Component, computed, inject, input, resource } from '@angular/core';
import { asApiProblem, injectTexts } from '@wir/shared/console';
import { EuroPipe, Icon, MomentPipe, ProblemPanel, Skeleton } from '@wir/shared/ui';
import { ApplicationClient } from '../data/application-client';

/** One year: what is free, what this case takes, what is free then. */
interface EffectRow {
  readonly year: number;
  readonly before: number;
  readonly amount: number;
  readonly after: number;
}

/** What the proposal does to the budget: free before and after, year by year. Once reserved, it is contained in "free". */
@Component({
  selector: 'app-budget-effect',
  imports: [EuroPipe, Icon, MomentPipe, ProblemPanel, Skeleton],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './budget-effect.html',
  styleUrl: './budget-effect.scss',
})
export class BudgetEffect {
  private readonly client = inject(ApplicationClient);
  protected readonly t = injectTexts();

  readonly years = input.required<readonly { readonly year: number; readonly amountCents: number }[]>();
  readonly reserved = input(false);

  protected readonly budget = resource({ loader: ({ abortSignal }) => this.client.budget(abortSignal) });
  protected readonly problem = computed(() => {
    const error = this.budget.error();
    return error ? asApiProblem(error.cause ?? error) : undefined;
  });
  protected readonly asOf = computed(() => (this.budget.hasValue() ? this.budget.value().asOf : null));
  protected readonly rows = computed<EffectRow[]>(() => {
    if (!this.budget.hasValue()) return [];
    return this.budget.value().years.map(({ year, freeCents }) => {
      const amount = this.years().find((entry) => entry.year === year)?.amountCents ?? 0;
      const before = this.reserved() ? freeCents + amount : freeCents;
      return { year, before, amount, after: before - amount };
    });
  });
  protected readonly total = computed(() => this.rows().reduce(addRows, { year: 0, before: 0, amount: 0, after: 0 }));
}

function addRows(total: EffectRow, { before, amount, after }: EffectRow): EffectRow {
  return { year: 0, before: total.before + before, amount: total.amount + amount, after: total.after + after };
}
