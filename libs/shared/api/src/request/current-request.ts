import { createHash, randomUUID } from 'node:crypto';
import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Request } from 'express';
import { contentDigest } from './content-digest';

/** What the guards learned about a request; handed from the controller to `Transactions.read` and `command`. */
export class CurrentRequest {
  requestId: string = randomUUID();
  method = '';
  /** Path with ids, without query: part of the fingerprint of a command. */
  path = '';
  /** Session token (claim `sid`); null on public routes. */
  sessionToken: string | null = null;
  accountId: string | null = null;
  /** Null: public route or a job of the system, nothing is demanded. */
  permission: string | null = null;
  /** The route is one of those that want a second factor not older than five minutes. */
  needsStepUp = false;
  /** The route serves the enrolment of a second factor and is open while one is missing. */
  isDuringEnrolment = true;
  /** The kind of record whose personal data the route shows (`@ReadsPersonalData`): looks of the authority are noted. */
  personalData: string | null = null;
  /** The look is in the read log; further reads of the same request add nothing. */
  readNoted = false;
  idempotencyKey: string | null = null;
  /** Status of the route's success, stored with the answer. */
  status = 200;
  /** Set by the first read or command: the permission was checked against the live session. */
  sessionOpened = false;
  private version: number | null = null;
  private digest: (() => string) | null = null;

  static forSystem(sessionToken: string, name: string): CurrentRequest {
    const request = new CurrentRequest();
    request.sessionToken = sessionToken;
    request.method = 'SYSTEM';
    request.path = name;
    return request;
  }

  /** The same request under a key of its own, derived from the client's: one of the steps of a command that has several. */
  forStep(step: string): CurrentRequest {
    const idempotencyKey = this.idempotencyKey === null ? null : keyOfStep(this.idempotencyKey, step);
    return Object.assign(new CurrentRequest(), this, { idempotencyKey });
  }

  /** The version of `If-Match`; the guard refused with 428 when it was missing. */
  get expectedVersion(): number {
    if (this.version === null) throw new Error('This route takes no If-Match; see @WithoutIfMatch');
    return this.version;
  }

  expectVersion(version: number): void {
    this.version = version;
  }

  /** The body is read late: multipart bodies are parsed after the guards. */
  digestContentBy(digest: () => string): void {
    this.digest = digest;
  }

  contentDigest(): string {
    return this.digest?.() ?? '';
  }
}

function keyOfStep(key: string, step: string): string {
  const hex = createHash('sha256').update(`${key} ${step}`).digest('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), `8${hex.slice(13, 16)}`, `a${hex.slice(17, 20)}`, hex.slice(20, 32)].join(
    '-',
  );
}

const requests = new WeakMap<object, CurrentRequest>();

/** The same object for the whole life of one HTTP request. */
export function currentRequestOf(request: Request): CurrentRequest {
  const known = requests.get(request);
  if (known) return known;
  const current = new CurrentRequest();
  current.method = request.method;
  current.path = request.path;
  current.digestContentBy(() => contentDigest(request));
  requests.set(request, current);
  return current;
}

export const Current: () => ParameterDecorator = createParamDecorator((_data: unknown, context: ExecutionContext) =>
  currentRequestOf(context.switchToHttp().getRequest<Request>()),
);
