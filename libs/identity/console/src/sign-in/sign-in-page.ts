import {
  ChangeDetectionStrategy,
  Component,
  afterNextRender,
  computed,
  inject,
  input,
  resource,
  viewChild,
} from '@angular/core';
import { Router } from '@angular/router';
import type { DemoAccountDto } from '@wir/shared/contract';
import { Texts, errorText, injectTexts } from '@wir/shared/console';
import { NoticeBox } from '@wir/shared/ui';
import { DemoClient } from '../data/demo-client';
import { SignInClient } from '../data/sign-in-client';
import { DemoAccounts } from './demo-accounts';
import { OtherWays } from './other-ways';
import { SignInForm } from './sign-in-form';

/** One password for all accounts of the demo (documented in the API contract); they do not exist in production. */
const DEMO_PASSWORD = 'Demo-Zugang-2026!';

@Component({
  selector: 'app-sign-in-page',
  imports: [DemoAccounts, NoticeBox, OtherWays, SignInForm],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './sign-in-page.html',
  styleUrl: './sign-in-page.scss',
})
export class SignInPage {
  private readonly router = inject(Router);
  private readonly texts = inject(Texts);
  private readonly demo = inject(DemoClient);
  private readonly client = inject(SignInClient);
  private readonly form = viewChild.required(SignInForm);
  protected readonly t = injectTexts();

  /** Where the person wanted to go (query `ziel`). */
  readonly ziel = input<string>();
  /** Why another service's sign-in has led back here (query `grund`): the code of a refusal. */
  readonly grund = input<string>();

  protected readonly accounts = resource({ loader: () => this.demo.accounts(), defaultValue: [] });
  protected readonly methods = resource({ loader: () => this.client.methods() });
  protected readonly refusal = computed(() => {
    const code = this.grund();
    return code ? errorText(code, this.texts.language()) : null;
  });
  /** Handed over by the page where a password was set. */
  protected readonly emailOfNewPassword = emailIn(this.router.currentNavigation()?.extras.state);

  constructor() {
    const email = this.emailOfNewPassword;
    if (email !== null) afterNextRender(() => this.form().fill(email));
  }

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

function emailIn(state: Record<string, unknown> | undefined): string | null {
  const email = state?.['passwordSetFor'];
  return typeof email === 'string' ? email : null;
}
