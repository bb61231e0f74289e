import { ChangeDetectionStrategy, Component, inject, signal, viewChild } from '@angular/core';
import { FormField, email, form, maxLength, required, validate } from '@angular/forms/signals';
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
import { AccountClient } from '../data/account-client';
import type { Account } from '../data/account-types';

/** Another name or another address; what was signed under the old name keeps it. */
@Component({
  selector: 'app-rename-dialog',
  imports: [Control, ErrorSummary, Field, FormField, MatButton, MatDialogActions, MatDialogContent, MatDialogTitle],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <h2 mat-dialog-title tabindex="-1">{{ t('admin.rename.title') }}</h2>
    <mat-dialog-content>
      <form novalidate id="rename-form" class="stack" (submit)="$event.preventDefault(); save()">
        <app-error-summary [form]="form" />
        <p class="muted">{{ t('admin.rename.text') }}</p>
        <app-field [field]="form.name" [label]="t('admin.column.name')">
          <input appControl type="text" autocomplete="off" [formField]="form.name" />
        </app-field>
        <app-field [field]="form.email" [label]="t('admin.column.email')" [hint]="t('admin.rename.emailHint')">
          <input appControl type="email" autocomplete="off" autocapitalize="none" [formField]="form.email" />
        </app-field>
      </form>
    </mat-dialog-content>
    <mat-dialog-actions align="end">
      <button matButton type="button" (click)="reference.close()">{{ t('admin.cancel') }}</button>
      <button matButton="filled" type="submit" form="rename-form">{{ t('admin.rename.save') }}</button>
    </mat-dialog-actions>
  `,
  styleUrl: './dialog.scss',
})
export class RenameDialog {
  private readonly client = inject(AccountClient);
  private readonly summary = viewChild.required(ErrorSummary);
  private readonly account = inject<Account>(MAT_DIALOG_DATA);
  protected readonly reference = inject<MatDialogRef<RenameDialog, Account>>(MatDialogRef);
  protected readonly t = injectTexts();

  private readonly draft = signal({ name: this.account.name, email: this.account.email });
  protected readonly form = form(this.draft, (path) => {
    validate(path.name, ({ value }) => (value().trim() === '' ? { kind: 'required' } : null));
    maxLength(path.name, 200);
    required(path.email);
    email(path.email);
  });

  protected save(): void {
    void submitForm(this.form, this.summary(), async () => {
      const change = changed(this.account, this.draft());
      const answer = Object.keys(change).length === 0 ? this.account : await this.client.rename(this.account, change);
      this.reference.close(answer);
    });
  }
}

/** Only what is another one now: the person's name belongs to all of the person's accounts. */
function changed(account: Account, draft: { name: string; email: string }): { name?: string; email?: string } {
  const [name, address] = [draft.name.trim(), draft.email.trim()];
  return { ...(name === account.name ? {} : { name }), ...(address === account.email ? {} : { email: address }) };
}
