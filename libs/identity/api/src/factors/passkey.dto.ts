import { AnyField, TextField, UuidField } from '@wir/shared/api';

export class PasskeyChallengeDto {
  @UuidField() challengeId!: string;
  /** PublicKeyCredentialRequestOptionsJSON or …CreationOptionsJSON of WebAuthn. */
  @AnyField() options!: unknown;
}

export class PasskeyAnswerDto {
  @UuidField() challengeId!: string;
  /** AuthenticationResponseJSON of WebAuthn. */
  @AnyField() response!: unknown;
}

export class StepUpDto {
  @TextField({ max: 10, optional: true, nullable: true }) totp?: string | null;
  @TextField({ max: 60, optional: true, nullable: true }) recoveryCode?: string | null;
  @UuidField({ optional: true, nullable: true }) challengeId?: string | null;
  @AnyField({ optional: true }) response?: unknown;
}
