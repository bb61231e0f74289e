import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Session, injectTexts } from '@wir/shared/console';
import type { PaymentReconciliationDto } from '@wir/shared/contract';
import { DayPipe, EuroPipe, Icon } from '@wir/shared/ui';
import { hasOpenItems } from './reconciliation-rules';

/** What is on its way and not yet answered: no difference, but nothing to forget either. */
@Component({
  selector: 'app-open-items',
  imports: [DayPipe, EuroPipe, Icon, RouterLink],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @if (nothing()) {
      <p class="nothing"><app-icon name="check-circle" /> {{ t('disbursements.reconciliation.nothingOpen') }}</p>
    } @else {
      <dl class="facts">
        <dt>{{ t('disbursements.open.ordered') }}</dt>
        <dd>
          @if (open().ordered.count > 0) {
            <a [routerLink]="'/auszahlungen'" [queryParams]="{ state: 'ORDERED' }">{{
              t('disbursements.open.orders', { count: open().ordered.count })
            }}</a>, {{ open().ordered.cents | euro }}
          } @else {
            {{ t('disbursements.open.none') }}
          }
        </dd>
        <dt>{{ t('disbursements.open.exported') }}</dt>
        <dd>
          @if (open().exportedUnanswered.count > 0) {
            <a [routerLink]="'/auszahlungen'" [queryParams]="{ state: 'EXPORTED' }">{{
              t('disbursements.open.orders', { count: open().exportedUnanswered.count })
            }}</a>, {{ open().exportedUnanswered.cents | euro }}
            @if (open().exportedUnanswered.oldestOn; as day) {
              <span class="muted">{{ t('disbursements.open.oldest', { day: (day | day) }) }}</span>
            }
          } @else {
            {{ t('disbursements.open.none') }}
          }
        </dd>
        <dt>{{ t('disbursements.discrepancy.listTitle') }}</dt>
        <dd>
          @if (open().discrepancies.count === 0) {
            {{ t('disbursements.open.none') }}
          } @else if (session.can('payment-discrepancy.read')) {
            <a routerLink="/zahlungslauf/klaerungsfaelle" [queryParams]="{ state: 'OPEN,ASSIGNED' }">{{
              t('disbursements.open.discrepancies', { count: open().discrepancies.count })
            }}</a>
          } @else {
            {{ t('disbursements.open.discrepancies', { count: open().discrepancies.count }) }}
          }
        </dd>
      </dl>
    }
  `,
  styles: `
    .nothing {
      display: flex;
      gap: 0.5rem;
      align-items: center;
      margin: 0;
      color: var(--kern-color-feedback-success);
      font-weight: 500;
    }
  `,
})
export class OpenItems {
  protected readonly session = inject(Session);
  protected readonly t = injectTexts();
  readonly open = input.required<PaymentReconciliationDto['open']>();
  protected readonly nothing = computed(() => !hasOpenItems(this.open()));
}
