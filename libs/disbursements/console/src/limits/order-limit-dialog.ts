import { ChangeDetectionStrategy, Component, computed, inject, resource, signal, viewChild } from '@angular/core';
import { FormField, form, maxLength, required, validate } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import { MatDialogActions, MatDialogContent, MatDialogRef, MatDialogTitle } from '@angular/material/dialog';
import { Session, injectTexts } from '@wir/shared/console';
import { Control, DayField, ErrorSummary, EuroField, Field, submitForm } from '@wir/shared/ui';
import { OrderLimitClient } from '../data/order-limit-client';
import { dayAfter, periodFault } from './order-limit-rules';

/** Sets the limit of a person who orders payouts; never one's own. */
@Component({
  selector: 'app-order-limit-dialog',
  imports: [
    Control,
    DayField,
    ErrorSummary,
    EuroField,
    Field,
    FormField,
    MatButton,
    MatDialogActions,
    MatDialogContent,
    MatDialogTitle,
  ],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <h2 mat-dialog-title tabindex="-1">{{ t('disbursements.orderLimit.set') }}</h2>
    <mat-dialog-content>
      <form novalidate id="limit-form" class="stack" (submit)="$event.preventDefault(); save()">
        <app-error-summary [form]="form" />
        <app-field [field]="form.accountId" [label]="t('disbursements.orderLimit.person')">
          <select appControl [formField]="form.accountId">
            <option value="">{{ t('disbursements.block.choose') }}</option>
            @for (person of people(); track person.id) {
              <option [value]="person.id">{{ person.name }}</option>
            }
          </select>
        </app-field>
        <app-field [field]="form.maxCents" [label]="t('disbursements.orderLimit.max')">
          <app-euro-field [formField]="form.maxCents" />
        </app-field>
        <div class="days">
          <app-field [field]="form.validFrom" [label]="t('disbursements.orderLimit.from')">
            <app-day-field [formField]="form.validFrom" />
          </app-field>
          <app-field [field]="form.validTo" [label]="t('disbursements.orderLimit.to')" [optional]="true">
            <app-day-field [formField]="form.validTo" />
          </app-field>
        </div>
        <app-field [field]="form.reason" [label]="t('disbursements.reason')">
          <textarea appControl rows="3" lang="de" spellcheck="true" [formField]="form.reason"></textarea>
        </app-field>
      </form>
    </mat-dialog-content>
    <mat-dialog-actions align="end">
      <button matButton type="button" (click)="reference.close(false)">{{ t('disbursements.stay') }}</button>
      <button matButton="filled" type="submit" form="limit-form">{{ t('disbursements.orderLimit.set') }}</button>
    </mat-dialog-actions>
  `,
  styleUrl: '../parts/dialog.scss',
})
export class OrderLimitDialog {
  private readonly client = inject(OrderLimitClient);
  private readonly session = inject(Session);
  private readonly summary = viewChild.required(ErrorSummary);
  protected readonly reference = inject<MatDialogRef<OrderLimitDialog, boolean>>(MatDialogRef);
  protected readonly t = injectTexts();

  private readonly all = resource({ loader: ({ abortSignal }) => this.client.orderers(abortSignal) });
  protected readonly people = computed(() =>
    (this.all.hasValue() ? this.all.value() : []).filter(({ id }) => id !== this.session.me()?.id),
  );
  private readonly draft = signal({
    accountId: '',
    maxCents: null as number | null,
    validFrom: this.session.today() as string | null,
    validTo: null as string | null,
    reason: '',
  });
  protected readonly form = form(this.draft, (path) => {
    required(path.accountId);
    required(path.maxCents, { error: { kind: 'euro.empty' } });
    validate(path.maxCents, ({ value }) =>
      value() !== null && (value() ?? 0) <= 0 ? { kind: 'disbursement.amount-not-positive' } : null,
    );
    required(path.validFrom);
    validate(path.validTo, ({ value, valueOf }) => periodFault(valueOf(path.validFrom), value()));
    validate(path.reason, ({ value }) => (value().trim() === '' ? { kind: 'required' } : null));
    maxLength(path.reason, 1000);
  });

  protected save(): void {
    void submitForm(this.form, this.summary(), async () => {
      const { accountId, maxCents, validFrom, validTo, reason } = this.draft();
      await this.client.set({
        accountId,
        maxCents: maxCents ?? 0,
        validFrom: validFrom ?? '',
        validTo: dayAfter(validTo),
        reason: reason.trim(),
      });
      this.reference.close(true);
    });
  }
}
