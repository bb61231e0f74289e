import { ChangeDetectionStrategy, Component, computed, inject, resource, signal, viewChild } from '@angular/core';
import { FormField, form, maxLength, required, validate } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import { MatDialogActions, MatDialogContent, MatDialogRef, MatDialogTitle } from '@angular/material/dialog';
import { Session, injectTexts } from '@wir/shared/console';
import { Control, ErrorSummary, Field, submitForm } from '@wir/shared/ui';
import { ConflictClient } from '../data/conflict-client';
import { DelegationClient } from '../data/delegation-client';

/** Declares a conflict of interest: one's own, or, for the head of unit, that of a colleague. */
@Component({
  selector: 'app-conflict-dialog',
  imports: [Control, ErrorSummary, Field, FormField, MatButton, MatDialogActions, MatDialogContent, MatDialogTitle],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <h2 mat-dialog-title tabindex="-1">{{ t('admin.conflicts.declare') }}</h2>
    <mat-dialog-content>
      <form novalidate id="conflict-form" class="stack" (submit)="$event.preventDefault(); declare()">
        <app-error-summary [form]="form" />
        <p>{{ t('admin.conflicts.consequence') }}</p>
        @if (forOthers) {
          <app-field [field]="form.accountId" [label]="t('admin.conflicts.person')">
            <select appControl [formField]="form.accountId">
              <option value="">{{ t('admin.conflicts.myself') }}</option>
              @for (colleague of colleagues(); track colleague.id) {
                <option [value]="colleague.id">{{ colleague.name }}</option>
              }
            </select>
          </app-field>
        }
        <app-field [field]="form.applicantId" [label]="t('admin.column.municipality')">
          <select appControl [formField]="form.applicantId">
            <option value="">{{ t('admin.deputies.choose') }}</option>
            @for (municipality of municipalities(); track municipality.id) {
              <option [value]="municipality.id">{{ municipality.officialName }}</option>
            }
          </select>
        </app-field>
        <app-field [field]="form.reason" [label]="t('admin.field.reason')" [hint]="t('admin.conflicts.reasonHint')">
          <textarea appControl rows="3" lang="de" spellcheck="true" [formField]="form.reason"></textarea>
        </app-field>
      </form>
    </mat-dialog-content>
    <mat-dialog-actions align="end">
      <button matButton type="button" (click)="reference.close(false)">{{ t('admin.cancel') }}</button>
      <button matButton="filled" type="submit" form="conflict-form">{{ t('admin.conflicts.declare') }}</button>
    </mat-dialog-actions>
  `,
  styleUrl: '../detail/dialog.scss',
})
export class ConflictDialog {
  private readonly client = inject(ConflictClient);
  private readonly people = inject(DelegationClient);
  private readonly session = inject(Session);
  private readonly summary = viewChild.required(ErrorSummary);
  protected readonly reference = inject<MatDialogRef<ConflictDialog, boolean>>(MatDialogRef);
  protected readonly t = injectTexts();
  protected readonly forOthers = this.session.can('conflict.end');

  private readonly all = resource({ loader: ({ abortSignal }) => this.client.municipalities(abortSignal) });
  private readonly staff = resource({
    params: () => this.forOthers || undefined,
    loader: ({ abortSignal }) => this.people.colleagues(abortSignal),
  });
  protected readonly municipalities = computed(() => (this.all.hasValue() ? this.all.value() : []));
  protected readonly colleagues = computed(() =>
    (this.staff.hasValue() ? this.staff.value() : []).filter(({ id }) => id !== this.session.me()?.id),
  );

  private readonly draft = signal({ accountId: '', applicantId: '', reason: '' });
  protected readonly form = form(this.draft, (path) => {
    required(path.applicantId);
    validate(path.reason, ({ value }) => (value().trim() === '' ? { kind: 'required' } : null));
    maxLength(path.reason, 2000);
  });

  protected declare(): void {
    void submitForm(this.form, this.summary(), async () => {
      const { accountId, applicantId, reason } = this.draft();
      await this.client.declare({ applicantId, reason: reason.trim(), ...(accountId ? { accountId } : {}) });
      this.reference.close(true);
    });
  }
}
