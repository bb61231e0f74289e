import { inject } from '@angular/core';
import { CanActivateFn, RedirectCommand, Router } from '@angular/router';
import { Session } from './session';

/** Lets signed-in people in; others go to the sign-in page and come back to where they wanted to go. */
export const signedIn: CanActivateFn = async (_route, state) => {
  const session = inject(Session);
  const router = inject(Router);
  if (session.me() ?? (await session.load())) return true;
  return router.createUrlTree(['/anmelden'], { queryParams: state.url === '/' ? {} : { ziel: state.url } });
};

/** Shows the 403 page at the same address when none of the permissions is held. Use inside `signedIn`. */
export function requires(...permissions: readonly string[]): CanActivateFn {
  return () => {
    const session = inject(Session);
    if (permissions.some((permission) => session.can(permission))) return true;
    return new RedirectCommand(inject(Router).parseUrl('/kein-zugriff'), { skipLocationChange: true });
  };
}
