import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Session, injectTexts } from '@wir/shared/console';
import type { PaymentOrderDto } from '@wir/shared/contract';
import { DayPipe, EuroPipe, StatusChip } from '@wir/shared/ui';
import { ORDER_LOOKS } from '../look/disbursement-looks';
import { IbanPipe } from './iban-pipe';

/** The orders of a run with their sum. */
@Component({
  selector: 'app-order-table',
  imports: [DayPipe, EuroPipe, IbanPipe, RouterLink, StatusChip],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <div class="scroll-region" role="region" tabindex="0" [attr.aria-label]="t('disbursements.run.orders')">
      <table class="plain-table">
        <thead>
          <tr>
            <th scope="col">{{ t('disbursements.order.number') }}</th>
            <th scope="col">{{ t('disbursements.column.applicant') }}</th>
            <th scope="col">IBAN</th>
            <th scope="col">{{ t('disbursements.column.due') }}</th>
            <th scope="col">{{ t('disbursements.column.state') }}</th>
            <th scope="col" class="amount">{{ t('disbursements.column.amount') }}</th>
            @if (mayTrace()) {
              <th scope="col" class="no-print">{{ t('disbursements.order.audit') }}</th>
            }
          </tr>
        </thead>
        <tbody>
          @for (order of orders(); track order.id) {
            <tr>
              <td>
                <a [routerLink]="['/auszahlungen', order.disbursementRequestId]">{{ order.orderNumber }}</a>
              </td>
              <td>{{ order.applicantName }}</td>
              <td>{{ order.iban | iban }}</td>
              <td>{{ order.dueOn | day }}</td>
              <td><app-status-chip [look]="looks[order.state]" /></td>
              <td class="amount">
                {{ order.amountCents | euro }}
                @if (order.repaidCents > 0) {
                  <span class="repaid">{{ t('disbursements.order.repaid') }} {{ order.repaidCents | euro }}</span>
                }
              </td>
              @if (mayTrace()) {
                <td class="no-print">
                  <a
                    [routerLink]="['/akten/zahlungen', order.orderNumber]"
                    [attr.aria-label]="t('disbursements.order.traceOf', { number: order.orderNumber })"
                    >{{ t('disbursements.order.trace') }}</a
                  >
                </td>
              }
            </tr>
          }
        </tbody>
        <tfoot>
          <tr>
            <th scope="row" colspan="5">{{ t('disbursements.sum') }}</th>
            <td class="amount">{{ sum() | euro }}</td>
            @if (mayTrace()) {
              <td class="no-print"></td>
            }
          </tr>
        </tfoot>
      </table>
    </div>
  `,
  styles: `
    td {
      white-space: nowrap;
    }
    a {
      font-weight: 500;
    }
    .repaid {
      display: block;
      color: var(--app-muted);
      font-size: 0.8125rem;
    }
  `,
})
export class OrderTable {
  readonly orders = input.required<readonly PaymentOrderDto[]>();
  private readonly session = inject(Session);
  protected readonly t = injectTexts();
  protected readonly mayTrace = computed(() => this.session.can('payment.trace'));
  protected readonly looks = ORDER_LOOKS;
  protected readonly sum = computed(() => this.orders().reduce((total, { amountCents }) => total + amountCents, 0));
}
