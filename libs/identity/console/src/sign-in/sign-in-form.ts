import {
  ChangeDetectionStrategy,
  Component,
  ElementRef,
  computed,
  inject,
  input,
  output,
  signal,
  viewChild,
} from '@angular/core';
import { FormField, form, validate } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { ApiProblem, Credentials, Session, injectTexts } from '@wir/shared/console';
import type { SignInMethodsDto } from '@wir/shared/contract';
import { Control, ErrorSummary, Field, Icon, submitForm } from '@wir/shared/ui';
import { CodeField, type CodeKind } from '../codes/code-field';
import { atCodeField, codeFault, codeProof } from '../codes/code-rule';

import { SignInClient } from '../data/sign-in-client';
import { PasskeyCeremony } from '../passkeys/passkey-ceremony';
import { PasswordBox } from '../password/password-box';

/**
 * E-mail and password, then, where the account has one, the second factor in the same place; or a passkey at once.
 * Used by the page and by the dialog.
 */
@Component({
  selector: 'app-sign-in-form',
  imports: [CodeField, Control, ErrorSummary, Field, FormField, Icon, MatButton, PasswordBox, RouterLink],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './sign-in-form.html',
  styleUrl: './sign-in-form.scss',
})
export class SignInForm {
  private readonly session = inject(Session);
  private readonly client = inject(SignInClient);
  private readonly ceremony = inject(PasskeyCeremony);
  private readonly summary = viewChild.required(ErrorSummary);
  private readonly secondStep = viewChild<ElementRef<HTMLElement>>('secondStep');
  protected readonly t = injectTexts();

  /** Fixed when somebody signs in again in place. */
  readonly knownEmail = input<string>();
  readonly methods = input<SignInMethodsDto>();
  readonly signedIn = output<void>();

  protected readonly step = signal<'password' | 'code'>('password');
  readonly isSecondStep = computed(() => this.step() === 'code');
  protected readonly codeKind = signal<CodeKind>('totp');
  private readonly factors = signal<readonly string[]>([]);
  protected readonly email = computed(() => this.knownEmail() ?? this.typed().email.trim());
  protected readonly typed = signal({ email: '', password: '', code: '' });
  protected readonly form = form(this.typed, (path) => {
    validate(path.email, ({ value }) => (this.knownEmail() || value().trim() !== '' ? null : { kind: 'required' }));
    validate(path.password, ({ value }) => (value() === '' ? { kind: 'required' } : null));
    validate(path.code, ({ value }) => (this.step() === 'code' ? codeFault(this.codeKind(), value()) : null));
  });

  protected readonly byPasskey = computed(() => {
    const isOffered = this.step() === 'code' ? this.has('PASSKEY') : this.methods()?.passkey === true;
    return isOffered && this.ceremony.isPossible();
  });
  /** A passkey alone leaves no box to type a code into, unless a recovery code is taken. */
  protected readonly byCode = computed(() => this.codeKind() === 'recovery' || this.has('TOTP'));

  /** Fills and sends the form, for the demo accounts. */
  use(email: string, password: string): void {
    this.startOver();
    this.typed.set({ email, password, code: '' });
    this.send();
  }

  /** After a password was set: only the password is left to type. */
  fill(email: string): void {
    this.typed.update((typed) => ({ ...typed, email }));
  }

  protected has(method: string): boolean {
    return this.factors().includes(method);
  }

  protected send(): void {
    void submitForm(this.form, this.summary(), () => this.signIn());
  }

  protected sendPasskey(): void {
    void this.withPasskey();
  }

  protected takeCode(kind: CodeKind): void {
    this.summary().hide();
    this.codeKind.set(kind);
    this.askCode();
  }

  /** Back to the first step; the e-mail address stays. */
  protected startOver(): void {
    this.summary().hide();
    this.step.set('password');
    this.typed.update(({ email }) => ({ email, password: '', code: '' }));
    this.form().reset();
  }

  private async signIn(): Promise<void> {
    const { password, code } = this.typed();
    const credentials: Credentials = {
      email: this.email(),
      password,
      ...(this.step() === 'code' ? codeProof(this.codeKind(), code) : {}),
    };
    try {
      await this.session.signIn(credentials);
    } catch (error) {
      if (error instanceof ApiProblem && error.code === 'auth.second-factor-required') return this.askFactor(error);
      throw atCodeField(error);
    }
    this.signedIn.emit();
  }

  private askFactor({ members }: ApiProblem): void {
    const methods: unknown = members['methods'];
    this.factors.set(Array.isArray(methods) ? methods.map(String) : ['TOTP']);
    this.codeKind.set('totp');
    this.step.set('code');
    this.askCode();
  }

  private askCode(): void {
    this.typed.update((typed) => ({ ...typed, code: '' }));
    this.form.code().reset();
    // Box and heading are drawn after this turn; without a box the heading leads to what is offered instead.
    setTimeout(() => {
      if (this.byCode()) this.form.code().focusBoundControl();
      else this.secondStep()?.nativeElement.focus();
    });
  }

  private async withPasskey(): Promise<void> {
    this.summary().hide();
    try {
      const request = await this.client.passkeyOptions();
      await this.client.signInWithPasskey(request.challengeId, await this.ceremony.prove(request));
      await this.session.enter();
      this.signedIn.emit();
    } catch (error) {
      this.summary().show(error instanceof ApiProblem ? error : null);
    }
  }
}
