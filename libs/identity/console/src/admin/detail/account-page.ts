import { ChangeDetectionStrategy, Component, DestroyRef, computed, effect, inject, input } from '@angular/core';
import { RouterOutlet } from '@angular/router';
import { PageTitle, injectTexts } from '@wir/shared/console';
import { DayPipe, DetailPage, Fact, MomentPipe, NoticeBox, ProblemPanel, Skeleton, type Tab } from '@wir/shared/ui';
import { ACCOUNT_LOOKS } from '../look/account-looks';
import { AccountActs } from './account-acts';
import { AccountStore } from './account-store';

/** One account: the head says whose it is and what can be done, the tabs hold roles, sessions and deputies. */
@Component({
  selector: 'app-account-page',
  imports: [DayPipe, DetailPage, Fact, MomentPipe, NoticeBox, ProblemPanel, RouterOutlet, Skeleton],
  providers: [AccountStore, AccountActs],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './account-page.html',
  styleUrl: './account-page.scss',
})
export class AccountPage {
  private readonly acts = inject(AccountActs);
  private readonly title = inject(PageTitle);
  protected readonly store = inject(AccountStore);
  protected readonly t = injectTexts();
  protected readonly looks = ACCOUNT_LOOKS;

  readonly id = input.required<string>();

  protected readonly tabs = computed<Tab[]>(() => {
    const account = this.store.account.value();
    return [
      { path: 'konto', label: 'admin.tab.account' },
      { path: 'rollen', label: 'admin.tab.roles', count: account?.roles.length },
      { path: 'sitzungen', label: 'admin.tab.sessions', count: account?.sessions.length },
      { path: 'vertretungen', label: 'admin.tab.deputies', count: account?.delegations.length },
    ];
  });
  protected readonly roles = computed(() => {
    const held = this.store.account.value()?.roles ?? [];
    return held.length === 0
      ? this.t('admin.role.none')
      : held.map(({ role }) => this.t(`admin.role.${role}`)).join(', ');
  });

  constructor() {
    effect(() => this.store.id.set(this.id()));
    effect(() => this.title.setSubject(this.store.account.value()?.name ?? null));
    inject(DestroyRef).onDestroy(() => this.title.setSubject(null));
  }

  protected act(action: string): void {
    void this.acts.do(action);
  }
}
