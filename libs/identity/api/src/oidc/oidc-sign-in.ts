import { Injectable } from '@nestjs/common';
import { logger } from '@wir/shared/api';
import { Gate } from '../gate/gate';
import type { RelyingParty } from '../factors/relying-party';
import { throttled } from '../sign-in/refusals';
import { OIDC_PROVIDER_ID, OidcProvider } from './oidc-provider';

/** Why somebody who comes back from the provider is not let in; the sign-in page explains it. */
export type OidcRefusal = 'auth.oidc-failed' | 'auth.oidc-unknown-account' | 'auth.second-factor-required';

export interface OidcStart {
  readonly url: string;
  /** Kept by the browser until it comes back: nobody else can finish this sign-in. */
  readonly challengeId: string;
}

interface Secrets {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
}

interface Identity {
  readonly issuer: string;
  readonly subject: string;
  readonly verifiedEmail: string | null;
  /** The provider itself asked for a second factor (RFC 8176). */
  readonly withFactor: boolean;
}

interface LinkedAccount {
  readonly account_id: string;
  readonly has_factor: boolean;
}

export interface OidcAccount {
  readonly accountId: string;
  readonly withFactor: boolean;
}

const PURPOSE = 'OIDC';
export const OIDC_SECONDS = 600;
const FACTOR_METHODS = new Set(['mfa', 'otp', 'hwk', 'swk', 'fpt', 'face', 'sc']);
const OPEN = 'SELECT identity.open_challenge($1, NULL, $2, $3, $4, $5) AS id';
const TAKE = 'SELECT value FROM identity.take_challenge($1, $2, $3)';
const FIND = 'SELECT account_id, has_factor FROM identity.find_external($1, $2, $3)';
const LINK = 'SELECT account_id, has_factor FROM identity.link_external($1, $2, $3, $4)';

/** Sign-in by the provider of the Land: code flow with PKCE, state and nonce. It never makes accounts. */
@Injectable()
export class OidcSignIn {
  constructor(
    private readonly provider: OidcProvider,
    private readonly gate: Gate,
  ) {}

  async start({ origin }: RelyingParty, address: string): Promise<OidcStart> {
    const configuration = await this.provider.configuration();
    const { buildAuthorizationUrl, calculatePKCECodeChallenge, randomNonce, randomPKCECodeVerifier, randomState } =
      await import('openid-client');
    const secrets: Secrets = { state: randomState(), nonce: randomNonce(), verifier: randomPKCECodeVerifier() };
    const values = [PURPOSE, JSON.stringify(secrets), OIDC_SECONDS, address];
    const opened = await this.gate.queryOne<{ id: string | null }>(OPEN, values);
    if (opened === null || opened.id === null) throw throttled(60);
    const url = buildAuthorizationUrl(configuration, {
      redirect_uri: `${origin}${callbackPath()}`,
      scope: 'openid email profile',
      state: secrets.state,
      nonce: secrets.nonce,
      code_challenge: await calculatePKCECodeChallenge(secrets.verifier),
      code_challenge_method: 'S256',
    });
    return { url: url.href, challengeId: opened.id };
  }

  async finish(challengeId: string | null, currentUrl: URL): Promise<OidcAccount | OidcRefusal> {
    const identity = await this.identityOf(challengeId, currentUrl);
    if (identity === null) return 'auth.oidc-failed';
    const account = await this.accountOf(identity);
    if (account === null) return 'auth.oidc-unknown-account';
    if (account.has_factor && !identity.withFactor) return 'auth.second-factor-required';
    return { accountId: account.account_id, withFactor: identity.withFactor };
  }

  private async identityOf(challengeId: string | null, currentUrl: URL): Promise<Identity | null> {
    const taken =
      challengeId === null ? null : await this.gate.queryOne<{ value: string }>(TAKE, [challengeId, PURPOSE]);
    if (taken === null) return null;
    const { state, nonce, verifier } = JSON.parse(taken.value) as Secrets;
    try {
      const configuration = await this.provider.configuration();
      const { authorizationCodeGrant, fetchUserInfo } = await import('openid-client');
      const tokens = await authorizationCodeGrant(configuration, currentUrl, {
        expectedState: state,
        expectedNonce: nonce,
        pkceCodeVerifier: verifier,
        idTokenExpected: true,
      });
      const claims = tokens.claims();
      if (claims === undefined) return null;
      const person =
        claims['email'] === undefined ? await fetchUserInfo(configuration, tokens.access_token, claims.sub) : claims;
      const isVerified = person['email_verified'] === true && typeof person['email'] === 'string';
      return {
        issuer: claims.iss,
        subject: claims.sub,
        verifiedEmail: isVerified ? String(person['email']) : null,
        withFactor: Array.isArray(claims['amr']) && claims['amr'].some((method) => FACTOR_METHODS.has(String(method))),
      };
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? String(error.code) : undefined;
      logger.warn(
        { errorName: error instanceof Error ? error.name : 'unknown', code },
        'sign-in by the provider failed',
      );
      return null;
    }
  }

  private async accountOf({ issuer, subject, verifiedEmail }: Identity): Promise<LinkedAccount | null> {
    const linked = await this.gate.queryOne<LinkedAccount>(FIND, [issuer, subject]);
    if (linked !== null || verifiedEmail === null) return linked;
    return this.gate.queryOne<LinkedAccount>(LINK, [issuer, subject, verifiedEmail]);
  }
}

export function callbackPath(): string {
  return `/api/v1/auth/oidc/${OIDC_PROVIDER_ID}/callback`;
}
