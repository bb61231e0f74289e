import { EmailField, EnumField, IntField, SecretField, TextField } from '@wir/shared/api';

export class ResetRequestDto {
  @EmailField() email!: string;
}

export class LinkDto {
  @SecretField({ max: 64 }) token!: string;
}

export class LinkHolderDto {
  @EnumField(['FIRST_PASSWORD', 'RESET'], { name: 'LinkPurpose' }) purpose!: 'FIRST_PASSWORD' | 'RESET';
  @TextField({ max: 200 }) name!: string;
  @EmailField() email!: string;
  @TextField({ max: 300 }) organisation!: string;
  @IntField({ min: 1 }) passwordMinLength!: number;
}

export class FirstPasswordDto extends LinkDto {
  @SecretField({ max: 512 }) password!: string;
}

export class ChangePasswordDto {
  @SecretField({ max: 512 }) currentPassword!: string;
  @SecretField({ max: 512 }) newPassword!: string;
}
