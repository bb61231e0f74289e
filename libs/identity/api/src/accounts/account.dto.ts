import { ACCOUNT_STATES, ROLES, type AccountState, type Role } from '@wir/identity/domain';
import {
  BooleanField,
  CommaListField,
  DayField,
  EmailField,
  EnumField,
  IntField,
  ListField,
  MomentField,
  ObjectField,
  pageOf,
  PageQueryDto,
  SortField,
  TextField,
  UuidField,
} from '@wir/shared/api';
import type { LocalDate } from '@wir/shared/kernel';
import { DelegationDto } from '../delegations/delegation.dto';

/** Why something was done; kept in the trail. */
export class StatedReasonDto {
  @TextField({ min: 3, max: 500 }) reason!: string;
}

export class HeldRoleDto {
  @UuidField() id!: string;
  @EnumField(ROLES, { name: 'Role' }) role!: Role;
  @DayField() validFrom!: string;
  @DayField({ nullable: true, description: 'Last day; null without end' }) validTo!: string | null;
}

export class AccountItemDto {
  @UuidField() id!: string;
  @UuidField({ description: 'A natural person may have several accounts and counts once' }) personId!: string;
  @TextField({ max: 200 }) name!: string;
  @EmailField() email!: string;
  @TextField({ max: 300 }) organisation!: string;
  @UuidField({ nullable: true }) applicantId!: string | null;
  @EnumField(ACCOUNT_STATES, { name: 'AccountState' }) state!: AccountState;
  @ListField(() => HeldRoleDto) roles!: HeldRoleDto[];
  @BooleanField() hasFactor!: boolean;
  @MomentField({ nullable: true }) lastSignInAt!: string | null;
  @IntField({ min: 1 }) version!: number;
}

export class AccountPageDto extends pageOf(AccountItemDto) {}

export class AccountQueryDto extends PageQueryDto {
  @SortField(['name', 'email', 'organisation', 'state', 'lastSignInAt']) sort?: string;
  @CommaListField(ACCOUNT_STATES) state?: AccountState[];
  @CommaListField(ROLES) role?: Role[];
  @CommaListField('uuid') applicantId?: string[];
}

export class RoleGrantDto extends HeldRoleDto {
  @TextField({ max: 500 }) reason!: string;
  @TextField({ max: 200, nullable: true }) grantedByName!: string | null;
  @MomentField({ nullable: true }) grantedAt!: string | null;
  @TextField({ max: 200, nullable: true }) endedByName!: string | null;
  @TextField({ max: 500, nullable: true }) endReason!: string | null;
  @BooleanField() current!: boolean;
}

export class AccountSessionDto {
  @UuidField() id!: string;
  @TextField({ max: 20 }) method!: string;
  @TextField({ max: 200, nullable: true }) userAgent!: string | null;
  @TextField({ max: 100, nullable: true }) address!: string | null;
  @MomentField() startedAt!: string;
  @MomentField() lastUsedAt!: string;
}

export class OtherAccountDto {
  @UuidField() id!: string;
  @EmailField() email!: string;
  @TextField({ max: 300 }) organisation!: string;
  @EnumField(ACCOUNT_STATES, { name: 'AccountState' }) state!: AccountState;
}

export class FactorResetDto {
  @UuidField() id!: string;
  @UuidField() accountId!: string;
  @TextField({ max: 200 }) accountName!: string;
  @TextField({ max: 500 }) reason!: string;
  @UuidField() requestedBy!: string;
  @TextField({ max: 200 }) requestedByName!: string;
  @MomentField() requestedAt!: string;
  @BooleanField({ description: 'Another person than who asked for it and than the owner' }) mayConfirm!: boolean;
}

export class FactorResetListDto {
  @ListField(() => FactorResetDto) items!: FactorResetDto[];
  @IntField({ min: 0 }) total!: number;
}

export class InvitationDto {
  @MomentField() sentAt!: string;
  @MomentField() expiresAt!: string;
  @MomentField({ nullable: true }) usedAt!: string | null;
}

export class AccountDto extends AccountItemDto {
  @TextField({ max: 500, nullable: true }) lockedReason!: string | null;
  @MomentField() createdAt!: string;
  @DayField({ nullable: true }) leavesOn!: string | null;
  @ListField(() => RoleGrantDto, { max: 1000 }) grants!: RoleGrantDto[];
  @ListField(() => AccountSessionDto, { max: 1000 }) sessions!: AccountSessionDto[];
  @ListField(() => OtherAccountDto) otherAccounts!: OtherAccountDto[];
  @ObjectField(() => FactorResetDto, { nullable: true }) pendingFactorReset!: FactorResetDto | null;
  @ListField(() => DelegationDto, { max: 1000 }) delegations!: DelegationDto[];
  @ObjectField(() => InvitationDto, { nullable: true }) invitation!: InvitationDto | null;
}

export class GrantRoleDto extends StatedReasonDto {
  @EnumField(ROLES, { name: 'Role' }) role!: Role;
  @DayField({ optional: true, description: 'From now on when left out' }) validFrom?: LocalDate;
  @DayField({ optional: true, description: 'Last day; without end when left out' }) validTo?: LocalDate;
}

export class EndGrantDto extends StatedReasonDto {
  @DayField({ optional: true, description: 'Last day; at once when left out' }) endsOn?: LocalDate;
}

export class CreateAccountDto {
  @UuidField({ optional: true, description: 'A further account of a person who has one' }) personId?: string;
  @TextField({ min: 2, max: 200, optional: true }) name?: string;
  @EmailField() email!: string;
  @UuidField({ optional: true, description: 'The municipality it acts for; none: the authority' }) applicantId?: string;
  @TextField({ max: 300, optional: true, description: 'Authority; the own one when left out' }) organisation?: string;
  @ListField(() => GrantRoleDto, { min: 1, max: 10 }) roles!: GrantRoleDto[];
}

export class UpdateAccountDto {
  @TextField({ min: 2, max: 200, optional: true }) name?: string;
  @EmailField({ optional: true }) email?: string;
}
