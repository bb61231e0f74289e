import { ChangeDetectionStrategy, Component, computed, inject, signal, viewChild } from '@angular/core';
import { form, validate } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import {
  MAT_DIALOG_DATA,
  MatDialogActions,
  MatDialogContent,
  MatDialogRef,
  MatDialogTitle,
} from '@angular/material/dialog';
import { injectTexts } from '@wir/shared/console';
import type { TotpSetupDto } from '@wir/shared/contract';
import { ErrorSummary, submitForm } from '@wir/shared/ui';
import { CodeField } from '../../codes/code-field';
import { atCodeField, codeFault } from '../../codes/code-rule';
import { RecoveryCodes } from '../../codes/recovery-codes';
import { inGroups, plainCode } from '../../codes/typed-code';

import { OwnAccountClient } from '../../data/own-account-client';
import { PasswordBox } from '../../password/password-box';
import { atPresentPassword } from './present-password';

type Step = 'password' | 'scan' | 'codes';

/** Sets up the app: the password where there is no factor yet, the picture to scan, the first code, the recovery codes. */
@Component({
  selector: 'app-totp-dialog',
  imports: [
    CodeField,
    ErrorSummary,
    MatButton,
    MatDialogActions,
    MatDialogContent,
    MatDialogTitle,
    PasswordBox,
    RecoveryCodes,
  ],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './totp-dialog.html',
  styleUrl: './totp-dialog.scss',
})
export class TotpDialog {
  private readonly client = inject(OwnAccountClient);
  private readonly needsPassword = inject<boolean>(MAT_DIALOG_DATA);
  private readonly summary = viewChild.required(ErrorSummary);
  protected readonly reference = inject<MatDialogRef<TotpDialog, boolean>>(MatDialogRef);
  protected readonly t = injectTexts();

  protected readonly step = signal<Step>('password');
  protected readonly asksPassword = signal(this.needsPassword);
  protected readonly setup = signal<TotpSetupDto | null>(null);
  protected readonly secret = computed(() => inGroups(this.setup()?.secret ?? ''));
  protected readonly codes = signal<readonly string[]>([]);
  private readonly typed = signal({ currentPassword: '', code: '' });
  protected readonly form = form(this.typed, (path) => {
    validate(path.currentPassword, ({ value }) =>
      this.step() === 'password' && this.asksPassword() && value() === '' ? { kind: 'required' } : null,
    );
    validate(path.code, ({ value }) => (this.step() === 'scan' ? codeFault('totp', value()) : null));
  });

  protected send(): void {
    const step = this.step();
    void submitForm(this.form, this.summary(), () => (step === 'password' ? this.start() : this.finish()));
  }

  private async start(): Promise<void> {
    try {
      this.setup.set(await this.client.startTotp(this.asksPassword() ? this.typed().currentPassword : undefined));
    } catch (error) {
      throw atPresentPassword(error);
    }
    this.typed.set({ currentPassword: '', code: '' });
    this.form().reset();
    this.step.set('scan');
  }

  private async finish(): Promise<void> {
    try {
      this.codes.set(await this.client.confirmTotp(plainCode(this.typed().code)));
    } catch (error) {
      throw atCodeField(error);
    }
    this.setup.set(null);
    if (this.codes().length === 0) this.reference.close(true);
    else this.step.set('codes');
  }
}
