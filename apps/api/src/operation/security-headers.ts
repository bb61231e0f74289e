import { randomBytes } from 'node:crypto';
import type { Settings } from '@wir/shared/api';
import type { NextFunction, Request, RequestHandler, Response } from 'express';
import helmet from 'helmet';

/**
 * Only our own scripts and style sheets. Angular puts the styles of components into the page while it runs: these carry a
 * nonce that is new with each page. Style *attributes* are allowed, because the chart's tooltips are written with them.
 */
function pagePolicy(nonce: string, isHttps: boolean): string {
  return [
    "default-src 'self'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "frame-src 'self' blob:",
    "object-src 'none'",
    "base-uri 'self'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    ...(isHttps ? ['upgrade-insecure-requests'] : []),
  ].join('; ');
}

const DATA_POLICY = "default-src 'none'; frame-ancestors 'none'";
/** Swagger UI brings inline styles of its own; it exists in the demo only. */
const DOCS_POLICY =
  "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; frame-ancestors 'none'";

export function securityHeaders(settings: Settings): RequestHandler {
  const isHttps = settings.servedByHttps;
  const helm = helmet({
    contentSecurityPolicy: false,
    strictTransportSecurity: isHttps ? { maxAge: 63_072_000, includeSubDomains: true } : false,
    xFrameOptions: { action: 'deny' },
    referrerPolicy: { policy: 'no-referrer' },
    crossOriginResourcePolicy: { policy: 'same-origin' },
  });
  return (request: Request, response: Response, next: NextFunction): void => {
    response.setHeader('Content-Security-Policy', policyFor(request.path, response, isHttps));
    response.setHeader('Permissions-Policy', 'camera=(), microphone=(), geolocation=(), payment=()');
    if (request.path.startsWith('/api/v1/')) response.setHeader('Cache-Control', 'no-store');
    helm(request, response, next);
  };
}

function policyFor(path: string, response: Response, isHttps: boolean): string {
  if (path.startsWith('/api/docs')) return DOCS_POLICY;
  if (path.startsWith('/api/')) return DATA_POLICY;
  const nonce = randomBytes(16).toString('base64');
  response.locals['nonce'] = nonce;
  return pagePolicy(nonce, isHttps);
}
