import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import { injectTexts } from '@wir/shared/console';
import type { InstalmentsDto } from '@wir/shared/contract';
import { DayPipe, EuroPipe } from '@wir/shared/ui';

/** What "take the proposal" would fix: nobody takes over what they have not seen. */
@Component({
  selector: 'app-proposal-table',
  imports: [DayPipe, EuroPipe],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <h3>{{ t('disbursements.plan.proposal') }}</h3>
    <p class="muted">{{ t('disbursements.plan.proposalHint') }}</p>
    <div class="scroll-region" role="region" tabindex="0" [attr.aria-label]="t('disbursements.plan.proposal')">
      <table class="plain-table">
        <thead>
          <tr>
            <th scope="col">{{ t('disbursements.column.year') }}</th>
            <th scope="col">{{ t('disbursements.plan.due') }}</th>
            <th scope="col" class="amount">{{ t('disbursements.plan.amount') }}</th>
          </tr>
        </thead>
        <tbody>
          @for (item of plan().proposal; track item.dueOn) {
            <tr>
              <th scope="row">{{ item.year }}</th>
              <td>{{ item.dueOn | day }}</td>
              <td class="amount">{{ item.amountCents | euro }}</td>
            </tr>
          }
        </tbody>
      </table>
    </div>
  `,
  styles: `
    :host {
      display: block;
      max-width: 32rem;
    }
    h3 {
      margin: 0 0 0.25rem;
      font-size: 1rem;
    }
    p {
      margin: 0 0 0.5rem;
    }
    th[scope='row'] {
      font-weight: 500;
    }
    .plain-table :is(th, td) {
      padding-block: 0.3125rem;
    }
  `,
})
export class ProposalTable {
  readonly plan = input.required<InstalmentsDto>();
  protected readonly t = injectTexts();
}
