import { ROLES, type Role } from '@wir/identity/domain';
import { BooleanField, EmailField, EnumField, ListField, MomentField, TextField, UuidField } from '@wir/shared/api';

/** Whom the signed-in person stands in for at the moment. */
export class MyDelegationDto {
  @EnumField(ROLES, { name: 'Role' }) role!: string;
  @TextField({ max: 200 }) name!: string;
  @MomentField() until!: string;
}

export class MeDto {
  @UuidField() id!: string;
  @UuidField() personId!: string;
  @UuidField({ description: 'This sign-in' }) familyId!: string;
  @TextField({ max: 200 }) name!: string;
  @EmailField() email!: string;
  @ListField(ROLES, { name: 'Role' }) roles!: Role[];
  @UuidField({ nullable: true }) applicantId!: string | null;
  @TextField({ max: 300, nullable: true }) applicantName!: string | null;
  @ListField('text', { max: 500 }) permissions!: string[];
  @MomentField({ description: 'Business time; a demo may have moved it' }) now!: string;
  @EnumField(['demo', 'production']) mode!: 'demo' | 'production';
  @MomentField() sessionExpiresAt!: string;
  @MomentField({ nullable: true, description: 'End for want of activity; null for programs' }) idleEndsAt!:
    string | null;
  @BooleanField() hasFactor!: boolean;
  @BooleanField({ description: 'Nothing works until a second factor is enrolled' }) mustEnrol!: boolean;
  @MomentField({ nullable: true, description: 'Until then acts that want a fresh second factor need no other' })
  factorFreshUntil!: string | null;
  @ListField(() => MyDelegationDto) delegations!: MyDelegationDto[];
}
