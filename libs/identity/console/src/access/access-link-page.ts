import { Location } from '@angular/common';
import { ChangeDetectionStrategy, Component, computed, inject, resource, signal, viewChild } from '@angular/core';
import { form, validate } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import { ActivatedRoute, Router, RouterLink } from '@angular/router';
import { PASSWORD_LENGTH } from '@wir/identity/domain';
import { ApiProblem, asApiProblem, injectTexts } from '@wir/shared/console';
import { ErrorSummary, NoticeBox, PageHeader, ProblemPanel, Skeleton, submitForm } from '@wir/shared/ui';
import { SignInClient } from '../data/sign-in-client';
import { PasswordBox } from '../password/password-box';
import { PasswordChecklist } from '../password/password-checklist';
import { atPasswordField } from '../password/at-password-field';
import { newPasswordFault, type PasswordFor } from '../password/password-rules';

/**
 * Opened from a mail, for the first password and for a forgotten one. The token stands behind `#`, so no server and no log
 * ever sees it, and it is taken out of the address at once.
 */
@Component({
  selector: 'app-access-link-page',
  imports: [
    ErrorSummary,
    MatButton,
    NoticeBox,
    PageHeader,
    PasswordBox,
    PasswordChecklist,
    ProblemPanel,
    RouterLink,
    Skeleton,
  ],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './access-link-page.html',
  styleUrl: './access-link-page.scss',
})
export class AccessLinkPage {
  private readonly client = inject(SignInClient);
  private readonly router = inject(Router);
  private readonly summary = viewChild(ErrorSummary);
  protected readonly t = injectTexts();

  private readonly token = inject(ActivatedRoute).snapshot.fragment ?? '';
  protected readonly link = resource({ loader: () => this.open() });
  protected readonly problem = computed<ApiProblem | null>(() => {
    const error = this.link.error();
    return error ? asApiProblem(error.cause instanceof ApiProblem ? error.cause : error) : null;
  });
  protected readonly isInvalid = computed(() => this.problem()?.status === 404);
  protected readonly isFirst = computed(() => this.link.hasValue() && this.link.value()?.purpose === 'FIRST_PASSWORD');

  protected readonly typed = signal({ password: '' });
  protected readonly form = form(this.typed, (path) => {
    validate(path.password, ({ value }) => newPasswordFault(value(), this.surroundings()));
  });
  protected readonly surroundings = computed<PasswordFor>(() => {
    const link = this.link.hasValue() ? this.link.value() : undefined;
    return {
      minLength: link?.passwordMinLength ?? PASSWORD_LENGTH.alone,
      personal: [link?.name ?? '', link?.email ?? '', link?.organisation ?? ''],
    };
  });

  constructor() {
    inject(Location).replaceState('/zugang');
  }

  protected save(email: string): void {
    const summary = this.summary();
    if (!summary) return;
    void submitForm(this.form, summary, async () => {
      try {
        await this.client.setPassword(this.token, this.typed().password);
      } catch (error) {
        throw atPasswordField(error, 'password');
      }
      await this.router.navigate(['/anmelden'], { state: { passwordSetFor: email } });
    });
  }

  private async open(): ReturnType<SignInClient['openLink']> {
    if (this.token === '') throw new ApiProblem(404, 'auth.link-invalid', '', '');
    return this.client.openLink(this.token);
  }
}
