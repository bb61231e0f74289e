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
import { injectTexts } from '@wir/shared/console';
import { ErrorSummary } from '../form/error-summary';
import { Control, Field } from '../form/field';
import { submitForm } from '../form/submit-form';
import type { ConfirmQuestion, Confirmed } from './confirm';

@Component({
  selector: 'app-confirm-dialog',
  imports: [Control, ErrorSummary, Field, FormField, MatButton, MatDialogActions, MatDialogContent, MatDialogTitle],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <h2 mat-dialog-title tabindex="-1">{{ t(question.title, question.params) }}</h2>
    <mat-dialog-content>
      <app-error-summary [form]="form" />
      @if (question.text; as text) {
        <p>{{ t(text, question.params) }}</p>
      }
      @if (question.reason; as label) {
        <app-field
          [field]="form.reason"
          [label]="t(label)"
          [hint]="question.reasonHint ? t(question.reasonHint) : undefined"
        >
          <textarea appControl rows="4" lang="de" spellcheck="true" [formField]="form.reason"></textarea>
        </app-field>
      }
    </mat-dialog-content>
    <mat-dialog-actions align="end">
      <button matButton type="button" (click)="reference.close()">{{ t(question.cancel ?? 'ui.cancel') }}</button>
      <button matButton="filled" type="button" [class.danger]="question.tone === 'danger'" (click)="confirm()">
        {{ t(question.confirm, question.params) }}
      </button>
    </mat-dialog-actions>
  `,
  styles: `
    .danger {
      --mat-button-filled-container-color: var(--kern-color-feedback-danger);
      --mat-button-filled-label-text-color: var(--app-surface);
    }
  `,
})
export class ConfirmDialog {
  protected readonly t = injectTexts();
  protected readonly question = inject<ConfirmQuestion>(MAT_DIALOG_DATA);
  protected readonly reference = inject<MatDialogRef<ConfirmDialog, Confirmed>>(MatDialogRef);
  private readonly summary = viewChild.required(ErrorSummary);

  protected readonly form = form(signal({ reason: '' }), (path) => {
    validate(path.reason, ({ value }) => (this.question.reason && value().trim() === '' ? { kind: 'required' } : null));
    maxLength(path.reason, 2000);
  });

  protected confirm(): void {
    void submitForm(this.form, this.summary(), async () =>
      this.reference.close({ reason: this.form.reason().value().trim() }),
    );
  }
}
