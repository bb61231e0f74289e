import { ChangeDetectionStrategy, Component, computed, inject, input, output, signal, viewChild } from '@angular/core';
import { form, required, validate } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import { minimumPasswordLength } from '@wir/identity/domain';
import { Session, injectTexts } from '@wir/shared/console';
import { ErrorSummary, submitForm } from '@wir/shared/ui';
import { OwnAccountClient } from '../../data/own-account-client';
import { PasswordBox } from '../../password/password-box';
import { PasswordChecklist } from '../../password/password-checklist';
import { atPasswordField } from '../../password/at-password-field';
import { newPasswordFault, type PasswordFor } from '../../password/password-rules';
import { atPresentPassword } from './present-password';

/** Changing the own password; it ends all other sessions. */
@Component({
  selector: 'app-password-panel',
  imports: [ErrorSummary, MatButton, PasswordBox, PasswordChecklist],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <section class="panel" aria-labelledby="password-heading">
      <h2 id="password-heading">{{ t('identity.password.change') }}</h2>
      <p class="reading muted">{{ t('identity.password.changeLead') }}</p>
      <form class="stack" novalidate (submit)="$event.preventDefault(); save()">
        <app-error-summary [form]="form" />
        <input
          class="visually-hidden"
          type="email"
          autocomplete="username"
          tabindex="-1"
          aria-hidden="true"
          readonly
          [value]="session.me()?.email ?? ''"
        />
        <app-password-box
          [field]="form.currentPassword"
          [label]="t('identity.password.present')"
          autocomplete="current-password"
        />
        <app-password-box
          [field]="form.newPassword"
          [label]="t('identity.password.new')"
          [hint]="t('identity.password.newHint')"
          autocomplete="new-password"
        />
        <app-password-checklist [password]="typed().newPassword" [surroundings]="surroundings()" />
        <div class="button-row">
          <button matButton="outlined" type="submit" [attr.aria-disabled]="form().submitting()">
            {{ t('identity.password.save') }}
          </button>
        </div>
      </form>
    </section>
  `,
  styles: `
    form {
      max-width: 34rem;
    }
  `,
})
export class PasswordPanel {
  private readonly client = inject(OwnAccountClient);
  private readonly summary = viewChild.required(ErrorSummary);
  protected readonly session = inject(Session);
  protected readonly t = injectTexts();
  readonly hasFactor = input.required<boolean>();
  readonly changed = output<void>();

  protected readonly surroundings = computed<PasswordFor>(() => {
    const me = this.session.me();
    return {
      minLength: minimumPasswordLength(this.hasFactor()),
      personal: [me?.name ?? '', me?.email ?? '', me?.applicantName ?? ''],
    };
  });
  protected readonly typed = signal({ currentPassword: '', newPassword: '' });
  protected readonly form = form(this.typed, (path) => {
    required(path.currentPassword);
    validate(path.newPassword, ({ value, valueOf }) =>
      value() !== '' && value() === valueOf(path.currentPassword)
        ? { kind: 'console.password-unchanged' }
        : newPasswordFault(value(), this.surroundings()),
    );
  });

  protected save(): void {
    const { currentPassword, newPassword } = this.typed();
    void submitForm(this.form, this.summary(), async () => {
      try {
        await this.client.changePassword(currentPassword, newPassword);
      } catch (error) {
        throw atPasswordField(atPresentPassword(error), 'newPassword');
      }
      this.typed.set({ currentPassword: '', newPassword: '' });
      this.form().reset();
      this.changed.emit();
    });
  }
}
