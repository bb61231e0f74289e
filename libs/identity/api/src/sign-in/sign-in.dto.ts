import { EmailField, IntField, SecretField, TextField } from '@wir/shared/api';

export class SignInDto {
  @EmailField() email!: string;
  @SecretField({ max: 128 }) password!: string;
  /** Second factor; accounts cannot enrol one yet, so it is read and not asked for. */
  @TextField({ max: 10, optional: true, nullable: true }) totp?: string | null;
}

export class TokenDto {
  @TextField({ max: 4000 }) accessToken!: string;
  @IntField({ min: 1 }) expiresInSeconds!: number;
}
