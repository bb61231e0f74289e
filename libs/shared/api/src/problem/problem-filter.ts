import { Catch, HttpException, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import { DomainError } from '@wir/shared/kernel';
import type { Request, Response } from 'express';
import { currentRequestOf } from '../request/current-request';
import { loggedFault } from '../logging/fault';
import { logger } from '../logging/logger';
import { allowedMethods } from '../rights/route-table';
import { fromDomainError, HttpProblem, inputProblem } from './http-problem';
import { problemText, problemTitle } from './problem-texts';
import type { Refusals } from './refusals';
import { problemOfSqlError, sqlErrorOf } from './sql-problems';

const OWN_MEMBERS = new Set(['type', 'title', 'status', 'code', 'detail', 'requestId']);

/** Every refusal of the API leaves as problem+json (RFC 9457), with a code, a German sentence and nothing of the inside. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(private readonly refusals?: Refusals) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const request = http.getRequest<Request>();
    const problem = sendProblem(request, http.getResponse<Response>(), error);
    if (problem) this.refusals?.note(currentRequestOf(request), problem);
  }
}

/** Null when a part of the answer had already left: then the connection is cut. */
export function sendProblem(request: Request, response: Response, error: unknown): HttpProblem | null {
  if (response.headersSent) {
    response.destroy();
    return null;
  }
  const problem = problemOf(error, request);
  const { requestId } = currentRequestOf(request);
  response.locals['problemCode'] = problem.code;
  if (problem.status >= 500) logFault(requestId, problem, error);

  for (const [name, value] of Object.entries(problem.headers)) response.setHeader(name, value);
  response.status(problem.status).setHeader('Cache-Control', 'no-store');
  response.setHeader('Content-Type', 'application/problem+json; charset=utf-8');
  response.send(JSON.stringify(problemDocument(problem, requestId)));
  return problem;
}

/** The body of a refusal; also for answers that are written before there is a request. */
export function problemDocument(problem: HttpProblem, requestId: string): Record<string, unknown> {
  const extra = Object.entries(problem.details).filter(([name]) => !OWN_MEMBERS.has(name));
  return {
    type: `urn:wir:problem:${problem.code}`,
    title: problemTitle(problem.status),
    status: problem.status,
    code: problem.code,
    detail: problemText(problem.code, problem.status, problem.details),
    ...Object.fromEntries(extra),
    requestId,
  };
}

function problemOf(error: unknown, request: Request): HttpProblem {
  if (error instanceof HttpProblem) return error;
  if (error instanceof DomainError) return fromDomainError(error);
  return problemOfSqlError(error) ?? problemOfTransport(error, request) ?? new HttpProblem(500, 'platform.unexpected');
}

/** Errors of Express, its body parser and Nest's router. */
function problemOfTransport(error: unknown, request: Request): HttpProblem | null {
  const status = statusOf(error);
  if (status === 404) return unknownRoute(request);
  if (status === 413)
    return new HttpProblem(413, request.is('multipart/form-data') ? 'input.file-too-large' : 'input.too-large');
  if (status === 415) return new HttpProblem(415, 'input.media-type');
  if (status === 401) return new HttpProblem(401, 'auth.not-signed-in');
  if (status === 403) return new HttpProblem(403, 'auth.forbidden');
  if (status !== null && status >= 400 && status < 500) return inputProblem('input.malformed-request');
  return null;
}

function unknownRoute(request: Request): HttpProblem {
  const methods = allowedMethods(currentRequestOf(request).path);
  if (methods.length === 0) return new HttpProblem(404, 'platform.route-not-found');
  return new HttpProblem(405, 'platform.method-not-allowed', {}, { Allow: methods.join(', ') });
}

function statusOf(error: unknown): number | null {
  if (error instanceof HttpException) return error.getStatus();
  if (typeof error !== 'object' || error === null) return null;
  if (error instanceof URIError) return 400;
  return 'status' in error && typeof error.status === 'number' ? error.status : null;
}

/** The log holds the kind of fault and where it arose; what errors say can carry personal data and stays out. */
function logFault(requestId: string, problem: HttpProblem, error: unknown): void {
  const sql = sqlErrorOf(error);
  logger.error(
    { requestId, code: problem.code, sqlState: sql?.code, constraint: sql?.constraint, ...loggedFault(error) },
    'request failed',
  );
}
