import type { Injector } from '@angular/core';
import { MatDialog } from '@angular/material/dialog';
import type { SignInAgain } from '@wir/shared/console';
import { Texts } from '@wir/shared/console';
import { firstValueFrom } from 'rxjs';
import { IDENTITY_TEXTS } from '../i18n/identity-texts';
import { SignInAgainDialog } from './sign-in-again-dialog';

/** Factory for the token SIGN_IN_AGAIN; the dialog is loaded when it is needed first. */
export function openSignInAgain(injector: Injector): SignInAgain {
  return async () => {
    await injector.get(Texts).register('identity', IDENTITY_TEXTS);
    const dialog = injector.get(MatDialog);
    const reference = dialog.open<SignInAgainDialog, undefined, boolean>(SignInAgainDialog, {
      disableClose: true,
      autoFocus: 'first-heading',
      width: '28rem',
      maxWidth: '96vw',
      restoreFocus: true,
    });
    return (await firstValueFrom(reference.afterClosed())) ?? false;
  };
}
