import type {
  AuthenticationResponseJSON,
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
  RegistrationResponseJSON,
} from '@simplewebauthn/browser';

// The contract leaves what belongs to WebAuthn open; here it has the names of the library that speaks with the browser.
export interface PasskeyRequest {
  readonly challengeId: string;
  readonly options: PublicKeyCredentialRequestOptionsJSON;
}

export interface PasskeyCreation {
  readonly challengeId: string;
  readonly options: PublicKeyCredentialCreationOptionsJSON;
}

export type PasskeyProof = AuthenticationResponseJSON;
export type NewPasskeyProof = RegistrationResponseJSON;

/** What shows that the person is there again; one of the three. */
export type StepUpProof =
  | { readonly totp: string }
  | { readonly recoveryCode: string }
  | { readonly challengeId: string; readonly response: PasskeyProof };
