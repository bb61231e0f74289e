import { Injectable } from '@nestjs/common';
import { PassportStrategy } from '@nestjs/passport';
import { Strategy } from 'passport-jwt';
import {
  AccessTokens,
  ALGORITHM,
  AUDIENCE,
  claimsOf,
  CLOCK_TOLERANCE_SECONDS,
  ISSUER,
  type AccessClaims,
} from './access-tokens';
import { Cookies } from './cookies';
import { credentialsOf } from './credentials';

/** One algorithm, the key the token names by exact id, issuer, audience, type and expiry demanded. Whether the session still lives, the session statement tells. */
@Injectable()
export class JwtStrategy extends PassportStrategy(Strategy, 'jwt') {
  constructor(tokens: AccessTokens, cookies: Cookies) {
    super({
      jwtFromRequest: (request) => credentialsOf(request, cookies)?.token ?? null,
      secretOrKeyProvider: (_request, token: string, done) => {
        const key = tokens.keyOf(token);
        if (key === null) done(new Error('unknown key'));
        else done(null, key as unknown as string);
      },
      algorithms: [ALGORITHM],
      issuer: ISSUER,
      audience: AUDIENCE,
      ignoreExpiration: false,
      jsonWebTokenOptions: { clockTolerance: CLOCK_TOLERANCE_SECONDS },
    });
  }

  validate(payload: unknown): AccessClaims | false {
    return claimsOf(payload) ?? false;
  }
}
