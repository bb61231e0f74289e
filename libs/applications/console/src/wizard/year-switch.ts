import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { injectTexts } from '@wir/shared/console';
import { EuroPipe, Icon } from '@wir/shared/ui';
import { expensesOf, imbalanceOf } from '@wir/applications/domain';
import { hasContent } from './draft/draft';
import { toPlanYear } from './draft/draft-rules';
import { WizardStore } from './wizard-store';

/** One budget year at a time: the years as buttons with their sum and whether something is open there. */
@Component({
  selector: 'app-year-switch',
  imports: [EuroPipe, Icon],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <div class="years" role="group" [attr.aria-label]="t('applications.plan.budgetYear')">
      @for (entry of entries(); track entry.year) {
        <button
          type="button"
          [class.here]="$index === store.yearIndex()"
          [attr.aria-pressed]="$index === store.yearIndex()"
          (click)="store.yearIndex.set($index)"
        >
          <span class="year">
            {{ entry.year }}
            @if (entry.isAsked) {
              <app-icon name="question" /><span class="visually-hidden">{{ t('applications.stepState.asked') }}</span>
            } @else if (entry.isFaulty) {
              <app-icon name="alert" /><span class="visually-hidden">{{ t('applications.plan.uneven') }}</span>
            } @else if (entry.isFilled) {
              <app-icon class="done" name="check" /><span class="visually-hidden">{{
                t('applications.plan.even')
              }}</span>
            }
          </span>
          <span class="sum">{{ entry.isFilled ? (entry.expenses | euro) : t('applications.plan.emptyYear') }}</span>
        </button>
      }
    </div>
  `,
  styles: `
    .years {
      display: flex;
      flex-wrap: wrap;
      gap: 0.5rem;
      margin-bottom: 1rem;
    }
    button {
      display: grid;
      gap: 0.0625rem;
      min-width: 7.5rem;
      min-height: 2.75rem;
      padding: 0.375rem 0.75rem;
      text-align: left;
      background: var(--app-surface);
      border: 1px solid var(--app-line-strong);
      border-radius: var(--app-radius);
      cursor: pointer;
    }
    button:hover {
      background: var(--app-hover);
    }
    .here {
      background: var(--app-selected);
      border-color: var(--app-action);
      box-shadow: inset 0 0 0 1px var(--app-action);
    }
    .year {
      display: flex;
      gap: 0.375rem;
      align-items: center;
      font-weight: 600;
    }
    .year app-icon {
      width: 1rem;
      height: 1rem;
      color: var(--kern-color-feedback-warning);
    }
    .year .done {
      color: var(--kern-color-feedback-success);
    }
    .sum {
      color: var(--app-muted);
      font-size: 0.8125rem;
    }
  `,
})
export class YearSwitch {
  protected readonly store = inject(WizardStore);
  protected readonly t = injectTexts();

  protected readonly entries = computed(() =>
    this.store.draft().years.map((year, index) => {
      const plan = toPlanYear(year);
      const prefix = `years[${index}]`;
      return {
        year: year.year,
        expenses: expensesOf(plan),
        isFilled: hasContent(year),
        isFaulty:
          hasContent(year) &&
          (imbalanceOf(plan) !== 0 || this.store.problems().some(({ path }) => path.startsWith(prefix))),
        isAsked: this.store.openItems().some(({ field }) => field.startsWith(prefix)),
      };
    }),
  );
}
