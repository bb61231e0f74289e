import { Injectable } from '@nestjs/common';
import { HttpProblem, logger } from '@wir/shared/api';
import type {
  AuthenticationResponseJSON,
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
  WebAuthnCredential,
} from '@simplewebauthn/server';
import { Gate } from '../gate/gate';
import { throttled } from '../sign-in/refusals';
import { authenticationAnswerOf, registrationAnswerOf } from './passkey-answers';
import type { RelyingParty } from './relying-party';

type Purpose = 'PASSKEY_SIGN_IN' | 'PASSKEY_STEP_UP' | 'PASSKEY_NEW';

export interface Challenge<Options> {
  readonly challengeId: string;
  readonly options: Options;
}

interface KnownPasskey {
  readonly id: string;
  readonly account_id: string;
  readonly public_key: Buffer;
  readonly counter: number;
  readonly transports: string[];
}

interface OwnPasskey {
  readonly credential_id: Buffer;
  readonly transports: string[];
}

const RP_NAME = 'WIR-Förderportal';
const CHALLENGE_SECONDS = 300;
const OPEN = 'SELECT identity.open_challenge($1, $2, $3, $4, $5, $6) AS id';
const TAKE = 'SELECT account_id, value FROM identity.take_challenge($1, $2, $3)';
const FIND = 'SELECT id, account_id, public_key, counter, transports FROM identity.find_passkey($1, $2)';
const OF_ACCOUNT = 'SELECT credential_id, transports FROM identity.passkeys_of($1, $2)';
const NOTE_USE = 'SELECT identity.note_passkey_use($1, $2, $3) AS used';

/** WebAuthn with user verification: the device asks for finger, face or PIN, so one passkey is both factors. */
@Injectable()
export class Passkeys {
  constructor(private readonly gate: Gate) {}

  /** For somebody who has not said who he is: the device offers the passkeys it holds for us. */
  signInOptions(own: RelyingParty, address: string): Promise<Challenge<PublicKeyCredentialRequestOptionsJSON>> {
    return this.authenticationOptions(own, 'PASSKEY_SIGN_IN', null, [], address);
  }

  async stepUpOptions(
    own: RelyingParty,
    accountId: string,
    address: string,
  ): Promise<Challenge<PublicKeyCredentialRequestOptionsJSON>> {
    const held = await this.gate.query<OwnPasskey>(OF_ACCOUNT, [accountId]);
    return this.authenticationOptions(own, 'PASSKEY_STEP_UP', accountId, held, address);
  }

  async creationOptions(
    own: RelyingParty,
    account: { readonly id: string; readonly name: string; readonly email: string },
    address: string,
  ): Promise<Challenge<PublicKeyCredentialCreationOptionsJSON>> {
    const { generateRegistrationOptions } = await import('@simplewebauthn/server');
    const held = await this.gate.query<OwnPasskey>(OF_ACCOUNT, [account.id]);
    const options = await generateRegistrationOptions({
      rpName: RP_NAME,
      rpID: own.id,
      userID: Uint8Array.from(Buffer.from(account.id.replaceAll('-', ''), 'hex')),
      userName: account.email,
      userDisplayName: account.name,
      attestationType: 'none',
      excludeCredentials: held.map(descriptorOf),
      authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
      timeout: CHALLENGE_SECONDS * 1000,
    });
    return { challengeId: await this.open('PASSKEY_NEW', account.id, options.challenge, address), options };
  }

  /** The account of a signed challenge; null when anything about it is wrong. */
  async signedIn(own: RelyingParty, challengeId: string, response: unknown): Promise<string | null> {
    const challenge = await this.take('PASSKEY_SIGN_IN', challengeId);
    return challenge === null ? null : this.verified(own, challenge.value, response);
  }

  async steppedUp(own: RelyingParty, accountId: string, challengeId: string, response: unknown): Promise<boolean> {
    const challenge = await this.take('PASSKEY_STEP_UP', challengeId);
    if (challenge === null || challenge.account_id !== accountId) return false;
    return (await this.verified(own, challenge.value, response)) === accountId;
  }

  /** The new credential; null when anything about it is wrong. */
  async created(
    own: RelyingParty,
    accountId: string,
    challengeId: string,
    response: unknown,
  ): Promise<WebAuthnCredential | null> {
    const challenge = await this.take('PASSKEY_NEW', challengeId);
    const answer = registrationAnswerOf(response);
    if (challenge === null || challenge.account_id !== accountId || answer === null) return null;
    const { verifyRegistrationResponse } = await import('@simplewebauthn/server');
    try {
      const { registrationInfo } = await verifyRegistrationResponse({
        response: answer,
        expectedChallenge: challenge.value,
        expectedOrigin: own.origin,
        expectedRPID: own.id,
        requireUserVerification: true,
      });
      return registrationInfo?.credential ?? null;
    } catch (error) {
      return refused(error);
    }
  }

  private async authenticationOptions(
    own: RelyingParty,
    purpose: Purpose,
    accountId: string | null,
    held: readonly OwnPasskey[],
    address: string,
  ): Promise<Challenge<PublicKeyCredentialRequestOptionsJSON>> {
    const { generateAuthenticationOptions } = await import('@simplewebauthn/server');
    const options = await generateAuthenticationOptions({
      rpID: own.id,
      userVerification: 'required',
      allowCredentials: held.map(descriptorOf),
      timeout: CHALLENGE_SECONDS * 1000,
    });
    return { challengeId: await this.open(purpose, accountId, options.challenge, address), options };
  }

  private async verified(own: RelyingParty, expectedChallenge: string, response: unknown): Promise<string | null> {
    const answer = authenticationAnswerOf(response);
    if (answer === null) return null;
    const known = await this.gate.queryOne<KnownPasskey>(FIND, [Buffer.from(answer.id, 'base64url')]);
    if (known === null || !namesAccount(answer, known.account_id)) return null;
    const { verifyAuthenticationResponse } = await import('@simplewebauthn/server');
    try {
      const { verified, authenticationInfo } = await verifyAuthenticationResponse({
        response: answer,
        expectedChallenge,
        expectedOrigin: own.origin,
        expectedRPID: own.id,
        requireUserVerification: true,
        credential: { id: answer.id, publicKey: Uint8Array.from(known.public_key), counter: known.counter },
      });
      if (!verified) return null;
      const noted = await this.gate.queryOne<{ used: boolean }>(NOTE_USE, [known.id, authenticationInfo.newCounter]);
      return noted?.used === true ? known.account_id : null;
    } catch (error) {
      return refused(error);
    }
  }

  private async open(purpose: Purpose, accountId: string | null, value: string, address: string): Promise<string> {
    const values = [accountId, purpose, value, CHALLENGE_SECONDS, address];
    const opened = await this.gate.queryOne<{ id: string | null }>(OPEN, values);
    if (opened === null || opened.id === null) throw throttled(60);
    return opened.id;
  }

  /** Each challenge is good once, whatever comes of it. */
  private take(purpose: Purpose, id: string): Promise<{ account_id: string | null; value: string } | null> {
    return this.gate.queryOne(TAKE, [id, purpose]);
  }
}

function descriptorOf({ credential_id, transports }: OwnPasskey): { id: string; transports: string[] } {
  return { id: credential_id.toString('base64url'), transports };
}

/** The device may tell whose passkey it believes it used; it must be the one we know. */
function namesAccount({ response: { userHandle } }: AuthenticationResponseJSON, accountId: string): boolean {
  return (
    userHandle === undefined || Buffer.from(userHandle, 'base64url').toString('hex') === accountId.replaceAll('-', '')
  );
}

function refused(error: unknown): null {
  if (error instanceof HttpProblem) throw error;
  logger.info({ errorName: error instanceof Error ? error.name : 'unknown' }, 'passkey refused');
  return null;
}
