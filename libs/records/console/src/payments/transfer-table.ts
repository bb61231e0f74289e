import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { injectTexts } from '@wir/shared/console';
import type { TracedTransferDto } from '@wir/shared/contract';
import { DayPipe, EuroPipe, MomentPipe } from '@wir/shared/ui';

/** What the payment did in the ledger, booking by booking. */
@Component({
  selector: 'app-trace-transfers',
  imports: [DayPipe, EuroPipe, MomentPipe, RouterLink],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <div class="scroll-region" role="region" tabindex="0" [attr.aria-label]="t('records.trace.bookings')">
      <table class="plain-table">
        <thead>
          <tr>
            <th scope="col">{{ t('records.trace.booked') }}</th>
            <th scope="col">{{ t('records.trace.movement') }}</th>
            <th scope="col">{{ t('records.trace.valueDate') }}</th>
            <th scope="col" class="amount">{{ t('records.trace.amount') }}</th>
          </tr>
        </thead>
        <tbody>
          @for (transfer of transfers(); track transfer.id) {
            <tr>
              <td>
                {{ transfer.bookedAt | moment }}<br /><span class="muted">{{ transfer.bookedBy ?? '–' }}</span>
              </td>
              <td>
                <a [routerLink]="page(transfer)" [queryParams]="{ search: caseNumber() }">{{
                  t('records.ledger.' + transfer.kind)
                }}</a><br /><span class="muted">{{ t('records.trace.ofYear', { year: transfer.year }) }}</span>
              </td>
              <td>{{ transfer.valueDate | day }}</td>
              <td class="amount">{{ transfer.amountCents | euro }}</td>
            </tr>
          }
        </tbody>
      </table>
    </div>
  `,
  styles: `
    td {
      white-space: nowrap;
    }
  `,
})
export class TransferTable {
  protected readonly t = injectTexts();
  readonly transfers = input.required<readonly TracedTransferDto[]>();
  readonly caseNumber = input.required<string>();

  /** The bookings of the figure the money came to, narrowed to the case. */
  protected page({ year, toAccount }: TracedTransferDto): string[] {
    return ['/haushalt', String(year), SLUGS[toAccount] ?? 'ansatz'];
  }
}

const SLUGS: Readonly<Record<string, string>> = {
  committed: 'gebunden',
  ordered: 'angeordnet',
  paid: 'ausgezahlt',
  returned: 'zurueckgeflossen',
};
