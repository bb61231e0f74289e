import { ChangeDetectionStrategy, Component, inject, signal, viewChild } from '@angular/core';
import { FormField, form, maxLength, validate } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import { MatDialogActions, MatDialogContent, MatDialogRef, MatDialogTitle } from '@angular/material/dialog';
import { injectTexts } from '@wir/shared/console';
import { Control, ErrorSummary, Field, submitForm } from '@wir/shared/ui';

export interface ScenarioProposal {
  readonly reason: string;
  readonly documentReference: string;
}

/** What every booking needs: why, and by which document. */
@Component({
  selector: 'app-propose-dialog',
  imports: [Control, ErrorSummary, Field, FormField, MatButton, MatDialogActions, MatDialogContent, MatDialogTitle],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <h2 mat-dialog-title tabindex="-1">{{ t('budget.scenario.propose.title') }}</h2>
    <mat-dialog-content>
      <form novalidate id="propose-form" class="stack" (submit)="$event.preventDefault(); propose()">
        <app-error-summary [form]="form" />
        <p>{{ t('budget.scenario.propose.text') }}</p>
        <app-field
          [field]="form.documentReference"
          [label]="t('budget.acts.document')"
          [hint]="t('budget.acts.documentHint')"
        >
          <input appControl type="text" autocomplete="off" [formField]="form.documentReference" />
        </app-field>
        <app-field [field]="form.reason" [label]="t('budget.acts.reason')">
          <textarea appControl rows="3" lang="de" spellcheck="true" [formField]="form.reason"></textarea>
        </app-field>
      </form>
    </mat-dialog-content>
    <mat-dialog-actions align="end">
      <button matButton type="button" (click)="reference.close()">{{ t('budget.cancel') }}</button>
      <button matButton="filled" type="submit" form="propose-form">{{ t('budget.scenario.propose.button') }}</button>
    </mat-dialog-actions>
  `,
  styles: `
    p {
      margin: 0;
    }
  `,
})
export class ProposeDialog {
  private readonly summary = viewChild.required(ErrorSummary);
  protected readonly reference = inject<MatDialogRef<ProposeDialog, ScenarioProposal>>(MatDialogRef);
  protected readonly t = injectTexts();
  private readonly draft = signal({ documentReference: '', reason: '' });
  protected readonly form = form(this.draft, (path) => {
    validate(path.documentReference, ({ value }) => (value().trim() === '' ? { kind: 'required' } : null));
    maxLength(path.documentReference, 200);
    validate(path.reason, ({ value }) => (value().trim() === '' ? { kind: 'required' } : null));
    maxLength(path.reason, 2000);
  });

  protected propose(): void {
    void submitForm(this.form, this.summary(), async () => {
      const { documentReference, reason } = this.draft();
      this.reference.close({ documentReference: documentReference.trim(), reason: reason.trim() });
    });
  }
}
