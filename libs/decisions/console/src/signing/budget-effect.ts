import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { injectTexts } from '@wir/shared/console';
import type { BudgetDto, NoticeDto } from '@wir/shared/contract';
import { EuroPipe, Icon } from '@wir/shared/ui';
import { budgetChanges } from './budget-change';

/** The five years before and after the signature. */
@Component({
  selector: 'app-budget-effect',
  imports: [EuroPipe, Icon],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './budget-effect.html',
  styleUrl: './budget-effect.scss',
})
export class BudgetEffect {
  protected readonly t = injectTexts();

  readonly budget = input.required<BudgetDto>();
  readonly years = input.required<NoticeDto['years']>();

  protected readonly changes = computed(() => budgetChanges(this.budget(), this.years()));
}
