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
  | 'console.reload-needed'
  | 'console.passkey-cancelled'
  | 'console.passkey-known'
  | 'console.passkey-failed'
  | 'console.code-malformed'
  | 'console.recovery-code-missing'
  | 'console.password-unchanged';

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
  | 'auth.locked'
  | 'auth.second-factor-required'
  | 'auth.second-factor-wrong'
  | 'auth.second-factor-missing'
  | 'auth.step-up-required'
  | 'auth.link-invalid'
  | 'auth.password-too-short'
  | 'auth.password-too-long'
  | 'auth.password-too-common'
  | 'auth.password-wrong'
  | 'auth.throttled'
  | 'auth.forbidden'
  | 'auth.cross-site';

/** Refusals of the API that belong to no domain. */
export type PlatformCode =
  | 'platform.version-stale'
  | 'platform.if-match-missing'
  | 'platform.busy'
  | 'platform.timeout'
  | 'platform.database-unavailable'
  | 'platform.not-ready'
  | 'platform.storage-full'
  | 'platform.conflict'
  | 'platform.route-not-found'
  | 'platform.method-not-allowed'
  | 'platform.unexpected'
  | 'idempotency.key-missing'
  | 'idempotency.key-invalid'
  | 'idempotency.key-reused'
  | 'idempotency.in-progress';

/** The shape of what was sent; most appear in `errors` of `input.invalid`. */
export type InputCode =
  | 'input.invalid'
  | 'input.required'
  | 'input.too-long'
  | 'input.too-short'
  | 'input.too-many'
  | 'input.too-few'
  | 'input.too-small'
  | 'input.too-big'
  | 'input.too-many-decimals'
  | 'input.too-large'
  | 'input.file-too-large'
  | 'input.file-missing'
  | 'input.media-type'
  | 'input.not-text'
  | 'input.not-a-day'
  | 'input.not-a-moment'
  | 'input.not-an-email'
  | 'input.not-an-option'
  | 'input.not-a-whole-number'
  | 'input.not-a-number'
  | 'input.not-a-boolean'
  | 'input.not-a-uuid'
  | 'input.not-a-list'
  | 'input.not-an-object'
  | 'input.unsafe-number'
  | 'input.forbidden-character'
  | 'input.unknown-field'
  | 'input.unknown-parameter'
  | 'input.unknown-sort'
  | 'input.repeated-parameter'
  | 'input.malformed-request';

/** Files, deadlines and dated parameters, which several domains use. */
export type DocumentCode =
  | 'document.empty'
  | 'document.too-large'
  | 'document.type-not-allowed'
  | 'document.type-mismatch'
  | 'document.encrypted'
  | 'document.active-content'
  | 'document.two-formats'
  | 'document.archive-unsafe'
  | 'document.image-too-large'
  | 'document.too-complex'
  | 'document.unreadable'
  | 'document.malware'
  | 'document.scanner-unavailable'
  | 'document.inspection-unavailable'
  | 'document.inspection-busy'
  | 'document.not-found'
  | 'document.corrupted'
  | 'document.storage-full'
  | 'document.court-unknown'
  | 'document.plan-exceeded'
  | 'document.reasons-missing'
  | 'document.years-missing'
  | 'deadline.retrieved-before-provision'
  | 'fiscal-year.invalid'
  | 'parameter.not-in-force';

export type SharedCode = ConsoleCode | FieldCode | AuthCode | PlatformCode | InputCode | DocumentCode;
