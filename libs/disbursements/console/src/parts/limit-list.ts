import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { Session, injectTexts } from '@wir/shared/console';
import type { DisbursementRequestDto } from '@wir/shared/contract';
import { EuroPipe, Icon } from '@wir/shared/ui';
import { limitsOf } from '../look/limits';

/** The ceilings side by side, each with what the request takes of it; the budget's own is for the authority. */
@Component({
  selector: 'app-limit-list',
  imports: [EuroPipe, Icon],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <dl>
      @for (limit of limits(); track limit.name) {
        <div class="limit" [class.exceeded]="limit.exceeded">
          <dt>{{ t('disbursements.limit.' + limit.name, { year: request().year }) }}</dt>
          <dd class="sum">{{ limit.limitCents | euro }}</dd>
          <dd class="bar" aria-hidden="true"><span [style.width.%]="share(limit.limitCents)"></span></dd>
          <dd class="after">
            @if (limit.exceeded) {
              <strong><app-icon name="error" /> {{ t('disbursements.limit.exceeded') }}</strong>
            } @else if (limit.afterCents !== null) {
              {{ t('disbursements.limit.after') }} {{ limit.afterCents | euro }}
            } @else {
              {{ t('disbursements.limit.now') }}
            }
          </dd>
        </div>
      }
    </dl>
  `,
  styles: `
    dl {
      display: grid;
      grid-template-columns: repeat(auto-fit, minmax(min(100%, 9rem), 1fr));
      gap: 0.75rem;
      margin: 0;
    }
    .limit {
      padding: 0.625rem 0.75rem;
      background: var(--app-sunken);
      border: 1px solid var(--app-line);
      border-radius: var(--app-radius);
    }
    dt {
      color: var(--app-muted);
      font-size: 0.875rem;
    }
    dd {
      margin: 0;
    }
    .sum {
      font-size: 1.125rem;
      font-weight: 600;
    }
    .bar {
      height: 0.375rem;
      margin: 0.375rem 0;
      overflow: hidden;
      background: var(--app-line);
      border-radius: 1rem;
    }
    .bar span {
      display: block;
      height: 100%;
      background: var(--app-action);
    }
    .after {
      color: var(--app-muted);
      font-size: 0.875rem;
    }
    .exceeded {
      border-color: var(--kern-color-feedback-danger);
    }
    .exceeded :is(.sum, strong) {
      color: var(--kern-color-feedback-danger);
    }
    .exceeded .bar span {
      background: var(--kern-color-feedback-danger);
    }
    @media (forced-colors: active) {
      .bar {
        display: none;
      }
    }
  `,
})
export class LimitList {
  readonly request = input.required<DisbursementRequestDto>();
  protected readonly t = injectTexts();
  private readonly session = inject(Session);
  protected readonly limits = computed(() =>
    limitsOf(this.request()).filter(({ name }) => name !== 'committed' || !this.session.isApplicant()),
  );

  /** How much of the ceiling the request takes. */
  protected share(limitCents: number): number {
    return limitCents <= 0 ? 100 : Math.min(100, (this.request().amountCents / limitCents) * 100);
  }
}
