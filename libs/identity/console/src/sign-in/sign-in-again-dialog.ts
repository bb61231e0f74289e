import { ChangeDetectionStrategy, Component, effect, inject, resource } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatDialogActions, MatDialogContent, MatDialogRef, MatDialogTitle } from '@angular/material/dialog';
import { Session, injectTexts } from '@wir/shared/console';
import { SignInClient } from '../data/sign-in-client';
import { OtherWays } from './other-ways';
import { SignInForm } from './sign-in-form';

/** The session ended while somebody was working: signing in again happens over the page, which stays as it is. */
@Component({
  selector: 'app-sign-in-again-dialog',
  imports: [MatButton, MatDialogActions, MatDialogContent, MatDialogTitle, OtherWays, SignInForm],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <h2 mat-dialog-title tabindex="-1">{{ t('identity.again.title') }}</h2>
    <mat-dialog-content>
      <p>{{ t('identity.again.text') }}</p>
      <app-sign-in-form #signIn [knownEmail]="email" [methods]="methods.value()" (signedIn)="goOn()" />
      @if (methods.value()?.oidc; as services) {
        @if (services.length > 0 && !signIn.isSecondStep()) {
          <app-other-ways [services]="services" [inNewTab]="true" />
        }
      }
    </mat-dialog-content>
    <mat-dialog-actions align="end">
      <button matButton type="button" (click)="reference.close(false)">{{ t('identity.again.later') }}</button>
    </mat-dialog-actions>
  `,
})
export class SignInAgainDialog {
  private readonly session = inject(Session);
  private readonly client = inject(SignInClient);
  protected readonly t = injectTexts();
  protected readonly reference = inject<MatDialogRef<SignInAgainDialog, boolean>>(MatDialogRef);
  protected readonly methods = resource({ loader: () => this.client.methods() });
  private readonly before = this.session.me();
  protected readonly email = this.before?.email ?? '';

  constructor() {
    // Signed in again in another tab, or signed out there.
    effect(() => {
      const me = this.session.me();
      if (me === null) this.reference.close(false);
      else if (me.familyId !== this.before?.familyId) this.goOn();
    });
  }

  /** A passkey may belong to somebody else: the page of one person does not go on in the name of another. */
  protected goOn(): void {
    if (this.session.me()?.id === this.before?.id) this.reference.close(true);
    else location.assign('/');
  }
}
