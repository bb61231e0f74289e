import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { injectTexts } from '@wir/shared/console';
import type { PaymentReconciliationDto } from '@wir/shared/contract';
import { EuroPipe, Icon } from '@wir/shared/ui';
import { legFigures } from './reconciliation-rules';

/** The sums side by side; equal or not is said by icon and word. */
@Component({
  selector: 'app-leg-figures',
  imports: [EuroPipe, Icon],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <dl>
      @for (leg of figures(); track leg.name) {
        <div class="leg" [class.differs]="leg.differenceCents !== 0">
          <dt>{{ t('disbursements.leg.' + leg.name) }}</dt>
          <dd class="sum">{{ leg.cents | euro }}</dd>
          <dd class="muted">{{ leg.count.toLocaleString('de-DE') }} {{ t('disbursements.column.orders') }}</dd>
          @if (leg.name !== 'application') {
            <dd class="verdict">
              @if (leg.differenceCents === 0) {
                <app-icon name="check-circle" /> {{ t('disbursements.reconciliation.equal') }}
              } @else {
                <app-icon name="error" /> {{ t('disbursements.reconciliation.off') }}
                {{ leg.differenceCents | euro }}
              }
            </dd>
          }
        </div>
      }
    </dl>
  `,
  styles: `
    dl {
      display: grid;
      grid-template-columns: repeat(auto-fit, minmax(min(100%, 13rem), 1fr));
      gap: 0.75rem;
      margin: 0;
    }
    .leg {
      padding: 0.75rem 1rem;
      background: var(--app-sunken);
      border: 1px solid var(--app-line);
      border-radius: var(--app-radius);
    }
    dt {
      font-weight: 500;
    }
    dd {
      margin: 0;
    }
    .sum {
      font-size: 1.25rem;
      font-weight: 600;
    }
    .muted {
      font-size: 0.875rem;
    }
    .verdict {
      display: flex;
      flex-wrap: wrap;
      gap: 0.25rem 0.375rem;
      align-items: center;
      margin-top: 0.375rem;
      color: var(--kern-color-feedback-success);
      font-size: 0.875rem;
      font-weight: 500;
    }
    .differs {
      border-color: var(--kern-color-feedback-danger);
    }
    .differs .verdict {
      color: var(--kern-color-feedback-danger);
    }
  `,
})
export class LegFigures {
  protected readonly t = injectTexts();
  readonly legs = input.required<PaymentReconciliationDto['legs']>();
  protected readonly figures = computed(() => legFigures(this.legs()));
}
