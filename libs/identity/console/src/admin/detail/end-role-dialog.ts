import { ChangeDetectionStrategy, Component, inject, signal, viewChild } from '@angular/core';
import { FormField, form, maxLength, validate } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import {
  MAT_DIALOG_DATA,
  MatDialogActions,
  MatDialogContent,
  MatDialogRef,
  MatDialogTitle,
} from '@angular/material/dialog';
import { Session, injectTexts } from '@wir/shared/console';
import { Control, DayField, ErrorSummary, Field, submitForm } from '@wir/shared/ui';
import { AccountClient } from '../data/account-client';
import type { Account, RoleGrant } from '../data/account-types';

export interface EndRoleQuestion {
  readonly account: Account;
  readonly grant: RoleGrant;
}

/** Takes a role away, at once or with the end of a day to come. */
@Component({
  selector: 'app-end-role-dialog',
  imports: [
    Control,
    DayField,
    ErrorSummary,
    Field,
    FormField,
    MatButton,
    MatDialogActions,
    MatDialogContent,
    MatDialogTitle,
  ],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <h2 mat-dialog-title tabindex="-1">
      {{ t('admin.endRole.title', { role: t('admin.role.' + question.grant.role), name: question.account.name }) }}
    </h2>
    <mat-dialog-content>
      <form novalidate id="end-role-form" class="stack" (submit)="$event.preventDefault(); end()">
        <app-error-summary [form]="form" />
        <p>{{ t('admin.endRole.text') }}</p>
        <app-field
          [field]="form.endsOn"
          [label]="t('admin.endRole.day')"
          [hint]="t('admin.endRole.dayHint')"
          [optional]="true"
        >
          <app-day-field [formField]="form.endsOn" />
        </app-field>
        <app-field [field]="form.reason" [label]="t('admin.field.reason')">
          <textarea appControl rows="3" lang="de" spellcheck="true" [formField]="form.reason"></textarea>
        </app-field>
      </form>
    </mat-dialog-content>
    <mat-dialog-actions align="end">
      <button matButton type="button" (click)="reference.close()">{{ t('admin.cancel') }}</button>
      <button matButton="filled" type="submit" form="end-role-form">{{ t('admin.act.endRole') }}</button>
    </mat-dialog-actions>
  `,
  styleUrl: './dialog.scss',
})
export class EndRoleDialog {
  private readonly client = inject(AccountClient);
  private readonly today = inject(Session).today();
  private readonly summary = viewChild.required(ErrorSummary);
  protected readonly question = inject<EndRoleQuestion>(MAT_DIALOG_DATA);
  protected readonly reference = inject<MatDialogRef<EndRoleDialog, Account>>(MatDialogRef);
  protected readonly t = injectTexts();

  private readonly draft = signal({ endsOn: null as string | null, reason: '' });
  protected readonly form = form(this.draft, (path) => {
    validate(path.endsOn, ({ value }) => {
      const day = value();
      return day && day < this.today ? { kind: 'date.too-early', min: this.today } : null;
    });
    validate(path.reason, ({ value }) => (value().trim() === '' ? { kind: 'required' } : null));
    maxLength(path.reason, 2000);
  });

  protected end(): void {
    void submitForm(this.form, this.summary(), async () => {
      const { endsOn, reason } = this.draft();
      const { grant } = this.question;
      const ending = { reason: reason.trim(), ...(endsOn ? { endsOn } : {}) };
      this.reference.close(await this.client.endRole(grant.id, ending));
    });
  }
}
