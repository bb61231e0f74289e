import type { AuthenticationResponseJSON, RegistrationResponseJSON } from '@simplewebauthn/browser';
import type {
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
} from '@simplewebauthn/browser';

export type FactorMethod = 'TOTP' | 'PASSKEY' | 'RECOVERY';

export interface SignInMethods {
  readonly passkey: boolean;
  readonly oidc: readonly { readonly id: string; readonly label: string }[];
  readonly passwordMinLength: number;
}

/** What a mailed link opens. */
export interface AccessLink {
  readonly purpose: 'FIRST_PASSWORD' | 'RESET';
  readonly name: string;
  readonly email: string;
  readonly organisation: string | null;
  readonly passwordMinLength: number;
}

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

export interface Passkey {
  readonly id: string;
  readonly name: string;
  readonly createdAt: string;
  readonly lastUsedAt: string | null;
}

export interface Factors {
  readonly demanded: boolean;
  readonly totp: { readonly confirmedAt: string } | null;
  readonly passkeys: readonly Passkey[];
  readonly recoveryCodesLeft: number;
}

export interface TotpSetup {
  readonly secret: string;
  readonly otpauthUri: string;
  readonly qrSvgPath: string;
  readonly qrSize: number;
}

export interface OwnSession {
  readonly id: string;
  readonly method: string;
  readonly userAgent: string | null;
  readonly address: string | null;
  readonly startedAt: string;
  readonly lastUsedAt: string;
  readonly current: boolean;
}

export interface Delegation {
  readonly id: string;
  readonly absentAccountId: string;
  readonly absentName: string;
  readonly deputyAccountId: string;
  readonly deputyName: string;
  readonly role: string;
  readonly validFrom: string;
  readonly validTo: string;
  readonly reason: string;
  readonly revokedAt: string | null;
}

export interface DelegationCandidate {
  readonly id: string;
  readonly name: string;
  readonly roles: readonly string[];
}

export interface NewDelegation {
  readonly deputyAccountId: string;
  readonly roles: readonly string[];
  readonly validFrom: string;
  readonly validTo: string;
  readonly reason: string;
}
