import { ChangeDetectionStrategy, Component, inject, signal, viewChild } from '@angular/core';
import { FormField, form, maxLength, validate, type SchemaPath } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import {
  MAT_DIALOG_DATA,
  MatDialogActions,
  MatDialogContent,
  MatDialogRef,
  MatDialogTitle,
} from '@angular/material/dialog';
import { injectTexts } from '@wir/shared/console';
import type { PaymentDiscrepancyDto } from '@wir/shared/contract';
import { Control, ErrorSummary, Field, submitForm } from '@wir/shared/ui';
import type { Resolution } from '../data/discrepancy-client';

/** How a discrepancy was settled, and the document that shows it. */
@Component({
  selector: 'app-resolution-dialog',
  imports: [Control, ErrorSummary, Field, FormField, MatButton, MatDialogActions, MatDialogContent, MatDialogTitle],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <h2 mat-dialog-title tabindex="-1">
      {{ t('disbursements.resolution.title', { number: discrepancy.orderNumber }) }}
    </h2>
    <mat-dialog-content>
      <form novalidate id="resolution-form" class="stack" (submit)="$event.preventDefault(); save()">
        <app-error-summary [form]="form" />
        <p class="muted">{{ t('disbursements.resolution.text') }}</p>
        <app-field
          [field]="form.note"
          [label]="t('disbursements.resolution.note')"
          [hint]="t('disbursements.resolution.noteHint')"
        >
          <textarea appControl rows="4" lang="de" spellcheck="true" [formField]="form.note"></textarea>
        </app-field>
        <app-field
          [field]="form.documentReference"
          [label]="t('disbursements.resolution.document')"
          [hint]="t('disbursements.resolution.documentHint')"
        >
          <input appControl [formField]="form.documentReference" />
        </app-field>
      </form>
    </mat-dialog-content>
    <mat-dialog-actions align="end">
      <button matButton type="button" (click)="reference.close()">{{ t('disbursements.stay') }}</button>
      <button matButton="filled" type="submit" form="resolution-form">{{ t('disbursements.act.resolve') }}</button>
    </mat-dialog-actions>
  `,
  styleUrl: '../parts/dialog.scss',
})
export class ResolutionDialog {
  private readonly summary = viewChild.required(ErrorSummary);
  protected readonly discrepancy = inject<PaymentDiscrepancyDto>(MAT_DIALOG_DATA);
  protected readonly reference = inject<MatDialogRef<ResolutionDialog, Resolution>>(MatDialogRef);
  protected readonly t = injectTexts();

  private readonly draft = signal<Resolution>({ note: '', documentReference: '' });
  protected readonly form = form(this.draft, (path) => {
    demanded(path.note);
    maxLength(path.note, 2000);
    demanded(path.documentReference);
    maxLength(path.documentReference, 200);
  });

  protected save(): void {
    void submitForm(this.form, this.summary(), async () => {
      const { note, documentReference } = this.draft();
      this.reference.close({ note: note.trim(), documentReference: documentReference.trim() });
    });
  }
}

function demanded(field: SchemaPath<string>): void {
  validate(field, ({ value }) => (value().trim() === '' ? { kind: 'required' } : null));
}
