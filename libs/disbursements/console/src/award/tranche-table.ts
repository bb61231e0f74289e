import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { injectTexts } from '@wir/shared/console';
import type { TrancheDto } from '@wir/shared/contract';
import { EuroPipe } from '@wir/shared/ui';

const PARTS = ['amountCents', 'requestedCents', 'orderedCents', 'paidCents', 'openCents'] as const;
type Part = (typeof PARTS)[number];

/** The award by budget year: rate = beantragt + angeordnet + ausgezahlt + offen, with totals. */
@Component({
  selector: 'app-tranche-table',
  imports: [EuroPipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <div class="scroll-region" role="region" tabindex="0" [attr.aria-label]="t('disbursements.tranche.title')">
      <table class="plain-table">
        <thead>
          <tr>
            <th scope="col">{{ t('disbursements.column.year') }}</th>
            @for (part of parts; track part) {
              <th scope="col" class="amount">{{ t('disbursements.tranche.' + part) }}</th>
            }
          </tr>
        </thead>
        <tbody>
          @for (tranche of tranches(); track tranche.year) {
            <tr>
              <th scope="row">{{ tranche.year }}</th>
              @for (part of parts; track part) {
                <td class="amount" [class.zero]="tranche[part] === 0" [class.open]="part === 'openCents'">
                  {{ tranche[part] | euro }}
                </td>
              }
            </tr>
          }
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{{ t('disbursements.sum') }}</th>
            @for (part of parts; track part) {
              <td class="amount">{{ totals()[part] | euro }}</td>
            }
          </tr>
        </tfoot>
      </table>
    </div>
  `,
  styles: `
    :is(th, td) {
      padding: 0.5rem 0.375rem;
    }
    .amount {
      font-size: 0.875rem;
    }
    th[scope='row'] {
      font-weight: 500;
    }
    .zero {
      color: var(--app-muted);
    }
    .open:not(.zero) {
      font-weight: 600;
    }
  `,
})
export class TrancheTable {
  readonly tranches = input.required<readonly TrancheDto[]>();
  protected readonly t = injectTexts();
  protected readonly parts = PARTS;
  protected readonly totals = computed(() => {
    const total = (part: Part): number => this.tranches().reduce((sum, tranche) => sum + tranche[part], 0);
    return {
      amountCents: total('amountCents'),
      requestedCents: total('requestedCents'),
      orderedCents: total('orderedCents'),
      paidCents: total('paidCents'),
      openCents: total('openCents'),
    };
  });
}
