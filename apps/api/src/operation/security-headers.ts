import { randomBytes } from 'node:crypto';
import { IncomingMessage, ServerResponse } from 'node:http';
import { Socket } from 'node:net';
import type { Settings } from '@wir/shared/api';
import type { NextFunction, Request, RequestHandler, Response } from 'express';
import helmet from 'helmet';
import { CSP_REPORTS_PATH } from './csp-reports';

/**
 * Only our own scripts and style sheets, and text never becomes code or markup but through Angular's own policy
 * (Trusted Types). Angular puts the styles of components into the page while it runs: these carry a nonce that is new
 * with each page. Frames show PDF only that our script fetched, as blob: addresses, which nobody else can make.
 */
function pagePolicy(nonce: string, isHttps: boolean): string {
  return [
    "default-src 'self'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    'frame-src blob:',
    "worker-src 'none'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    // default: lets through the empty string and nothing else (apps/console/src/app/trusted-types.ts).
    'trusted-types angular angular#bundler default',
    `report-uri ${CSP_REPORTS_PATH}`,
    'report-to csp',
    ...(isHttps ? ['upgrade-insecure-requests'] : []),
  ].join('; ');
}

const DATA_POLICY = "default-src 'none'; frame-ancestors 'none'";
/** Swagger UI brings inline styles of its own; it exists in the demo only. */
const DOCS_POLICY =
  "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; frame-ancestors 'none'";
const DATA_PATHS = /^\/(api|health|metrics)(\/|$)/;
/** What the browser could do and the portal never asks for; passkeys only for the portal itself. */
const PERMISSIONS = [
  ...['accelerometer', 'camera', 'display-capture', 'geolocation', 'gyroscope', 'hid', 'microphone'],
  ...['midi', 'payment', 'screen-wake-lock', 'serial', 'usb'],
].map((feature) => `${feature}=()`);
const PERMISSIONS_POLICY = [...PERMISSIONS, 'publickey-credentials-get=(self)'].join(', ');

/** The headers that every answer carries, also those Node itself writes before any program sees the request. */
export function fixedHeaders(settings: Settings): Readonly<Record<string, string>> {
  const helm = helmet({
    contentSecurityPolicy: false,
    strictTransportSecurity: settings.servedByHttps ? { maxAge: 63_072_000, includeSubDomains: true } : false,
    xFrameOptions: { action: 'deny' },
    referrerPolicy: { policy: 'no-referrer' },
    crossOriginOpenerPolicy: { policy: 'same-origin' },
    crossOriginResourcePolicy: { policy: 'same-origin' },
    xPoweredBy: false,
  });
  // An answer nobody waits for: helmet writes its headers there once, and they are copied to every real one.
  const answer = new ServerResponse(new IncomingMessage(new Socket()));
  helm(answer.req, answer, () => undefined);
  const written = answer.getHeaderNames().map((name) => [name, String(answer.getHeader(name))] as const);
  return { 'Permissions-Policy': PERMISSIONS_POLICY, ...Object.fromEntries(written) };
}

/** For answers that are data: nothing in them may be shown as a page or kept. */
export const DATA_HEADERS: Readonly<Record<string, string>> = {
  'Content-Security-Policy': DATA_POLICY,
  'Cache-Control': 'no-store',
};

export function securityHeaders(settings: Settings): RequestHandler {
  const fixed = Object.entries(fixedHeaders(settings));
  return (request: Request, response: Response, next: NextFunction): void => {
    for (const [name, value] of fixed) response.setHeader(name, value);
    if (request.path.startsWith('/api/docs')) response.setHeader('Content-Security-Policy', DOCS_POLICY);
    else if (DATA_PATHS.test(request.path))
      for (const [name, value] of Object.entries(DATA_HEADERS)) response.setHeader(name, value);
    else pageHeaders(response, settings.servedByHttps);
    next();
  };
}

function pageHeaders(response: Response, isHttps: boolean): void {
  const nonce = randomBytes(16).toString('base64');
  response.locals['nonce'] = nonce;
  response.setHeader('Content-Security-Policy', pagePolicy(nonce, isHttps));
  response.setHeader('Reporting-Endpoints', `csp="${CSP_REPORTS_PATH}"`);
}
