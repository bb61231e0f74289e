import { Injectable, type ExecutionContext } from '@nestjs/common';
import { AuthGuard } from '@nestjs/passport';
import { currentRequestOf, PUBLIC, unauthenticated } from '@wir/shared/api';
import type { Request } from 'express';
import { AccessTokens, type AccessClaims } from './access-tokens';
import { Cookies } from './cookies';
import { credentialsOf } from './credentials';
import { SameSite } from './same-site';

/** First guard of every route: without a valid token only `@Public` routes are reached. All refusals look the same. */
@Injectable()
export class AuthenticationGuard extends AuthGuard('jwt') {
  constructor(
    private readonly cookies: Cookies,
    private readonly tokens: AccessTokens,
    private readonly sameSite: SameSite,
  ) {
    super();
  }

  override async canActivate(context: ExecutionContext): Promise<boolean> {
    if (Reflect.getMetadata(PUBLIC, context.getHandler()) === true) return true;
    await super.canActivate(context);
    return true;
  }

  override handleRequest<User = AccessClaims>(
    error: unknown,
    claims: AccessClaims | false | undefined,
    _info: unknown,
    context: ExecutionContext,
  ): User {
    if (error || !claims) throw unauthenticated();
    const request = context.switchToHttp().getRequest<Request>();
    if (credentialsOf(request, this.cookies)?.fromCookie) {
      this.sameSite.demand(request);
      this.sameSite.demandXsrfToken(request, (candidate) => this.tokens.isXsrfToken(candidate, claims.sessionToken));
    }
    const current = currentRequestOf(request);
    current.accountId = claims.accountId;
    current.sessionToken = claims.sessionToken;
    return claims as User;
  }
}
