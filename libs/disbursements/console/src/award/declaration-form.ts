import { ChangeDetectionStrategy, Component, computed, inject, signal, viewChild } from '@angular/core';
import { FormField, form, maxLength, validate } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import { Router, RouterLink } from '@angular/router';
import { formatIban, isIban } from '@wir/disbursements/domain';
import { Texts, errorText, injectTexts } from '@wir/shared/console';
import { CheckField, Confirm, Control, ErrorSummary, Field, NoticeBox, submitForm } from '@wir/shared/ui';
import { IbanField } from '../parts/iban-field';
import { AwardStore } from './award-store';

/** Erklärung zum Zuwendungsbescheid: the signatory accepts the notice and names the account. */
@Component({
  selector: 'app-declaration-form',
  imports: [CheckField, Control, ErrorSummary, Field, FormField, IbanField, MatButton, NoticeBox, RouterLink],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './declaration-form.html',
  styleUrl: './form-page.scss',
})
export class DeclarationForm {
  private readonly confirm = inject(Confirm);
  private readonly router = inject(Router);
  private readonly texts = inject(Texts);
  protected readonly store = inject(AwardStore);
  protected readonly t = injectTexts();
  private readonly summary = viewChild.required(ErrorSummary);

  protected readonly isChange = computed(() => this.store.award.value()?.declarationReceivedOn != null);
  protected readonly form = form(
    signal({ iban: '', accountHolder: this.store.award.value()?.applicantName.slice(0, 70) ?? '', accepted: false }),
    (path) => {
      validate(path.iban, ({ value }) => (isIban(value()) ? null : { kind: 'bank-account.iban-invalid' }));
      validate(path.accountHolder, ({ value }) =>
        value().trim() === '' ? { kind: 'bank-account.holder-missing' } : null,
      );
      maxLength(path.accountHolder, 70);
      validate(path.accepted, ({ value }) => (value() || this.isChange() ? null : { kind: 'required' }));
    },
  );
  /** Before the notice is notified there is nothing to declare. */
  protected readonly reason = computed(() => {
    const code = this.store.may('declare') ? null : this.store.reasonAgainst('declare');
    return code ? errorText(code, this.texts.language()) : null;
  });

  protected save(): void {
    void submitForm(this.form, this.summary(), () => this.declare());
  }

  private async declare(): Promise<void> {
    const { iban, accountHolder } = this.form().value();
    const holder = accountHolder.trim();
    const answer = await this.confirm.ask({
      title: this.isChange() ? 'disbursements.declaration.confirmChange' : 'disbursements.declaration.confirmTitle',
      text: 'disbursements.declaration.confirmText',
      confirm: this.isChange() ? 'disbursements.declaration.sendChange' : 'disbursements.declaration.send',
      params: { iban: formatIban(iban), holder },
    });
    if (!answer) return;
    await this.store.declare({ iban, accountHolder: holder });
    await this.router.navigate(['/zuwendungen', this.store.id()]);
  }
}
