import { Injectable, inject } from '@angular/core';
import { MatDialog } from '@angular/material/dialog';
import { Router } from '@angular/router';
import { Confirm, type ConfirmQuestion } from '@wir/shared/ui';
import { firstValueFrom } from 'rxjs';
import { AccountClient } from '../data/account-client';
import type { Account, RoleGrant } from '../data/account-types';
import { AccountStore } from './account-store';
import type { EndRoleQuestion } from './end-role-dialog';

/** What happens when a button is pressed: say what follows from it, ask for the reason, do it. */
@Injectable()
export class AccountActs {
  private readonly client = inject(AccountClient);
  private readonly confirm = inject(Confirm);
  private readonly dialog = inject(MatDialog);
  private readonly router = inject(Router);
  private readonly store = inject(AccountStore);

  async do(action: string): Promise<void> {
    const account = this.store.account.value();
    if (!account) return;
    switch (action) {
      case 'invite':
        return this.ask(account, action, () => this.client.invite(account.id), { reason: undefined });
      case 'lock':
        return this.ask(account, action, (reason) => this.client.lock(account.id, reason), { tone: 'danger' });
      case 'unlock':
        return this.ask(account, action, (reason) => this.client.unlock(account.id, reason));
      case 'endSessions':
        return this.ask(account, action, (reason) => this.client.endSessions(account.id, reason));
      case 'resetFactor':
        return this.ask(account, action, (reason) => this.client.requestFactorReset(account.id, reason));
      case 'grant':
        return this.grant(account);
      case 'rename':
        return this.rename(account);
      case 'further':
        return void (await this.router.navigate(['/zugaenge/neu'], { queryParams: { konto: account.id } }));
      case 'leave':
        return void (await this.router.navigate(['/zugaenge', account.id, 'ausscheiden']));
      case 'erase':
        return void (await this.router.navigate(['/zugaenge', account.id, 'loeschung']));
    }
  }

  async endRole(grant: RoleGrant): Promise<void> {
    const account = this.store.account.value();
    if (!account) return;
    const { EndRoleDialog } = await import('./end-role-dialog');
    const data: EndRoleQuestion = { account, grant };
    this.took(await this.open<Account>(EndRoleDialog, data), 'endRole');
  }

  private async grant(account: Account): Promise<void> {
    const { GrantDialog } = await import('./grant-dialog');
    this.took(await this.open<Account>(GrantDialog, account), 'grant');
  }

  private async rename(account: Account): Promise<void> {
    const { RenameDialog } = await import('./rename-dialog');
    this.took(await this.open<Account>(RenameDialog, account), 'rename');
  }

  private async ask(
    account: Account,
    name: 'invite' | 'lock' | 'unlock' | 'endSessions' | 'resetFactor',
    deed: (reason: string) => Promise<Account>,
    more: Partial<ConfirmQuestion> = {},
  ): Promise<void> {
    const answer = await this.confirm.ask({
      title: `admin.ask.${name}.title`,
      text: `admin.ask.${name}.text`,
      confirm: `admin.act.${name}`,
      reason: 'admin.field.reason',
      params: { name: account.name, email: account.email },
      ...more,
    });
    if (answer) await this.store.run(name, () => deed(answer.reason));
  }

  /** The dialogs send by themselves, so that faults show where they were typed. */
  private took(answer: Account | undefined, name: string): void {
    if (!answer) return;
    this.store.account.clearRefusal();
    this.store.account.set(answer);
    this.store.message.set(`admin.done.${name}`);
  }

  private async open<R>(dialog: new () => unknown, data: unknown): Promise<R | undefined> {
    const reference = this.dialog.open<unknown, unknown, R>(dialog, {
      data,
      autoFocus: 'first-heading',
      restoreFocus: true,
      width: '36rem',
      maxWidth: '96vw',
    });
    return firstValueFrom(reference.afterClosed());
  }
}
