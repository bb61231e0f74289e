import { Injectable } from '@nestjs/common';
import { PassportStrategy } from '@nestjs/passport';
import { Strategy } from 'passport-jwt';
import { ALGORITHM, AUDIENCE, claimsOf, CLOCK_TOLERANCE_SECONDS, ISSUER, type AccessClaims } from './access-tokens';
import { Cookies } from './cookies';
import { credentialsOf } from './credentials';
import { SigningKey } from './signing-key';

/** One algorithm, one key, issuer, audience, type and expiry demanded. Whether the session still lives, the session statement tells. */
@Injectable()
export class JwtStrategy extends PassportStrategy(Strategy, 'jwt') {
  constructor(signingKey: SigningKey, cookies: Cookies) {
    super({
      jwtFromRequest: (request) => credentialsOf(request, cookies)?.token ?? null,
      // Asked for per token, so that the contract can be printed where there is no key.
      secretOrKeyProvider: (_request, _token, done) => done(null, signingKey.key as unknown as string),
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
