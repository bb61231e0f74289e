import { BooleanField, EmailField, EnumField, IntField, ListField, SecretField, TextField } from '@wir/shared/api';

export class SignInDto {
  @EmailField() email!: string;
  @SecretField({ max: 512 }) password!: string;
  /** Six digits of the authenticator app, when the account has one. */
  @TextField({ max: 10, optional: true, nullable: true }) totp?: string | null;
  @TextField({ max: 60, optional: true, nullable: true }) recoveryCode?: string | null;
}

export class TokenDto {
  @TextField({ max: 4000 }) accessToken!: string;
  @IntField({ min: 1 }) expiresInSeconds!: number;
}

export class OidcProviderDto {
  @EnumField(['land']) id!: string;
  @TextField({ max: 80 }) label!: string;
}

export class SignInMethodsDto {
  @ListField(() => OidcProviderDto) oidc!: OidcProviderDto[];
  @IntField({ min: 1 }) passwordMinLength!: number;
  @BooleanField() passkey!: boolean;
}
