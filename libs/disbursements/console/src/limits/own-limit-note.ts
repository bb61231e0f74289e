import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { Session, injectTexts } from '@wir/shared/console';
import type { DisbursementRequestDto, OrderLimitDto } from '@wir/shared/contract';
import { EuroPipe, NoticeBox, detailState } from '@wir/shared/ui';
import { OrderLimitClient } from '../data/order-limit-client';
import { limitOf } from './order-limit-rules';

/** Tells an orderer before the order that the amount is above the own limit, and what happens then. */
@Component({
  selector: 'app-own-limit-note',
  imports: [EuroPipe, NoticeBox],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @if (exceeded(); as limit) {
      <app-notice-box tone="warning" role="status">
        {{ t('disbursements.orderLimit.exceeded', { limit: (limit | euro), amount: (request().amountCents | euro) }) }}
      </app-notice-box>
    }
  `,
})
export class OwnLimitNote {
  private readonly client = inject(OrderLimitClient);
  private readonly session = inject(Session);
  protected readonly t = injectTexts();

  readonly request = input.required<DisbursementRequestDto>();

  private readonly limits = detailState<readonly OrderLimitDto[]>(
    () => (this.session.can('disbursement.order') && this.request().state === 'CHECKED' ? 'all' : undefined),
    (_all, abort) => this.client.list(abort),
  );
  protected readonly exceeded = computed(() => {
    const limit = limitOf(this.limits.value() ?? [], this.session.me()?.id ?? '', this.session.today());
    return limit !== null && this.request().amountCents > limit ? limit : null;
  });
}
