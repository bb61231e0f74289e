import { ChangeDetectionStrategy, Component, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Session, injectTexts } from '@wir/shared/console';
import type { DisbursementOrderDto, DisbursementRequestDto } from '@wir/shared/contract';
import { DayPipe, EuroPipe, MomentPipe, NoticeBox, StatusChip } from '@wir/shared/ui';
import { REQUEST_LOOKS } from '../look/disbursement-looks';

/** The order with what the cash office made of it. */
@Component({
  selector: 'app-order-facts',
  imports: [DayPipe, EuroPipe, MomentPipe, NoticeBox, RouterLink, StatusChip],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <section class="panel">
      <h2>{{ t('disbursements.order.title') }}</h2>
      @if (order().failureReason; as reason) {
        <app-notice-box class="failure" tone="danger">
          <strong>{{ t('disbursements.order.failed') }}</strong> {{ reason }}
        </app-notice-box>
      }
      <dl class="facts">
        <dt>{{ t('disbursements.order.number') }}</dt>
        <dd>{{ order().orderNumber }}</dd>
        <dt>{{ t('disbursements.column.state') }}</dt>
        <dd><app-status-chip [look]="looks[request().state]" /></dd>
        <dt>{{ t('disbursements.order.orderedAt') }}</dt>
        <dd>{{ order().orderedAt | moment }}, {{ order().orderedBy }}</dd>
        @if (!session.isApplicant()) {
          <dt>{{ t('disbursements.order.run') }}</dt>
          <dd>
            @if (order().paymentRunId; as run) {
              <a [routerLink]="['/zahlungslauf', run]">{{ t('disbursements.order.openRun') }}</a>
            } @else {
              {{ t('disbursements.order.noRun') }}
            }
          </dd>
        }
        <dt>{{ t('disbursements.order.document') }}</dt>
        <dd>{{ order().documentNumber ?? '–' }}</dd>
        <dt>{{ t('disbursements.order.valueDate') }}</dt>
        <dd>{{ order().valueDate | day }}</dd>
        @if (request().repaidCents > 0) {
          <dt>{{ t('disbursements.order.repaid') }}</dt>
          <dd>{{ request().repaidCents | euro }}</dd>
        }
      </dl>
    </section>
  `,
  styles: `
    .failure {
      margin-bottom: 0.75rem;
    }
  `,
})
export class OrderFacts {
  protected readonly session = inject(Session);
  protected readonly t = injectTexts();
  protected readonly looks = REQUEST_LOOKS;
  readonly order = input.required<DisbursementOrderDto>();
  readonly request = input.required<DisbursementRequestDto>();
}
