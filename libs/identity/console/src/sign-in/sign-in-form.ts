import { ChangeDetectionStrategy, Component, inject, input, output, signal, viewChild } from '@angular/core';
import { FormField, form, required, validate } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import { ApiProblem, Credentials, Session, injectTexts } from '@wir/shared/console';
import { Control, ErrorSummary, Field, Icon, submitForm } from '@wir/shared/ui';

const SECOND_FACTOR_CODES: readonly string[] = ['auth.totp-required', 'auth.totp-invalid'];

/** E-mail, password and, when the account asks for it, the code of the second factor. Used by the page and by the dialog. */
@Component({
  selector: 'app-sign-in-form',
  imports: [Control, ErrorSummary, Field, FormField, Icon, MatButton],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './sign-in-form.html',
  styleUrl: './sign-in-form.scss',
})
export class SignInForm {
  private readonly session = inject(Session);
  private readonly summary = viewChild.required(ErrorSummary);
  protected readonly t = injectTexts();

  /** Fixed when somebody signs in again in place. */
  readonly knownEmail = input<string>();
  readonly signedIn = output<void>();

  protected readonly asksCode = signal(false);
  protected readonly showsPassword = signal(false);
  protected readonly credentials = signal({ email: '', password: '', totp: '' });
  protected readonly form = form(this.credentials, (path) => {
    validate(path.email, ({ value }) => (this.knownEmail() || value().trim() !== '' ? null : { kind: 'required' }));
    required(path.password);
    validate(path.totp, ({ value }) =>
      this.asksCode() && !/^\d{6}$/.test(value().replace(/\s/g, '')) ? { kind: 'auth.totp-required' } : null,
    );
  });

  /** Fills and sends the form, for the demo accounts. */
  use(email: string, password: string): void {
    this.credentials.set({ email, password, totp: '' });
    this.send();
  }

  protected send(): void {
    void submitForm(this.form, this.summary(), () => this.signIn());
  }

  private async signIn(): Promise<void> {
    const { email, password, totp } = this.credentials();
    const credentials: Credentials = {
      email: this.knownEmail() ?? email.trim(),
      password,
      ...(this.asksCode() ? { totp: totp.replace(/\s/g, '') } : {}),
    };
    try {
      await this.session.signIn(credentials);
    } catch (error) {
      if (error instanceof ApiProblem && SECOND_FACTOR_CODES.includes(error.code)) this.asksCode.set(true);
      throw error;
    }
    this.signedIn.emit();
  }
}
