import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { NextFunction, Request, RequestHandler, Response } from 'express';
import { static as serveStatic } from 'express';

/** Nor is anything whose name begins with a dot: `/.git/HEAD` is unknown, not a page of the console. */
const NOT_CONSOLE = /^\/(api|health|metrics)(\/|$)|\/\./;
/** Names with the hash of their content never change: browsers may keep them for a year. */
const HASHED = /[-.][A-Za-z0-9_]{8,}\.(js|mjs|css|woff2?|ttf|svg|png|webp|json)$/;

/** Written into index.html by the console; replaced by the nonce of this very page. */
const NONCE_PLACE = '__CSP_NONCE__';

/** The console from the same origin as the API: files as they are, and its page for every address it routes itself. */
export function consoleFiles(folder: string): RequestHandler {
  const root = resolve(folder);
  const files = serveStatic(root, {
    index: false,
    dotfiles: 'ignore',
    redirect: false,
    setHeaders: (response, path) =>
      response.setHeader('Cache-Control', HASHED.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache'),
  });
  return (request: Request, response: Response, next: NextFunction): void => {
    if (NOT_CONSOLE.test(request.path) || (request.method !== 'GET' && request.method !== 'HEAD')) {
      next();
      return;
    }
    if (request.path === '/index.html') sendPage(root, response, next);
    else
      files(request, response, (error?: unknown) =>
        error || /\.[a-z0-9]+$/i.test(request.path) ? next(error) : sendPage(root, response, next),
      );
  };
}

function sendPage(root: string, response: Response, next: NextFunction): void {
  const file = join(root, 'index.html');
  if (!existsSync(file)) {
    next();
    return;
  }
  const page = readFileSync(file, 'utf8').replaceAll(NONCE_PLACE, String(response.locals['nonce']));
  response.setHeader('Cache-Control', 'no-store');
  response.type('html').send(page);
}
