import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Session, injectTexts } from '@wir/shared/console';
import type { InstalmentsDto } from '@wir/shared/contract';
import { DayPipe, EuroPipe } from '@wir/shared/ui';

/** The instalments with what vacancies make of them and the request that came of each. */
@Component({
  selector: 'app-plan-table',
  imports: [DayPipe, EuroPipe, RouterLink],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <div class="scroll-region" role="region" tabindex="0" [attr.aria-label]="t('disbursements.plan.title')">
      <table class="plain-table">
        <thead>
          <tr>
            <th scope="col">{{ t('disbursements.column.year') }}</th>
            <th scope="col">{{ t('disbursements.plan.due') }}</th>
            <th scope="col" class="amount">{{ t('disbursements.plan.amount') }}</th>
            @if (shrinks()) {
              <th scope="col" class="amount">{{ t('disbursements.plan.proposed') }}</th>
            }
            <th scope="col">{{ t('disbursements.column.request') }}</th>
          </tr>
        </thead>
        <tbody>
          @for (item of plan().items; track item.id) {
            <tr>
              <th scope="row">{{ item.year }}, {{ item.number }}.</th>
              <td>{{ item.dueOn | day }}</td>
              <td class="amount">{{ item.amountCents | euro }}</td>
              @if (shrinks()) {
                <td class="amount">
                  <strong>{{ item.proposedCents | euro }}</strong>
                </td>
              }
              <td>
                @if (item.requestId && session.can('disbursement.read')) {
                  <a [routerLink]="['/auszahlungen', item.requestId]">{{ item.requestNumber }}</a>
                } @else {
                  {{ item.requestNumber ?? t('disbursements.plan.noRequest') }}
                }
              </td>
            </tr>
          }
        </tbody>
      </table>
    </div>
  `,
  styles: `
    th[scope='row'] {
      font-weight: 500;
    }
    tbody :is(th, td) {
      white-space: nowrap;
    }
  `,
})
export class PlanTable {
  protected readonly session = inject(Session);
  protected readonly t = injectTexts();
  readonly plan = input.required<InstalmentsDto>();
  protected readonly shrinks = computed(() =>
    this.plan().items.some(({ amountCents, proposedCents }) => amountCents !== proposedCents),
  );
}
