import { HttpProblem, logger, parseStrictJson } from '@wir/shared/api';
import { raw, type NextFunction, type Request, type RequestHandler, type Response } from 'express';

export const CSP_REPORTS_PATH = '/api/v1/csp-reports';

const MEDIA_TYPES = ['application/csp-report', 'application/reports+json'];
const MAX_BYTES = 8 * 1024;
const PER_MINUTE = 60;
const MINUTE_MS = 60_000;
const MAX_REPORTS = 5;

/**
 * Where browsers report what the page's policy refused. Anybody can send here, so it is tiny, counted, and keeps only
 * words from a fixed set: a rule, what kind of thing was refused, and the first part of the page's address.
 */
export function cspReports(now: () => number = Date.now): RequestHandler {
  const readBytes = raw({ type: MEDIA_TYPES, limit: MAX_BYTES, inflate: false });
  const window = { startedAt: now(), count: 0 };
  return (request: Request, response: Response, next: NextFunction): void => {
    if (request.path !== CSP_REPORTS_PATH || request.method !== 'POST') {
      next();
      return;
    }
    if (now() - window.startedAt >= MINUTE_MS) Object.assign(window, { startedAt: now(), count: 0 });
    window.count += 1;
    if (window.count > PER_MINUTE) {
      next(new HttpProblem(429, 'platform.too-many-reports', {}, { 'Retry-After': '60' }));
      return;
    }
    readBytes(request, response, (error?: unknown) => {
      if (error) next(error);
      else if (Buffer.isBuffer(request.body)) accept(request.body, response);
      else next(new HttpProblem(415, 'input.media-type'));
    });
  };
}

function accept(body: Buffer, response: Response): void {
  for (const report of reportsIn(body)) logger.warn({ event: 'csp-violation', ...report }, 'csp violation');
  response.status(204).end();
}

interface Report {
  readonly directive: string;
  readonly blocked: string;
  readonly page: string;
}

/** One object under `csp-report` (report-uri) or a list with `body` (Reporting API); anything else says nothing. */
function reportsIn(body: Buffer): readonly Report[] {
  let content: unknown;
  try {
    content = parseStrictJson(body.toString('utf8'));
  } catch {
    return [];
  }
  const list = Array.isArray(content) ? content.map((entry) => member(entry, 'body')) : [member(content, 'csp-report')];
  return list
    .filter((entry) => typeof entry === 'object' && entry !== null)
    .slice(0, MAX_REPORTS)
    .map((entry) => ({
      directive: word(member(entry, 'effective-directive', 'effectiveDirective', 'violated-directive')),
      blocked: blockedKind(member(entry, 'blocked-uri', 'blockedURL')),
      page: pageOf(member(entry, 'document-uri', 'documentURL')),
    }));
}

function member(value: unknown, ...names: string[]): unknown {
  if (typeof value !== 'object' || value === null) return undefined;
  const name = names.find((one) => one in value);
  return name === undefined ? undefined : (value as Record<string, unknown>)[name];
}

function word(value: unknown): string {
  return typeof value === 'string' && /^[a-z-]{1,40}$/.test(value) ? value : 'other';
}

/** `inline`, `eval`, `trusted-types-sink` … or the kind of address; never the address. */
function blockedKind(value: unknown): string {
  if (typeof value !== 'string') return 'other';
  const scheme = /^(https?|data|blob|wss?|file):/.exec(value)?.[1];
  return scheme ?? word(value);
}

function pageOf(value: unknown): string {
  const first = typeof value === 'string' ? /^https?:\/\/[^/]+(\/[a-z]{0,20})/.exec(value)?.[1] : undefined;
  return first ?? 'other';
}
