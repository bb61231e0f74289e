import {
  AnyField,
  BooleanField,
  IntField,
  ListField,
  MomentField,
  ObjectField,
  SecretField,
  TextField,
  UuidField,
} from '@wir/shared/api';

export class TotpDto {
  @MomentField() confirmedAt!: string;
}

export class PasskeyDto {
  @UuidField() id!: string;
  @TextField({ max: 60 }) name!: string;
  @MomentField() createdAt!: string;
  @MomentField({ nullable: true }) lastUsedAt!: string | null;
}

export class FactorsDto {
  @BooleanField({ description: 'This account works only with a second factor' }) demanded!: boolean;
  @ObjectField(() => TotpDto, { nullable: true }) totp!: TotpDto | null;
  @ListField(() => PasskeyDto) passkeys!: PasskeyDto[];
  @IntField({ min: 0 }) recoveryCodesLeft!: number;
}

export class OwnPasswordDto {
  /** Asked for while there is no second factor. */
  @SecretField({ max: 512, optional: true, nullable: true }) currentPassword?: string | null;
}

export class TotpSetupDto {
  @TextField({ max: 64 }) secret!: string;
  @TextField({ max: 500 }) otpauthUri!: string;
  @TextField({ max: 100_000 }) qrSvgPath!: string;
  @IntField({ min: 1 }) qrSize!: number;
}

export class TotpCodeDto {
  @TextField({ min: 1, max: 10 }) code!: string;
}

export class RecoveryCodesDto {
  @ListField('text', { max: 20, optional: true, description: 'Shown this once' }) recoveryCodes?: string[];
}

export class NewPasskeyDto {
  @UuidField() challengeId!: string;
  @TextField({ min: 1, max: 60 }) name!: string;
  /** RegistrationResponseJSON of WebAuthn. */
  @AnyField() response!: unknown;
}

export class AddedPasskeyDto extends RecoveryCodesDto {
  @UuidField() id!: string;
}
