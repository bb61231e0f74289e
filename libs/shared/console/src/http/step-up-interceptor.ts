import { HttpInterceptorFn, HttpXsrfTokenExtractor } from '@angular/common/http';
import { Injectable, inject } from '@angular/core';
import { Router } from '@angular/router';
import { catchError, from, mergeMap, throwError } from 'rxjs';
import { ApiProblem } from '../errors/api-problem';
import { Session } from '../session/session';
import { STEP_UP } from '../session/step-up';
import { withFreshToken } from './repeated-request';
import { CONFIRMED, SKIP_SESSION } from './session-context';

/** One dialog for all calls that are refused while it is open. */
@Injectable({ providedIn: 'root' })
class OpenStepUp {
  private readonly stepUp = inject(STEP_UP, { optional: true });
  private open: Promise<boolean> | null = null;

  ask(): Promise<boolean> {
    this.open ??= (this.stepUp?.() ?? Promise.resolve(false)).finally(() => (this.open = null));
    return this.open;
  }
}

/**
 * Grave deeds need a second factor that is fresh. The refused call waits for it and is then sent as it was, with the same
 * Idempotency-Key; who cancels gets the refusal, and the form keeps what was typed.
 */
export const stepUpInterceptor: HttpInterceptorFn = (request, next) => {
  const stepUp = inject(OpenStepUp);
  const session = inject(Session);
  const router = inject(Router, { optional: true });
  const xsrf = inject(HttpXsrfTokenExtractor);
  return next(request).pipe(
    catchError((error: unknown) => {
      const code = error instanceof ApiProblem && error.status === 403 ? error.code : '';
      if (code === 'auth.second-factor-missing') void enrol(session, router);
      const canConfirm = !request.context.get(CONFIRMED) && !request.context.get(SKIP_SESSION);
      if (code !== 'auth.step-up-required' || !canConfirm) return throwError(() => error);
      return from(stepUp.ask()).pipe(
        mergeMap((confirmed) =>
          confirmed ? next(withFreshToken(request, CONFIRMED, xsrf.getToken())) : throwError(() => error),
        ),
      );
    }),
  );
};

/** The demand has come into force while the person was working: the guard leads to the one page that is left. */
async function enrol(session: Session, router: Router | null): Promise<void> {
  await session.load().catch(() => null);
  if (session.mustEnrol()) await router?.navigateByUrl('/konto/sicherheit');
}
