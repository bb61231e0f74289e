import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatDialogActions, MatDialogContent, MatDialogRef, MatDialogTitle } from '@angular/material/dialog';
import { Session, injectTexts } from '@wir/shared/console';
import { SignInForm } from './sign-in-form';

/** The session ended while somebody was working: signing in again happens over the page, which stays as it is. */
@Component({
  selector: 'app-sign-in-again-dialog',
  imports: [MatButton, MatDialogActions, MatDialogContent, MatDialogTitle, SignInForm],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <h2 mat-dialog-title tabindex="-1">{{ t('identity.again.title') }}</h2>
    <mat-dialog-content>
      <p>{{ t('identity.again.text') }}</p>
      <app-sign-in-form [knownEmail]="email" (signedIn)="reference.close(true)" />
    </mat-dialog-content>
    <mat-dialog-actions align="end">
      <button matButton type="button" (click)="reference.close(false)">{{ t('identity.again.later') }}</button>
    </mat-dialog-actions>
  `,
})
export class SignInAgainDialog {
  protected readonly t = injectTexts();
  protected readonly reference = inject<MatDialogRef<SignInAgainDialog, boolean>>(MatDialogRef);
  protected readonly email = inject(Session).me()?.email ?? '';
}
