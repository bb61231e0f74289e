import type { HttpContextToken, HttpRequest } from '@angular/common/http';

/**
 * The same request once more, marked so that it is repeated once and not for ever. The token against forged requests
 * belongs to the session: the one the request was made with may have gone with it.
 */
export function withFreshToken(
  request: HttpRequest<unknown>,
  mark: HttpContextToken<boolean>,
  xsrfToken: string | null,
): HttpRequest<unknown> {
  const carriesToken = xsrfToken !== null && request.method !== 'GET';
  return request.clone({
    context: request.context.set(mark, true),
    ...(carriesToken ? { setHeaders: { 'X-XSRF-TOKEN': xsrfToken } } : {}),
  });
}
