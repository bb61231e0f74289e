import type { Injector } from '@angular/core';
import type { SignInAgain } from '@wir/shared/console';
import { openOverPage } from '../session/open-over-page';
import { SignInAgainDialog } from './sign-in-again-dialog';

/** Factory for the token SIGN_IN_AGAIN; the dialog is loaded when it is needed first. */
export function openSignInAgain(injector: Injector): SignInAgain {
  return async () =>
    (await openOverPage<SignInAgainDialog, boolean>(injector, SignInAgainDialog, { disableClose: true })) ?? false;
}
