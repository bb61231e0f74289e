/** Why a request is refused; each kind has one HTTP status. */
export type ErrorKind =
  'invalid' | 'forbidden' | 'not-found' | 'conflict' | 'precondition' | 'unprocessable' | 'locked' | 'unavailable';

const HTTP_STATUS: Readonly<Record<ErrorKind, number>> = {
  invalid: 400,
  forbidden: 403,
  'not-found': 404,
  conflict: 409,
  precondition: 412,
  unprocessable: 422,
  locked: 423,
  unavailable: 503,
};

export type ErrorDetails = Readonly<Record<string, unknown>>;

/** A refusal with a stable code (`domain.kebab-reason`). The German sentence belongs to the code, not to the throw. */
export class DomainError extends Error {
  override readonly name = 'DomainError';

  constructor(
    readonly kind: ErrorKind,
    readonly code: string,
    readonly details: ErrorDetails = {},
  ) {
    super(code);
  }
}

export function httpStatusOf(kind: ErrorKind): number {
  return HTTP_STATUS[kind];
}

/** One wrong place in an input: `years[1].requestedCents` and what is wrong with it. */
export interface Problem<Code extends string = string> {
  readonly path: string;
  readonly code: Code;
}

/** Refuses when problems exist; the HTTP filter shows `details.errors` as `errors` of the problem document. */
export function refuseProblems(
  problems: readonly Problem[],
  kind: ErrorKind,
  code: string,
  details: ErrorDetails = {},
): void {
  if (problems.length > 0) throw new DomainError(kind, code, { ...details, errors: problems });
}
