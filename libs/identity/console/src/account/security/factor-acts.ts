import { Injectable, inject, resource, signal } from '@angular/core';
import { MatDialog } from '@angular/material/dialog';
import { ApiProblem, Session, asApiProblem } from '@wir/shared/console';
import type { PasskeyDto } from '@wir/shared/contract';
import { Confirm } from '@wir/shared/ui';
import { firstValueFrom } from 'rxjs';

import { OwnAccountClient } from '../../data/own-account-client';
import { PasskeyDialog } from './passkey-dialog';
import { RecoveryDialog } from './recovery-dialog';
import { TotpDialog } from './totp-dialog';

export type FactorNews =
  'totpAdded' | 'totpRemoved' | 'passkeyAdded' | 'passkeyRemoved' | 'codesMade' | 'passwordChanged';

/** What a person does with the own factors, and how it went. */
@Injectable()
export class FactorActs {
  private readonly client = inject(OwnAccountClient);
  private readonly session = inject(Session);
  private readonly confirm = inject(Confirm);
  private readonly dialog = inject(MatDialog);

  readonly factors = resource({ loader: ({ abortSignal }) => this.client.factors(abortSignal) });
  readonly refusal = signal<ApiProblem | null>(null);
  readonly news = signal<FactorNews | null>(null);

  /** The person is asked for the password while there is no factor, for the factor afterwards. */
  async addTotp(): Promise<void> {
    await this.openDialog(TotpDialog, 'totpAdded');
  }

  async addPasskey(): Promise<void> {
    await this.openDialog(PasskeyDialog, 'passkeyAdded');
  }

  async makeCodes(): Promise<void> {
    const isSure = await this.confirm.ask({
      title: 'identity.recovery.make',
      text: 'identity.recovery.makeText',
      confirm: 'identity.recovery.make',
    });
    if (!isSure) return;
    await this.run('codesMade', async () => {
      const codes = await this.client.newRecoveryCodes();
      await this.show(RecoveryDialog, codes);
    });
  }

  async removeTotp(): Promise<void> {
    const isSure = await this.confirm.ask({
      title: 'identity.totp.remove',
      text: 'identity.totp.removeText',
      confirm: 'identity.totp.remove',
      tone: 'danger',
    });
    if (isSure) await this.run('totpRemoved', () => this.client.removeTotp());
  }

  async removePasskey({ id, name }: PasskeyDto): Promise<void> {
    const isSure = await this.confirm.ask({
      title: 'identity.passkey.remove',
      text: 'identity.passkey.removeText',
      confirm: 'identity.passkey.remove',
      params: { name },
      tone: 'danger',
    });
    if (isSure) await this.run('passkeyRemoved', () => this.client.removePasskey(id));
  }

  /** Factors and the session change together: other sessions end, and the frame shows what is possible now. */
  async changed(news: FactorNews): Promise<void> {
    this.news.set(news);
    this.factors.reload();
    await this.session.load().catch(() => null);
  }

  private async openDialog(component: typeof TotpDialog | typeof PasskeyDialog, news: FactorNews): Promise<void> {
    this.clear();
    const factors = this.factors.hasValue() ? this.factors.value() : undefined;
    const needsPassword = !factors || (factors.totp === null && factors.passkeys.length === 0);
    if (await this.show<boolean>(component, needsPassword)) await this.changed(news);
  }

  private async show<Result>(
    component: typeof TotpDialog | typeof PasskeyDialog | typeof RecoveryDialog,
    data: unknown,
  ): Promise<Result | undefined> {
    const reference = this.dialog.open<unknown, unknown, Result>(component, {
      data,
      disableClose: true,
      autoFocus: 'first-heading',
      restoreFocus: true,
      width: '36rem',
      maxWidth: '96vw',
    });
    return firstValueFrom(reference.afterClosed());
  }

  private async run(news: FactorNews, deed: () => Promise<unknown>): Promise<void> {
    this.clear();
    try {
      await deed();
      await this.changed(news);
    } catch (error) {
      this.refusal.set(asApiProblem(error));
    }
  }

  private clear(): void {
    this.refusal.set(null);
    this.news.set(null);
  }
}
