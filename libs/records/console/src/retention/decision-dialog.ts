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
import { Session, injectTexts } from '@wir/shared/console';
import { Control, DayField, ErrorSummary, Field, NoticeBox, submitForm } from '@wir/shared/ui';
import { RetentionClient, type ArchiveDecision, type Retention } from '../data/retention-client';

/** What the archive has answered: it takes the case, or it may go. */
@Component({
  selector: 'app-archive-decision-dialog',
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
    NoticeBox,
  ],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <h2 mat-dialog-title tabindex="-1">{{ t('records.retention.decideTitle', { number: retention.caseNumber }) }}</h2>
    <mat-dialog-content>
      <form novalidate id="archive-form" class="stack" (submit)="$event.preventDefault(); decide()">
        <app-error-summary [form]="form" />
        <fieldset>
          <legend>{{ t('records.retention.decision') }}</legend>
          @for (decision of decisions; track decision) {
            <label class="choice">
              <input type="radio" [value]="decision" [formField]="form.decision" />
              <span
                >{{ t('records.decision.' + decision)
                }}<span class="detail">{{ t('records.decisionHint.' + decision) }}</span></span
              >
            </label>
          }
        </fieldset>
        <app-field [field]="form.decidedOn" [label]="t('records.retention.decidedOn')">
          <app-day-field [formField]="form.decidedOn" />
        </app-field>
        <app-field [field]="form.reference" [label]="t('records.retention.decisionReference')">
          <input appControl type="text" autocomplete="off" [formField]="form.reference" />
        </app-field>
        <app-notice-box>{{ t('records.retention.decideText') }}</app-notice-box>
      </form>
    </mat-dialog-content>
    <mat-dialog-actions align="end">
      <button matButton type="button" (click)="reference.close(false)">{{ t('records.cancel') }}</button>
      <button matButton="filled" type="submit" form="archive-form">{{ t('records.retention.decide') }}</button>
    </mat-dialog-actions>
  `,
  styles: `
    legend {
      margin-bottom: 0.25rem;
      font-weight: 500;
    }
    .detail {
      display: block;
      color: var(--app-muted);
      font-size: 0.875rem;
    }
  `,
})
export class DecisionDialog {
  private readonly client = inject(RetentionClient);
  private readonly today = inject(Session).today();
  private readonly summary = viewChild.required(ErrorSummary);
  protected readonly retention = inject<Retention>(MAT_DIALOG_DATA);
  protected readonly reference = inject<MatDialogRef<DecisionDialog, boolean>>(MatDialogRef);
  protected readonly t = injectTexts();
  protected readonly decisions: readonly ArchiveDecision[] = ['ARCHIVE', 'DELETE'];

  private readonly draft = signal({
    decision: 'ARCHIVE' as ArchiveDecision,
    decidedOn: this.today as string | null,
    reference: '',
  });
  protected readonly form = form(this.draft, (path) => {
    required(path.decidedOn);
    validate(path.decidedOn, ({ value }) => {
      const day = value();
      return day && day > this.today ? { kind: 'date.too-late', max: this.today } : null;
    });
    validate(path.reference, ({ value }) => (value().trim() === '' ? { kind: 'required' } : null));
    maxLength(path.reference, 200);
  });

  protected decide(): void {
    void submitForm(this.form, this.summary(), async () => {
      const { decision, decidedOn, reference } = this.draft();
      if (!decidedOn) return;
      await this.client.decide(this.retention.applicationId, { decision, decidedOn, reference: reference.trim() });
      this.reference.close(true);
    });
  }
}
