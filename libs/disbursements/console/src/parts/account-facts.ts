import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { Session, injectTexts } from '@wir/shared/console';
import type { BankAccountDto } from '@wir/shared/contract';
import { MomentPipe, NoticeBox, StatusChip } from '@wir/shared/ui';
import { ACCOUNT_LOOKS } from '../look/disbursement-looks';
import { isRecent } from './account-age';
import { holdOf } from './account-hold';
import { IbanPipe } from './iban-pipe';

/** One account with who gave it and who confirmed it; a change of the last 30 days is said aloud. */
@Component({
  selector: 'app-account-facts',
  imports: [IbanPipe, MomentPipe, NoticeBox, StatusChip],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @if (recent() && !session.isApplicant()) {
      <app-notice-box class="recent" tone="warning">
        <strong>{{
          t('disbursements.account.changed', { moment: (account().proposedAt | moment), name: account().proposedBy })
        }}</strong>
        {{ t('disbursements.account.changedHint') }}
      </app-notice-box>
    }
    @if (hold(); as until) {
      <app-notice-box tone="info">{{ t('disbursements.account.hold', { moment: (until | moment) }) }}</app-notice-box>
    }
    <dl class="facts">
      <dt>{{ t('disbursements.account.holder') }}</dt>
      <dd>{{ account().accountHolder }}</dd>
      <dt>IBAN</dt>
      <dd class="iban">{{ account().iban | iban }}</dd>
      <dt>{{ t('disbursements.column.state') }}</dt>
      <dd><app-status-chip [look]="looks[account().state]" /></dd>
      <dt>{{ t('disbursements.account.proposed') }}</dt>
      <dd>{{ account().proposedAt | moment }}, {{ account().proposedBy }}</dd>
      @if (account().confirmedAt) {
        <dt>{{ t('disbursements.account.confirmed') }}</dt>
        <dd>{{ account().confirmedAt | moment }}, {{ account().confirmedBy }}</dd>
      }
    </dl>
  `,
  styles: `
    :host {
      display: grid;
      gap: 0.75rem;
    }
    .facts {
      grid-template-columns: auto minmax(0, 1fr);
    }
    .iban {
      font-weight: 500;
    }
    @media (max-width: 40rem) {
      .facts {
        grid-template-columns: 1fr;
      }
    }
  `,
})
export class AccountFacts {
  protected readonly session = inject(Session);
  protected readonly t = injectTexts();
  protected readonly looks = ACCOUNT_LOOKS;
  readonly account = input.required<BankAccountDto>();
  protected readonly hold = computed(() => holdOf(this.account(), this.session.now()));
  protected readonly recent = computed(() => isRecent(this.account().proposedAt, this.session.today()));
}
