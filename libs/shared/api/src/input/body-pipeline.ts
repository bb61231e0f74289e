import type { NextFunction, Request, RequestHandler, Response } from 'express';
import { raw } from 'express';
import { HttpProblem, inputProblem } from '../problem/http-problem';
import { FORBIDDEN_KEYS, JsonScanError, parseStrictJson } from './json-scan';

export const MAX_JSON_BYTES = 100 * 1024;

const readBytes = raw({ type: () => true, limit: MAX_JSON_BYTES, inflate: false });

/** Size, then strict UTF-8, then the JSON rules. Multipart bodies are left to the route that wants a file. */
export const jsonBody: RequestHandler = (request, response, next) => {
  if (!hasBody(request)) {
    request.body = undefined;
    next();
    return;
  }
  if (request.is('multipart/form-data')) {
    next();
    return;
  }
  // Told at once: the reader below would first take in all that comes.
  if (Number(request.headers['content-length'] ?? 0) > MAX_JSON_BYTES) {
    next(new HttpProblem(413, 'input.too-large', {}, { Connection: 'close' }));
    return;
  }
  readBytes(request, response, (error?: unknown) => decode(request, next, error));
};

function decode(request: Request, next: NextFunction, error: unknown): void {
  if (error) {
    next(error);
    return;
  }
  try {
    request.body = parseBody(request);
    next();
  } catch (fault) {
    next(fault instanceof JsonScanError ? inputProblem(fault.code) : fault);
  }
}

function parseBody(request: Request): unknown {
  const bytes: unknown = request.body;
  if (!Buffer.isBuffer(bytes) || bytes.length === 0) return undefined;
  const charset = /charset\s*=\s*"?([^\s;"]+)/i.exec(request.headers['content-type'] ?? '')?.[1];
  if (!request.is('application/json') || (charset && charset.toLowerCase() !== 'utf-8'))
    throw new HttpProblem(415, 'input.media-type');
  const body = parseStrictJson(decodeUtf8(bytes));
  if (typeof body !== 'object' || body === null || Array.isArray(body)) throw inputProblem('input.not-an-object');
  return body;
}

const strictUtf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** Refuses what a lenient decoder would replace by U+FFFD. */
export function decodeUtf8(bytes: Uint8Array): string {
  try {
    return strictUtf8.decode(bytes);
  } catch {
    throw inputProblem('input.not-utf8');
  }
}

function hasBody(request: Request): boolean {
  return request.headers['transfer-encoding'] !== undefined || Number(request.headers['content-length'] ?? 0) > 0;
}

/** Paths and queries must be well-formed before anything reads them: no bad escapes, no NUL, no name twice. */
export const strictAddress = (request: Request, _response: Response, next: NextFunction): void => {
  next(addressFault(request));
};

function addressFault(request: Request): HttpProblem | undefined {
  let decoded: string;
  try {
    decoded = decodeURIComponent(request.originalUrl.replaceAll('+', ' '));
  } catch {
    return inputProblem('input.malformed-request');
  }
  if (decoded.includes('\0')) return inputProblem('input.forbidden-character');
  for (const [name, value] of Object.entries(request.query)) {
    if (typeof value !== 'string') return inputProblem('input.repeated-parameter', name);
    if (FORBIDDEN_KEYS.has(name)) return inputProblem('input.forbidden-key', name);
  }
  return undefined;
}
