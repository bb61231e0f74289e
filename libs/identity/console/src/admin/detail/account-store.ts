import { Injectable, computed, inject, signal } from '@angular/core';
import { Session } from '@wir/shared/console';
import { detailState, type PageAction } from '@wir/shared/ui';
import { AccountClient } from '../data/account-client';
import type { Account } from '../data/account-types';
import { accountActions } from './account-actions';

/** One account with all that belongs to it; provided by its page, shared by the tabs. */
@Injectable()
export class AccountStore {
  private readonly client = inject(AccountClient);
  private readonly session = inject(Session);

  readonly id = signal<string | undefined>(undefined);
  readonly account = detailState(this.id, (id, abort) => this.client.byId(id, abort));
  /** What was just done, in words for everybody. */
  readonly message = signal<string | null>(null);

  /** Nobody changes the account of the own person: another administrator does. */
  readonly isOwn = computed(() => this.account.value()?.personId === this.session.me()?.personId);
  readonly mayAct = computed(() => this.session.can('account.administer'));
  readonly actions = computed<PageAction[]>(() => {
    const account = this.account.value();
    return account && this.mayAct() ? accountActions(account, this.isOwn()) : [];
  });

  async run(name: string, deed: (account: Account) => Promise<Account>): Promise<boolean> {
    const account = this.account.value();
    if (!account) return false;
    this.message.set(null);
    const done = await this.account.run(name, () => deed(account));
    if (done) this.message.set(`admin.done.${name}`);
    return done;
  }
}
