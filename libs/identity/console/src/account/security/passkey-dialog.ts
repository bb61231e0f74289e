import { ChangeDetectionStrategy, Component, inject, signal, viewChild } from '@angular/core';
import { FormField, form, maxLength, required, validate } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import {
  MAT_DIALOG_DATA,
  MatDialogActions,
  MatDialogContent,
  MatDialogRef,
  MatDialogTitle,
} from '@angular/material/dialog';
import { injectTexts } from '@wir/shared/console';
import { Control, ErrorSummary, Field, submitForm } from '@wir/shared/ui';
import { RecoveryCodes } from '../../codes/recovery-codes';
import { OwnAccountClient } from '../../data/own-account-client';
import { PasskeyCeremony } from '../../passkeys/passkey-ceremony';
import { PasswordBox } from '../../password/password-box';
import { deviceOf } from '../sessions/device';
import { atPresentPassword } from './present-password';

/** Adds a passkey: a name to know it by, the browser's own dialog, then the recovery codes where there are none yet. */
@Component({
  selector: 'app-passkey-dialog',
  imports: [
    Control,
    ErrorSummary,
    Field,
    FormField,
    MatButton,
    MatDialogActions,
    MatDialogContent,
    MatDialogTitle,
    PasswordBox,
    RecoveryCodes,
  ],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './passkey-dialog.html',
  styles: `
    form {
      display: grid;
      gap: 1rem;
    }
    p {
      margin: 0;
    }
  `,
})
export class PasskeyDialog {
  private readonly client = inject(OwnAccountClient);
  private readonly ceremony = inject(PasskeyCeremony);
  private readonly summary = viewChild.required(ErrorSummary);
  protected readonly needsPassword = inject<boolean>(MAT_DIALOG_DATA);
  protected readonly reference = inject<MatDialogRef<PasskeyDialog, boolean>>(MatDialogRef);
  protected readonly t = injectTexts();

  protected readonly codes = signal<readonly string[]>([]);
  private readonly typed = signal({ name: deviceOf(navigator.userAgent), currentPassword: '' });
  protected readonly form = form(this.typed, (path) => {
    required(path.name);
    maxLength(path.name, 60);
    validate(path.currentPassword, ({ value }) => (this.needsPassword && value() === '' ? { kind: 'required' } : null));
  });

  protected send(): void {
    void submitForm(this.form, this.summary(), () => this.add());
  }

  private async add(): Promise<void> {
    const { name, currentPassword } = this.typed();
    try {
      const creation = await this.client.passkeyCreation(this.needsPassword ? currentPassword : undefined);
      const proof = await this.ceremony.create(creation);
      this.codes.set(await this.client.addPasskey(creation.challengeId, name.trim(), proof));
    } catch (error) {
      throw atPresentPassword(error);
    }
    if (this.codes().length === 0) this.reference.close(true);
  }
}
