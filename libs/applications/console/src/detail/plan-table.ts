import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { expensesOf, imbalanceOf, incomeOf, requestedOf, type PlanYear } from '@wir/applications/domain';
import { Texts, injectTexts } from '@wir/shared/console';
import { sum, type Cents } from '@wir/shared/kernel';
import { EuroPipe, Icon } from '@wir/shared/ui';
import { expenseRows, incomeRows, type PlanCell } from './plan-rows';

interface TotalRow {
  readonly key: 'expenses' | 'income' | 'requested' | 'difference';
  readonly cells: readonly Cents[];
  readonly total: Cents;
}

/** Kosten- und Finanzierungsplan: positions down, years across, every sum shown; both sides meet in the last line. */
@Component({
  selector: 'app-plan-table',
  imports: [EuroPipe, Icon],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './plan-table.html',
  styleUrl: './plan-table.scss',
})
export class PlanTable {
  private readonly texts = inject(Texts);
  protected readonly t = injectTexts();

  readonly years = input.required<readonly PlanYear[]>();
  /** Sums only, as under the form. */
  readonly brief = input(false);
  /** Years whose sums are to be marked, by their index. */
  readonly caption = input<string>();

  protected readonly expenses = computed(() => expenseRows(this.years()));
  protected readonly income = computed(() => incomeRows(this.years()));
  protected readonly expenseTotal = computed(() => this.totalRow('expenses', expensesOf));
  protected readonly incomeTotal = computed(() => this.totalRow('income', incomeOf));
  protected readonly requested = computed(() => this.totalRow('requested', (year) => requestedOf([year])));
  protected readonly difference = computed(() => this.totalRow('difference', imbalanceOf));

  /** A year without anything is not balanced but empty. */
  protected isEmpty(index: number): boolean {
    return [this.expenseTotal(), this.incomeTotal(), this.requested()].every(({ cells }) => cells[index] === 0);
  }

  protected size({ fte, months }: PlanCell): string {
    const parts = [
      fte === null ? '' : this.t('applications.plan.fteOf', { fte: this.number(fte) }),
      months === null ? '' : this.t('applications.plan.monthsOf', { months }),
    ];
    return parts.filter(Boolean).join(', ');
  }

  private number(value: number): string {
    return value.toLocaleString(this.texts.language() === 'de' ? 'de-DE' : 'en-GB', { minimumFractionDigits: 1 });
  }

  private totalRow(key: TotalRow['key'], of: (year: PlanYear) => Cents): TotalRow {
    const cells = this.years().map(of);
    return { key, cells, total: sum(cells) };
  }
}
