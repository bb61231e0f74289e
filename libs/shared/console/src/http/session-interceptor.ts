import { HttpInterceptorFn, HttpXsrfTokenExtractor } from '@angular/common/http';
import { inject } from '@angular/core';
import { catchError, from, mergeMap, throwError } from 'rxjs';
import { ApiProblem } from '../errors/api-problem';
import { Session } from '../session/session';
import { withFreshToken } from './repeated-request';
import { REPEATED, SKIP_SESSION } from './session-context';

/**
 * A 401 refreshes the session once; if that fails, the person signs in again in place.
 * The request is then repeated, so that nothing typed is lost and the page stays as it was.
 */
export const sessionInterceptor: HttpInterceptorFn = (request, next) => {
  const session = inject(Session);
  const xsrf = inject(HttpXsrfTokenExtractor);
  return next(request).pipe(
    catchError((error: unknown) => {
      const signedOut = error instanceof ApiProblem && error.status === 401;
      if (!signedOut || request.context.get(SKIP_SESSION) || request.context.get(REPEATED))
        return throwError(() => error);
      return from(session.restore()).pipe(
        mergeMap((restored) =>
          restored ? next(withFreshToken(request, REPEATED, xsrf.getToken())) : throwError(() => error),
        ),
      );
    }),
  );
};
