import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Session, injectTexts } from '@wir/shared/console';
import { Icon, MomentPipe, NoticeBox, StatusChip } from '@wir/shared/ui';
import { ACCOUNT_LOOKS } from '../look/account-looks';
import { AccountStore } from './account-store';

/** The person behind the account, the way in, and the other accounts of the same person. */
@Component({
  selector: 'app-account-tab',
  imports: [Icon, MomentPipe, NoticeBox, RouterLink, StatusChip],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './account-tab.html',
  styleUrl: './account-tab.scss',
})
export class AccountTab {
  private readonly session = inject(Session);
  protected readonly store = inject(AccountStore);
  protected readonly t = injectTexts();
  protected readonly looks = ACCOUNT_LOOKS;
  protected readonly account = this.store.account.value;

  protected readonly invitation = computed(() => {
    const invitation = this.account()?.invitation;
    if (!invitation) return 'admin.invitation.none';
    if (invitation.usedAt) return 'admin.invitation.used';
    return invitation.expiresAt > this.session.now().toISOString()
      ? 'admin.invitation.open'
      : 'admin.invitation.expired';
  });
}
