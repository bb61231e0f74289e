import { DomainError, httpStatusOf } from '@wir/shared/kernel';

/** A refusal of the transport (sign-in, size, media type, missing header), which no domain rule knows. */
export class HttpProblem extends Error {
  override readonly name = 'HttpProblem';

  constructor(
    readonly status: number,
    readonly code: string,
    readonly details: Readonly<Record<string, unknown>> = {},
    readonly headers: Readonly<Record<string, string>> = {},
  ) {
    super(code);
  }
}

export interface InputError {
  readonly path: string;
  readonly code: string;
}

/** 400 for one wrong place of the input. */
export function inputProblem(code: string, path = '', extra: Readonly<Record<string, unknown>> = {}): HttpProblem {
  return new HttpProblem(400, code, path === '' ? extra : { ...extra, errors: [{ path, code }] });
}

export function unauthenticated(): HttpProblem {
  return new HttpProblem(401, 'auth.not-signed-in', {}, { 'WWW-Authenticate': 'Bearer realm="wir"' });
}

export function fromDomainError(error: DomainError): HttpProblem {
  return new HttpProblem(httpStatusOf(error.kind), error.code, error.details);
}
