/**
 * Codes that belong to no domain. Refusals of a domain have their code and German sentence in its `domain` lib;
 * `apps/console/src/app/errors` joins them with the English ones. The compiler demands a text for each code, here and there.
 */

/** Faults the console finds itself. */
export type ConsoleCode =
  | 'console.network'
  | 'console.unreadable-answer'
  | 'console.unexpected'
  | 'console.forbidden'
  | 'console.not-found'
  | 'console.too-large'
  | 'console.busy'
  | 'console.reload-needed';

/** Input of one field, from Signal Forms and from the kernel's parsers. */
export type FieldCode =
  | 'field.required'
  | 'field.email'
  | 'field.min'
  | 'field.max'
  | 'field.min-length'
  | 'field.max-length'
  | 'field.pattern'
  | 'field.invalid'
  | 'date.invalid'
  | 'date.too-early'
  | 'date.too-late'
  | 'euro.empty'
  | 'euro.ambiguous'
  | 'euro.invalid'
  | 'euro.negative'
  | 'euro.too-many-decimals'
  | 'euro.too-large';

export type AuthCode =
  | 'auth.not-signed-in'
  | 'auth.invalid-credentials'
  | 'auth.totp-required'
  | 'auth.totp-invalid'
  | 'auth.locked'
  | 'auth.throttled'
  | 'auth.forbidden';

export type RequestCode =
  | 'request.invalid'
  | 'request.not-found'
  | 'request.version-stale'
  | 'request.version-missing'
  | 'request.idempotency-key-missing'
  | 'request.idempotency-key-reused'
  | 'request.too-large'
  | 'request.internal';

export type SharedCode = ConsoleCode | FieldCode | AuthCode | RequestCode;
