import { Injectable } from '@nestjs/common';
import type { Response } from 'express';
import { AccessTokens, BROWSER_TOKEN_SECONDS } from '../tokens/access-tokens';
import { Cookies } from '../tokens/cookies';
import type { StartedSession } from './session-functions';

/** Hands a sign-in to the browser: access token, refresh token, and the token against cross-site requests. */
@Injectable()
export class SessionCookies {
  constructor(
    private readonly tokens: AccessTokens,
    private readonly cookies: Cookies,
  ) {}

  hand(response: Response, session: StartedSession): void {
    this.cookies.set(response, {
      access: this.tokens.issue(session, BROWSER_TOKEN_SECONDS),
      refresh: session.refreshToken ?? '',
      xsrf: this.tokens.xsrfToken(session.sessionToken),
      seconds: BROWSER_TOKEN_SECONDS,
      endsAt: session.expiresAt,
    });
  }

  /** At sign-out the browser also forgets what it stored and cached of this origin. */
  takeBack(response: Response): void {
    this.cookies.clear(response);
    response.setHeader('Clear-Site-Data', '"cache", "storage"');
  }
}
