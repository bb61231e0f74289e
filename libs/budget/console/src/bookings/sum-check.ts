import { ChangeDetectionStrategy, Component, computed, input, output } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { injectTexts } from '@wir/shared/console';
import { EuroPipe, Icon, NoticeBox } from '@wir/shared/ui';

/** Says that the bookings sum to the figure of the overview, to the cent, or that they do not. */
@Component({
  selector: 'app-sum-check',
  imports: [EuroPipe, Icon, MatButton, NoticeBox],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <p class="sum">
      <span>{{ narrowed() ? t('budget.sum.ofHits') : t('budget.sum.ofAll') }}</span>
      <strong>{{ sumCents() | euro }}</strong>
    </p>
    <div role="status">
      @if (narrowed()) {
        <p class="muted">{{ t('budget.sum.overview') }} {{ figureCents() | euro }}</p>
      } @else if (matches() === true) {
        <p class="match"><app-icon name="check-circle" /> {{ t('budget.sum.matches') }}</p>
      } @else if (matches() === false) {
        <app-notice-box tone="warning">
          <p>{{ t('budget.sum.differs') }} {{ t('budget.sum.overview') }} {{ figureCents() | euro }}</p>
          <button matButton="outlined" type="button" (click)="reload.emit()">{{ t('budget.reload') }}</button>
        </app-notice-box>
      }
    </div>
  `,
  styles: `
    .sum {
      display: flex;
      flex-wrap: wrap;
      gap: 0 0.75rem;
      align-items: baseline;
      margin: 0;
    }
    .sum strong {
      font-size: 1.5rem;
      font-weight: 600;
    }
    .match {
      margin: 0.125rem 0 0;
      color: var(--kern-color-feedback-success);
      font-weight: 500;
    }
    .muted {
      margin: 0.125rem 0 0;
    }
  `,
})
export class SumCheck {
  protected readonly t = injectTexts();
  readonly sumCents = input.required<number | null>();
  readonly figureCents = input.required<number | null>();
  /** A search or filter leaves bookings out: the sum is one of the hits only. */
  readonly narrowed = input(false);
  readonly reload = output<void>();

  protected readonly matches = computed(() => {
    const [sum, figure] = [this.sumCents(), this.figureCents()];
    return sum === null || figure === null ? null : sum === figure;
  });
}
