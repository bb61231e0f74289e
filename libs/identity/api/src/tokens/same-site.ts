import { Injectable } from '@nestjs/common';
import { HttpProblem, Settings } from '@wir/shared/api';
import type { Request } from 'express';

const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Cross-site request forgery: on top of SameSite=Strict, the browser's own word where the request came from. */
@Injectable()
export class SameSite {
  constructor(private readonly settings: Settings) {}

  demand(request: Request): void {
    if (SAFE_METHODS.has(request.method)) return;
    const site = request.headers['sec-fetch-site'];
    if (site !== undefined && site !== 'same-origin' && site !== 'none') throw crossSite();
    const { origin } = request.headers;
    if (site === undefined && origin !== undefined && origin !== this.ownOrigin(request)) throw crossSite();
  }

  demandXsrfToken(request: Request, isRight: (candidate: unknown) => boolean): void {
    if (!SAFE_METHODS.has(request.method) && !isRight(request.headers['x-xsrf-token'])) throw crossSite();
  }

  private ownOrigin(request: Request): string {
    return this.settings.publicOrigin ?? `http://${request.headers.host ?? ''}`;
  }
}

function crossSite(): HttpProblem {
  return new HttpProblem(403, 'auth.cross-site');
}
