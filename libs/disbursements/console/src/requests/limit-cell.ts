import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { injectTexts } from '@wir/shared/console';
import type { DisbursementRequestDto } from '@wir/shared/contract';
import { EuroPipe, Icon } from '@wir/shared/ui';
import { limitsOf, type LimitName } from '../look/limits';

/** One ceiling in a row of the queue; where the request does not fit, icon and word say so. */
@Component({
  selector: 'app-limit-cell',
  imports: [EuroPipe, Icon],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @if (limit(); as limit) {
      @if (limit.exceeded) {
        <span class="exceeded">
          {{ limit.limitCents | euro }}
          <span class="word"><app-icon name="error" /> {{ t('disbursements.limit.exceededShort') }}</span>
        </span>
      } @else {
        {{ limit.limitCents | euro }}
      }
    }
  `,
  styles: `
    .exceeded {
      color: var(--kern-color-feedback-danger);
      font-weight: 500;
    }
    .word {
      display: flex;
      gap: 0.25rem;
      align-items: center;
      justify-content: flex-end;
      font-size: 0.8125rem;
    }
  `,
})
export class LimitCell {
  readonly request = input.required<DisbursementRequestDto>();
  readonly name = input.required<LimitName>();
  protected readonly t = injectTexts();
  protected readonly limit = computed(() => limitsOf(this.request()).find(({ name }) => name === this.name()));
}
