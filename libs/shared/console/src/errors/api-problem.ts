/** One entry of `errors` in a problem document: where the input is wrong and why. */
export interface InputProblem {
  readonly path: string;
  readonly code: string;
}

/** What the server answered (RFC 9457), or what happened to the line; the only error the console's stores see. */
export class ApiProblem extends Error {
  override readonly name = 'ApiProblem';

  constructor(
    readonly status: number,
    readonly code: string,
    readonly detail: string,
    readonly requestId: string,
    readonly errors: readonly InputProblem[] = [],
    readonly members: Readonly<Record<string, unknown>> = {},
  ) {
    super(`${status} ${code}`);
  }

  /** Nothing reached the server or nothing came back: the input is safe and the deed may be repeated. */
  get isOffline(): boolean {
    return this.status === 0;
  }

  /** Somebody else saved in between (If-Match no longer fits). */
  get isStale(): boolean {
    return this.status === 412;
  }
}

const NETWORK = 'console.network';
const UNREADABLE = 'console.unreadable-answer';

/** Reads a problem document from foreign data; anything else becomes an honest generic problem. */
export function toApiProblem(status: number, body: unknown, requestId = ''): ApiProblem {
  if (status === 0) return new ApiProblem(0, NETWORK, '', requestId);
  if (!isRecord(body) || typeof body['code'] !== 'string')
    return new ApiProblem(status, fallbackCode(status), '', requestId);
  return new ApiProblem(
    status,
    body['code'],
    text(body['detail']),
    text(body['requestId']) || requestId,
    inputProblems(body['errors']),
    body,
  );
}

/** Turns whatever was thrown into an ApiProblem, so that stores need one branch only. */
export function asApiProblem(error: unknown): ApiProblem {
  if (error instanceof ApiProblem) return error;
  return new ApiProblem(500, 'console.unexpected', error instanceof Error ? error.message : '', '');
}

function fallbackCode(status: number): string {
  if (status === 401) return 'auth.not-signed-in';
  if (status === 403) return 'console.forbidden';
  if (status === 404) return 'console.not-found';
  if (status === 413) return 'console.too-large';
  if (status === 429 || status === 503) return 'console.busy';
  return UNREADABLE;
}

function inputProblems(value: unknown): InputProblem[] {
  if (!Array.isArray(value)) return [];
  return value.filter(isRecord).map((entry) => ({ path: text(entry['path']), code: text(entry['code']) }));
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
