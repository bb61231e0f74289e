import { HttpErrorResponse, HttpInterceptorFn } from '@angular/common/http';
import { inject } from '@angular/core';
import { catchError, from, mergeMap, tap, throwError } from 'rxjs';
import { toApiProblem } from '../errors/api-problem';
import { Connectivity } from './connectivity';

/** Every failure leaves the HTTP layer as an ApiProblem; a working answer proves the line is up. */
export const problemInterceptor: HttpInterceptorFn = (request, next) => {
  const connectivity = inject(Connectivity);
  return next(request).pipe(
    tap(() => connectivity.reached()),
    catchError((error: unknown) => {
      if (!(error instanceof HttpErrorResponse)) return throwError(() => error);
      if (error.status === 0) connectivity.lost();
      else connectivity.reached();
      return from(readBody(error.error)).pipe(
        mergeMap((body) => throwError(() => toApiProblem(error.status, body, error.headers.get('X-Request-Id') ?? ''))),
      );
    }),
  );
};

/** A failed download carries its problem document as a Blob. */
async function readBody(body: unknown): Promise<unknown> {
  const text = body instanceof Blob ? await body.text() : body;
  if (typeof text !== 'string') return text;
  try {
    const parsed: unknown = JSON.parse(text);
    return parsed;
  } catch {
    return undefined;
  }
}
