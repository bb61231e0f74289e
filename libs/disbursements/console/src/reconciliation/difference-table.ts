import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import { injectTexts } from '@wir/shared/console';
import type { PaymentDifferenceDto } from '@wir/shared/contract';
import { EuroPipe } from '@wir/shared/ui';

/** Each difference by the number of its order, with all four sums. */
@Component({
  selector: 'app-difference-table',
  imports: [EuroPipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <div
      class="scroll-region"
      role="region"
      tabindex="0"
      [attr.aria-label]="t('disbursements.reconciliation.differenceTitle')"
    >
      <table class="plain-table">
        <thead>
          <tr>
            <th scope="col">{{ t('disbursements.order.number') }}</th>
            <th scope="col">{{ t('disbursements.column.case') }}</th>
            <th scope="col">{{ t('disbursements.reconciliation.what') }}</th>
            <th scope="col" class="amount">{{ t('disbursements.leg.application') }}</th>
            <th scope="col" class="amount">{{ t('disbursements.leg.ledger') }}</th>
            <th scope="col" class="amount">{{ t('disbursements.leg.exported') }}</th>
            <th scope="col" class="amount">{{ t('disbursements.leg.returned') }}</th>
          </tr>
        </thead>
        <tbody>
          @for (row of differences(); track $index) {
            <tr>
              <th scope="row">{{ row.orderNumber }}</th>
              <td class="number">{{ row.caseNumber || '–' }}</td>
              <td class="what" lang="de">{{ row.what }}</td>
              <td class="amount">{{ row.applicationCents | euro }}</td>
              <td class="amount">{{ row.ledgerCents | euro }}</td>
              <td class="amount">{{ row.exportedCents | euro }}</td>
              <td class="amount">{{ row.returnedCents | euro }}</td>
            </tr>
          }
        </tbody>
      </table>
    </div>
  `,
  styles: `
    th[scope='row'],
    .number,
    .amount {
      white-space: nowrap;
    }
    .what {
      min-width: 14rem;
    }
  `,
})
export class DifferenceTable {
  protected readonly t = injectTexts();
  readonly differences = input.required<readonly PaymentDifferenceDto[]>();
}
