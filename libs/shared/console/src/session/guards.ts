import { inject } from '@angular/core';
import { CanActivateFn, RedirectCommand, Router, UrlTree } from '@angular/router';
import { asApiProblem } from '../errors/api-problem';
import { Session } from './session';

/** Lets signed-in people in; others go to the sign-in page and come back to where they wanted to go. */
export const signedIn: CanActivateFn = async (_route, state) => {
  const session = inject(Session);
  const router = inject(Router);
  try {
    if (session.me() ?? (await session.load())) return whereAllowed(session, router, state.url);
  } catch (error) {
    // Signed in, but with the last role taken away not even the own name may be asked for.
    if (asApiProblem(error).status === 403) return forbidden(router);
    throw error;
  }
  return router.createUrlTree(['/anmelden'], { queryParams: state.url === '/' ? {} : { ziel: state.url } });
};

/** While a second factor is demanded and missing, there is one page only: the one where it is set up. */
function whereAllowed(session: Session, router: Router, url: string): true | UrlTree {
  const isEnrolling = url.split(/[?#]/)[0] === '/konto/sicherheit';
  return !session.mustEnrol() || isEnrolling ? true : router.createUrlTree(['/konto/sicherheit']);
}

/** Shows the 403 page at the same address when none of the permissions is held. Use inside `signedIn`. */
export function requires(...permissions: readonly string[]): CanActivateFn {
  return () => {
    const session = inject(Session);
    if (permissions.some((permission) => session.can(permission))) return true;
    return forbidden(inject(Router));
  };
}

function forbidden(router: Router): RedirectCommand {
  return new RedirectCommand(router.parseUrl('/kein-zugriff'), { skipLocationChange: true });
}
