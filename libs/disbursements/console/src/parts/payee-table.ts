import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { injectTexts } from '@wir/shared/console';
import type { PaymentOrderDto } from '@wir/shared/contract';
import { EuroPipe, Icon } from '@wir/shared/ui';
import { IbanPipe } from './iban-pipe';
import { payeesOf } from './payees';

/** The accounts a run pays to: one line each, so that a wrong one stands out among a thousand orders. */
@Component({
  selector: 'app-payee-table',
  imports: [EuroPipe, IbanPipe, Icon],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <div class="scroll-region" role="region" tabindex="0" [attr.aria-label]="t('disbursements.run.payees')">
      <table class="plain-table">
        <thead>
          <tr>
            <th scope="col">{{ t('disbursements.orderDialog.payee') }}, IBAN</th>
            <th scope="col" class="amount">{{ t('disbursements.column.amount') }}</th>
            <th scope="col" class="amount">{{ t('disbursements.column.orders') }}</th>
          </tr>
        </thead>
        <tbody>
          @for (payee of payees(); track payee.iban) {
            <tr>
              <td>
                {{ payee.names.join(', ') }}
                <span class="iban">{{ payee.iban | iban }}</span>
                @if (payee.names.length > 1) {
                  <span class="shared"><app-icon name="alert" /> {{ t('disbursements.run.sharedAccount') }}</span>
                }
              </td>
              <td class="amount">{{ payee.sumCents | euro }}</td>
              <td class="amount">{{ payee.count }}</td>
            </tr>
          }
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{{ t('disbursements.sum') }}</th>
            <td class="amount">{{ sum() | euro }}</td>
            <td class="amount">{{ orders().length }}</td>
          </tr>
        </tfoot>
      </table>
    </div>
  `,
  styles: `
    .iban {
      display: block;
      color: var(--app-muted);
      letter-spacing: 0.02em;
    }
    .amount {
      white-space: nowrap;
    }
    .shared {
      display: flex;
      gap: 0.25rem;
      align-items: center;
      color: var(--kern-color-feedback-warning);
      font-size: 0.875rem;
      font-weight: 500;
    }
  `,
})
export class PayeeTable {
  protected readonly t = injectTexts();
  readonly orders = input.required<readonly PaymentOrderDto[]>();
  protected readonly payees = computed(() => payeesOf(this.orders()));
  protected readonly sum = computed(() => this.payees().reduce((total, { sumCents }) => total + sumCents, 0));
}
