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
import { Control, ErrorSummary, Field, submitForm } from '@wir/shared/ui';
import { RetentionClient, type Retention } from '../data/retention-client';

export interface OfferQuestion {
  readonly cases: readonly Retention[];
}

/** The letter to the archive: which cases it offers, under which reference. */
@Component({
  selector: 'app-offer-dialog',
  imports: [Control, ErrorSummary, Field, FormField, MatButton, MatDialogActions, MatDialogContent, MatDialogTitle],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <h2 mat-dialog-title tabindex="-1">{{ t('records.retention.offerTitle') }}</h2>
    <mat-dialog-content>
      <form novalidate id="offer-form" class="stack" (submit)="$event.preventDefault(); offer()">
        <app-error-summary [form]="form" />
        <p>{{ t('records.retention.offerText', { count: cases.length }) }}</p>
        <p class="muted">{{ numbers }}</p>
        <app-field
          [field]="form.reference"
          [label]="t('records.retention.offerReference')"
          [hint]="t('records.retention.offerHint')"
        >
          <input appControl type="text" autocomplete="off" [formField]="form.reference" />
        </app-field>
      </form>
    </mat-dialog-content>
    <mat-dialog-actions align="end">
      <button matButton type="button" (click)="reference.close(false)">{{ t('records.cancel') }}</button>
      <button matButton="filled" type="submit" form="offer-form">{{ t('records.retention.offer') }}</button>
    </mat-dialog-actions>
  `,
  styles: `
    p {
      margin: 0;
    }
  `,
})
export class OfferDialog {
  private readonly client = inject(RetentionClient);
  private readonly summary = viewChild.required(ErrorSummary);
  protected readonly cases = inject<OfferQuestion>(MAT_DIALOG_DATA).cases;
  protected readonly numbers = this.cases.map(({ caseNumber }) => caseNumber).join(', ');
  protected readonly reference = inject<MatDialogRef<OfferDialog, boolean>>(MatDialogRef);
  protected readonly t = injectTexts();

  protected readonly form = form(signal({ reference: '' }), (path) => {
    validate(path.reference, ({ value }) => (value().trim() === '' ? { kind: 'required' } : null));
    maxLength(path.reference, 200);
  });

  protected offer(): void {
    void submitForm(this.form, this.summary(), async () => {
      const ids = this.cases.map(({ applicationId }) => applicationId);
      await this.client.offer(ids, this.form.reference().value().trim());
      this.reference.close(true);
    });
  }
}
