import { Injectable, inject } from '@angular/core';
import { Texts } from '@wir/shared/console';
import { Confirm } from '@wir/shared/ui';
import { AccountClient } from '../data/account-client';
import type { Account, Delegation } from '../data/account-types';
import { DelegationClient } from '../data/delegation-client';

/** Ending a delegation before its day, from the overview or from an account. */
@Injectable({ providedIn: 'root' })
export class DelegationActs {
  private readonly accounts = inject(AccountClient);
  private readonly client = inject(DelegationClient);
  private readonly confirm = inject(Confirm);
  private readonly texts = inject(Texts);

  /** The reason, or null when the person stays with it. */
  async askToRevoke({ role, deputyName, absentName }: Delegation): Promise<string | null> {
    const answer = await this.confirm.ask({
      title: 'admin.deputies.revokeTitle',
      text: 'admin.deputies.revokeText',
      confirm: 'admin.deputies.revoke',
      reason: 'admin.field.reason',
      params: { role: this.texts.translate(`admin.role.${role}`), deputy: deputyName, absent: absentName },
    });
    return answer ? answer.reason : null;
  }

  revoke(id: string, reason: string): Promise<unknown> {
    return this.client.revoke(id, reason);
  }

  account(id: string): Promise<Account> {
    return this.accounts.byId(id);
  }
}
