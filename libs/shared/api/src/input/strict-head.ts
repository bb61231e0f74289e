import type { NextFunction, Request, Response } from 'express';
import { HttpProblem, inputProblem } from '../problem/http-problem';

const METHODS = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE']);
/** Browsers send about 25. */
const MAX_HEADERS = 100;
const DATA_PATHS = /^\/(api|health|metrics)(\/|$)/i;
/** Our own addresses need no escape; a page's address may carry one, but never a hidden slash, dot or backslash. */
const PLAIN_PATH = /^[A-Za-z0-9/_.~:-]*$/;
const TRICKS = /\/\/|\\|;|\/\.{1,2}(\/|$)|%(00|2e|2f|5c|25)/i;

/** What is refused by its first lines alone: methods nobody needs, too many headers, addresses that could be read twice. */
export const strictHead = (request: Request, _response: Response, next: NextFunction): void => {
  next(headFault(request));
};

function headFault({ method, rawHeaders, originalUrl, headers }: Request): HttpProblem | undefined {
  if (!METHODS.has(method))
    return new HttpProblem(405, 'platform.method-not-allowed', {}, { Allow: [...METHODS].join(', ') });
  if (rawHeaders.length / 2 > MAX_HEADERS) return new HttpProblem(431, 'input.headers-too-large');
  if (headers.host === undefined) return inputProblem('input.malformed-request');
  const [path = ''] = originalUrl.split('?');
  if (!path.startsWith('/') || TRICKS.test(path)) return inputProblem('input.malformed-request');
  if (!DATA_PATHS.test(path)) return undefined;
  if (!PLAIN_PATH.test(path)) return inputProblem('input.malformed-request');
  if (path.endsWith('/') && !path.startsWith('/api/docs')) return new HttpProblem(404, 'platform.route-not-found');
  return path === path.toLowerCase() || isCaseOfAnId(path)
    ? undefined
    : new HttpProblem(404, 'platform.route-not-found');
}

/** Only what follows a known start may have capitals: ids and codes, which each route checks itself. */
function isCaseOfAnId(path: string): boolean {
  return /^\/(api\/v1|api\/docs|health|metrics)(\/|$)/.test(path);
}
