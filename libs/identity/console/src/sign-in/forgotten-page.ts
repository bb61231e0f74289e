import { ChangeDetectionStrategy, Component, inject, signal, viewChild } from '@angular/core';
import { FormField, email, form, required } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { injectTexts } from '@wir/shared/console';
import { Control, ErrorSummary, Field, NoticeBox, PageHeader, submitForm } from '@wir/shared/ui';
import { SignInClient } from '../data/sign-in-client';

/** Asks for a mail with a link; the answer is the same whether the address has an account or not. */
@Component({
  selector: 'app-forgotten-page',
  imports: [Control, ErrorSummary, Field, FormField, MatButton, NoticeBox, PageHeader, RouterLink],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <app-page-header [heading]="t('identity.forgotten.title')" [lead]="t('identity.forgotten.lead')" />
    @if (sentTo(); as address) {
      <app-notice-box class="reading" tone="success" role="status">
        <p>{{ t('identity.forgotten.sent', { address }) }}</p>
        <p class="last">{{ t('identity.forgotten.nothing') }}</p>
      </app-notice-box>
      <p class="back">
        <a matButton="outlined" routerLink="/anmelden">{{ t('identity.forgotten.back') }}</a>
      </p>
    } @else {
      <form class="panel stack" novalidate (submit)="$event.preventDefault(); send()">
        <app-error-summary [form]="form" />
        <app-field [field]="form.email" [label]="t('identity.signIn.email')">
          <input
            appControl
            type="email"
            autocomplete="username"
            autocapitalize="none"
            spellcheck="false"
            [formField]="form.email"
          />
        </app-field>
        <div class="button-row">
          <button matButton="filled" type="submit" [attr.aria-disabled]="form().submitting()">
            {{ t('identity.forgotten.send') }}
          </button>
          <a matButton routerLink="/anmelden">{{ t('identity.forgotten.back') }}</a>
        </div>
      </form>
    }
  `,
  styles: `
    :host {
      display: block;
      padding-top: 1rem;
    }
    .panel {
      max-width: 34rem;
    }
    .last {
      margin: 0;
    }
    .back {
      margin-top: 1.25rem;
    }
  `,
})
export class ForgottenPage {
  private readonly client = inject(SignInClient);
  private readonly summary = viewChild.required(ErrorSummary);
  protected readonly t = injectTexts();
  protected readonly sentTo = signal<string | null>(null);
  private readonly typed = signal({ email: '' });
  protected readonly form = form(this.typed, (path) => {
    required(path.email);
    email(path.email);
  });

  protected send(): void {
    const address = this.typed().email.trim();
    void submitForm(this.form, this.summary(), async () => {
      await this.client.requestReset(address);
      this.sentTo.set(address);
    });
  }
}
