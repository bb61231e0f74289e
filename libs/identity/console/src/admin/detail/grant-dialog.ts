import { ChangeDetectionStrategy, Component, computed, inject, signal, viewChild } from '@angular/core';
import { FormField, form, maxLength, required, validate } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import {
  MAT_DIALOG_DATA,
  MatDialogActions,
  MatDialogContent,
  MatDialogRef,
  MatDialogTitle,
} from '@angular/material/dialog';
import type { Role } from '@wir/identity/domain';
import { Session, injectTexts } from '@wir/shared/console';
import { Control, DayField, ErrorSummary, Field, NoticeBox, submitForm } from '@wir/shared/ui';
import { AccountClient } from '../data/account-client';
import type { Account } from '../data/account-types';
import { lastDayFault, offeredRoles } from './role-offer';

/** One more role for an account, from a day to a day, with its reason; says what the role allows. */
@Component({
  selector: 'app-grant-dialog',
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
  templateUrl: './grant-dialog.html',
  styleUrl: './dialog.scss',
})
export class GrantDialog {
  private readonly client = inject(AccountClient);
  private readonly summary = viewChild.required(ErrorSummary);
  protected readonly account = inject<Account>(MAT_DIALOG_DATA);
  protected readonly reference = inject<MatDialogRef<GrantDialog, Account>>(MatDialogRef);
  protected readonly t = injectTexts();

  protected readonly roles = offeredRoles(this.account.applicantId !== null).filter(
    (role) => !this.account.roles.some((held) => held.role === role && held.validTo === null),
  );
  private readonly draft = signal({
    role: '' as Role | '',
    validFrom: inject(Session).today() as string | null,
    validTo: null as string | null,
    reason: '',
  });
  protected readonly form = form(this.draft, (path) => {
    required(path.role);
    required(path.validFrom);
    validate(path.validTo, ({ value, valueOf }) =>
      lastDayFault({ validFrom: valueOf(path.validFrom), validTo: value() }),
    );
    validate(path.reason, ({ value }) => (value().trim() === '' ? { kind: 'required' } : null));
    maxLength(path.reason, 2000);
  });
  protected readonly allows = computed(() => {
    const { role } = this.draft();
    return role ? this.t(`admin.allows.${role}`) : null;
  });

  protected grant(): void {
    void submitForm(this.form, this.summary(), async () => {
      const { role, validFrom, validTo, reason } = this.draft();
      if (!role) return;
      const answer = await this.client.grant(this.account.id, {
        role,
        reason: reason.trim(),
        ...(validFrom ? { validFrom } : {}),
        ...(validTo ? { validTo } : {}),
      });
      this.reference.close(answer);
    });
  }
}
