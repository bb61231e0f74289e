import { createHmac, timingSafeEqual, type KeyObject } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Keys } from '@wir/shared/api';
import jwt from 'jsonwebtoken';

export const ISSUER = 'wir-foerderportal';
export const AUDIENCE = 'wir-api';
export const ALGORITHM = 'HS256';
export const CLOCK_TOLERANCE_SECONDS = 5;

export const BROWSER_TOKEN_SECONDS = 10 * 60;
export const PROGRAM_TOKEN_SECONDS = 60 * 60;

/** What an access token says: the account and the session it lives and dies with. */
export interface AccessClaims {
  readonly accountId: string;
  readonly sessionToken: string;
}

const UUID = /^[0-9a-f-]{36}$/;
const OPAQUE = /^[\w-]{43}$/;

/** Signs tokens, and reads claims of verified ones; passport-jwt does the verifying. */
@Injectable()
export class AccessTokens {
  constructor(private readonly keys: Keys) {}

  issue(claims: AccessClaims, seconds: number): string {
    const { id, key } = this.keys.jwt.current;
    return jwt.sign({ typ: 'access', sid: claims.sessionToken }, key, {
      algorithm: ALGORITHM,
      keyid: id,
      subject: claims.accountId,
      issuer: ISSUER,
      audience: AUDIENCE,
      expiresIn: seconds,
    });
  }

  /** The key a token names, by exact id; a token that names none, or an unknown one, is not ours. */
  keyOf(token: string): KeyObject | null {
    const header = jwt.decode(token, { complete: true })?.header;
    return typeof header?.kid === 'string' ? (this.keys.jwt.find(header.kid)?.key ?? null) : null;
  }

  /** For signing out: an expired token still names the session to be ended. Null when it is not ours. */
  claimsOfExpired(token: string): AccessClaims | null {
    try {
      const key = this.keyOf(token);
      if (key === null) return null;
      const payload = jwt.verify(token, key, {
        algorithms: [ALGORITHM],
        issuer: ISSUER,
        audience: AUDIENCE,
        ignoreExpiration: true,
      });
      return claimsOf(payload);
    } catch {
      return null;
    }
  }

  /** Bound to the session: the value of the cookie XSRF-TOKEN, which the console sends back as a header. */
  xsrfToken(sessionToken: string): string {
    return xsrfToken(this.keys.jwt.current.key, sessionToken);
  }

  isXsrfToken(candidate: unknown, sessionToken: string): boolean {
    const given = Buffer.from(typeof candidate === 'string' ? candidate : '');
    return this.keys.jwt.all().some(({ key }) => {
      const expected = Buffer.from(xsrfToken(key, sessionToken));
      return given.length === expected.length && timingSafeEqual(given, expected);
    });
  }
}

function xsrfToken(key: KeyObject, sessionToken: string): string {
  return createHmac('sha256', key).update(`xsrf:${sessionToken}`).digest('base64url');
}

/** jsonwebtoken accepts tokens without `exp` and of any type; both are demanded here. */
export function claimsOf(payload: unknown): AccessClaims | null {
  if (typeof payload !== 'object' || payload === null) return null;
  const { sub, sid, typ, exp } = payload as Record<string, unknown>;
  if (typ !== 'access' || typeof exp !== 'number') return null;
  if (typeof sub !== 'string' || !UUID.test(sub) || typeof sid !== 'string' || !OPAQUE.test(sid)) return null;
  return { accountId: sub, sessionToken: sid };
}
