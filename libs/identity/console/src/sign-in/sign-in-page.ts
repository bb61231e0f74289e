import { ChangeDetectionStrategy, Component, inject, input, resource, viewChild } from '@angular/core';
import { Router } from '@angular/router';
import type { DemoAccountDto } from '@wir/shared/contract';
import { injectTexts } from '@wir/shared/console';
import { DemoClient } from '../data/demo-client';
import { DemoAccounts } from './demo-accounts';
import { SignInForm } from './sign-in-form';

/** One password for all accounts of the demo (documented in the API contract); they do not exist in production. */
const DEMO_PASSWORD = 'Demo-Zugang-2026!';

@Component({
  selector: 'app-sign-in-page',
  imports: [DemoAccounts, SignInForm],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './sign-in-page.html',
  styleUrl: './sign-in-page.scss',
})
export class SignInPage {
  private readonly router = inject(Router);
  private readonly client = inject(DemoClient);
  private readonly form = viewChild.required(SignInForm);
  protected readonly t = injectTexts();

  /** Where the person wanted to go (query `ziel`). */
  readonly ziel = input<string>();

  protected readonly accounts = resource({ loader: () => this.client.accounts(), defaultValue: [] });

  protected enter(): void {
    const target = this.ziel();
    // Only an address of this portal: a foreign one in the link must not be followed.
    const isOwn = target !== undefined && /^\/(?![/\\])/.test(target);
    void this.router.navigateByUrl(isOwn ? target : '/');
  }

  protected use(account: DemoAccountDto): void {
    this.form().use(account.email, DEMO_PASSWORD);
  }
}
