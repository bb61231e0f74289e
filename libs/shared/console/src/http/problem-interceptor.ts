import { HttpErrorResponse, HttpInterceptorFn, HttpResponse } from '@angular/common/http';
import { inject } from '@angular/core';
import { catchError, from, mergeMap, tap, throwError } from 'rxjs';
import { toApiProblem } from '../errors/api-problem';
import { Connectivity } from './connectivity';
import { ServerContact } from './server-contact';

/** Every failure leaves the HTTP layer as an ApiProblem; a working answer proves the line is up. */
export const problemInterceptor: HttpInterceptorFn = (request, next) => {
  const connectivity = inject(Connectivity);
  const contact = inject(ServerContact);
  return next(request).pipe(
    tap((event) => {
      connectivity.reached();
      if (event instanceof HttpResponse) contact.answered(event.status, event.headers.get('Date'));
    }),
    catchError((error: unknown) => {
      if (!(error instanceof HttpErrorResponse)) return throwError(() => error);
      if (error.status === 0) connectivity.lost();
      else {
        connectivity.reached();
        contact.answered(error.status, error.headers.get('Date'));
      }
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
