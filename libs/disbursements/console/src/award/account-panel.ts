import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { formatIban } from '@wir/disbursements/domain';
import { Session, Texts, errorText, injectTexts } from '@wir/shared/console';
import type { AwardDto } from '@wir/shared/contract';
import { Confirm, Icon, NoticeBox } from '@wir/shared/ui';
import { AccountFacts } from '../parts/account-facts';
import { AwardStore } from './award-store';

/** The account of the municipality; new data wait here for a second person of the authority. */
@Component({
  selector: 'app-account-panel',
  imports: [AccountFacts, Icon, MatButton, NoticeBox],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <section class="panel stack">
      <h2>{{ t('disbursements.account.title') }}</h2>
      @if (award().bankAccount; as account) {
        <app-account-facts [account]="account" />
        @if (account.state === 'PROPOSED') {
          @if (confirmable(); as action) {
            <app-notice-box tone="info">{{ t('disbursements.account.compare') }}</app-notice-box>
            @if (reason(); as reason) {
              <p class="reason"><app-icon name="lock" /> {{ reason }}</p>
            }
            <div class="button-row">
              <button
                matButton="filled"
                type="button"
                [attr.aria-disabled]="!action.allowed || store.award.busy() !== null"
                (click)="ask()"
              >
                <app-icon name="check" /> {{ t('disbursements.act.confirmAccount') }}
              </button>
            </div>
          } @else {
            <p class="muted">
              {{ t(session.isApplicant() ? 'disbursements.account.waitApplicant' : 'disbursements.account.waitStaff') }}
            </p>
          }
          @if (previous(); as old) {
            <h3>{{ t('disbursements.account.previous') }}</h3>
            <app-account-facts [account]="old" />
          }
        }
      } @else {
        <p class="muted">{{ t('disbursements.account.none') }}</p>
      }
    </section>
  `,
  styles: `
    .stack {
      gap: 0.75rem;
    }
    .panel > h2:first-child,
    p {
      margin: 0;
    }
    .reason {
      display: flex;
      gap: 0.375rem;
      color: var(--app-muted);
    }
  `,
})
export class AccountPanel {
  private readonly confirm = inject(Confirm);
  private readonly texts = inject(Texts);
  protected readonly session = inject(Session);
  protected readonly store = inject(AwardStore);
  protected readonly t = injectTexts();

  readonly award = input.required<AwardDto>();

  protected readonly confirmable = computed(() =>
    this.session.can('bank-account.confirm')
      ? this.award().bankAccount?.actions.find(({ action }) => action === 'confirm')
      : undefined,
  );
  protected readonly reason = computed(() => {
    const action = this.confirmable();
    return action && !action.allowed && action.reasonCode ? errorText(action.reasonCode, this.texts.language()) : null;
  });
  /** The account used so far, for comparison. */
  protected readonly previous = computed(() => {
    const { bankAccount, payoutAccount } = this.award();
    return payoutAccount && payoutAccount.id !== bankAccount?.id ? payoutAccount : null;
  });

  protected async ask(): Promise<void> {
    const account = this.award().bankAccount;
    if (!account || !this.confirmable()?.allowed) return;
    const answer = await this.confirm.ask({
      title: 'disbursements.confirmAccount.title',
      text: 'disbursements.confirmAccount.text',
      confirm: 'disbursements.act.confirmAccount',
      params: { iban: formatIban(account.iban), holder: account.accountHolder, name: account.proposedBy },
    });
    if (answer) await this.store.confirmAccount(account.id);
  }
}
