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
import { PAYMENT_BLOCK_CODES, type PaymentBlockReason } from '@wir/disbursements/domain';
import { Session, injectTexts } from '@wir/shared/console';
import type { AwardDto } from '@wir/shared/contract';
import { Control, DayField, ErrorSummary, Field, submitForm } from '@wir/shared/ui';
import { BlockClient } from '../data/block-client';
import { endFault } from './block-rules';

export interface BlockQuestion {
  readonly award: AwardDto;
}

/** Sets a block: why, in the authority's own words, and until when. */
@Component({
  selector: 'app-block-dialog',
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
    <h2 mat-dialog-title tabindex="-1">{{ t('disbursements.block.setTitle', { number: award.awardNumber }) }}</h2>
    <mat-dialog-content>
      <form novalidate id="block-form" class="stack" (submit)="$event.preventDefault(); save()">
        <app-error-summary [form]="form" />
        <p class="muted">{{ t('disbursements.block.consequence', { name: award.applicantName }) }}</p>
        <app-field [field]="form.reasonCode" [label]="t('disbursements.block.code')">
          <select appControl [formField]="form.reasonCode">
            <option value="">{{ t('disbursements.block.choose') }}</option>
            @for (code of codes; track code) {
              <option [value]="code">{{ t('disbursements.block.reason.' + code) }}</option>
            }
          </select>
        </app-field>
        <app-field
          [field]="form.reason"
          [label]="t('disbursements.block.note')"
          [hint]="t('disbursements.block.reasonHint')"
        >
          <textarea appControl rows="3" lang="de" spellcheck="true" [formField]="form.reason"></textarea>
        </app-field>
        <app-field
          [field]="form.endsOn"
          [label]="t('disbursements.block.endsOn')"
          [hint]="t('disbursements.block.endsHint')"
          [optional]="true"
        >
          <app-day-field [formField]="form.endsOn" />
        </app-field>
      </form>
    </mat-dialog-content>
    <mat-dialog-actions align="end">
      <button matButton type="button" (click)="reference.close(false)">{{ t('disbursements.stay') }}</button>
      <button matButton="filled" type="submit" form="block-form">{{ t('disbursements.block.set') }}</button>
    </mat-dialog-actions>
  `,
  styleUrl: '../parts/dialog.scss',
})
export class BlockDialog {
  private readonly client = inject(BlockClient);
  private readonly session = inject(Session);
  private readonly summary = viewChild.required(ErrorSummary);
  protected readonly award = inject<BlockQuestion>(MAT_DIALOG_DATA).award;
  protected readonly reference = inject<MatDialogRef<BlockDialog, boolean>>(MatDialogRef);
  protected readonly t = injectTexts();
  protected readonly codes = PAYMENT_BLOCK_CODES;

  private readonly draft = signal({
    reasonCode: '' as PaymentBlockReason | '',
    reason: '',
    endsOn: null as string | null,
  });
  protected readonly form = form(this.draft, (path) => {
    required(path.reasonCode);
    validate(path.reason, ({ value }) => (value().trim() === '' ? { kind: 'required' } : null));
    maxLength(path.reason, 2000);
    validate(path.endsOn, ({ value }) => endFault(value(), this.session.today()));
  });

  protected save(): void {
    void submitForm(this.form, this.summary(), async () => {
      const { reasonCode, reason, endsOn } = this.draft();
      if (reasonCode === '') return;
      await this.client.set({ awardId: this.award.id, reasonCode, reason: reason.trim(), endsOn });
      this.reference.close(true);
    });
  }
}
