import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { Texts, errorText, injectTexts } from '@wir/shared/console';
import type { PaymentReturnReportDto } from '@wir/shared/contract';
import { EuroPipe, NoticeBox, StatusChip } from '@wir/shared/ui';
import { OUTCOME_LOOKS } from '../look/disbursement-looks';
import { countOutcomes } from './return-rows';

/** What became of each row of one file: icon, word and the reason in words. */
@Component({
  selector: 'app-return-report',
  imports: [EuroPipe, NoticeBox, StatusChip],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @if (report().rejected) {
      <app-notice-box tone="danger">
        <strong>{{ t('disbursements.return.refused') }}</strong> {{ sentence(report().code) }}
      </app-notice-box>
    } @else {
      <p class="summary">
        <span
          >{{ t('disbursements.return.booked') }} <strong>{{ report().bookedCents | euro }}</strong></span
        >
        @for (each of counts(); track each.outcome) {
          <span>{{ each.count }} <app-status-chip [look]="looks[each.outcome]" /></span>
        }
      </p>
      <div class="scroll-region" role="region" tabindex="0" [attr.aria-label]="t('disbursements.return.rows')">
        <table class="plain-table">
          <thead>
            <tr>
              <th scope="col" class="amount">{{ t('disbursements.return.line') }}</th>
              <th scope="col">{{ t('disbursements.order.number') }}</th>
              <th scope="col">{{ t('disbursements.return.outcome') }}</th>
              <th scope="col">{{ t('disbursements.reason') }}</th>
            </tr>
          </thead>
          <tbody>
            @for (row of report().rows; track row.line) {
              <tr>
                <td class="amount">{{ row.line }}</td>
                <td class="number">{{ row.orderNumber }}</td>
                <td><app-status-chip [look]="looks[row.outcome]" /></td>
                <td class="reason">{{ sentence(row.code) }}</td>
              </tr>
            }
          </tbody>
        </table>
      </div>
    }
  `,
  styles: `
    .summary {
      display: flex;
      flex-wrap: wrap;
      gap: 0.5rem 1.25rem;
      align-items: center;
    }
    .summary span {
      display: inline-flex;
      gap: 0.375rem;
      align-items: center;
    }
    .number {
      white-space: nowrap;
    }
    .reason {
      min-width: 14rem;
    }
  `,
})
export class ReturnReport {
  private readonly texts = inject(Texts);
  protected readonly t = injectTexts();
  protected readonly looks = OUTCOME_LOOKS;
  readonly report = input.required<PaymentReturnReportDto>();
  protected readonly counts = computed(() => countOutcomes(this.report().rows));

  protected sentence(code: string | null | undefined): string {
    return code ? errorText(code, this.texts.language()) : '–';
  }
}
