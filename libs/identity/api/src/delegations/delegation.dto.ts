import { DELEGABLE_ROLES, ROLES, type Role } from '@wir/identity/domain';
import {
  CommaListField,
  DayField,
  EnumField,
  ListField,
  MomentField,
  pageOf,
  PageQueryDto,
  TextField,
  UuidField,
} from '@wir/shared/api';
import type { LocalDate } from '@wir/shared/kernel';

const TIMES = ['CURRENT', 'FUTURE', 'PAST'] as const;

/** A right lent for the days of an absence. Days; the last one counts to its end. */
export class DelegationDto {
  @UuidField() id!: string;
  @UuidField() absentAccountId!: string;
  @TextField({ max: 200 }) absentName!: string;
  @UuidField() deputyAccountId!: string;
  @TextField({ max: 200 }) deputyName!: string;
  @EnumField(ROLES, { name: 'Role' }) role!: Role;
  @DayField() validFrom!: string;
  @DayField() validTo!: string;
  @TextField({ max: 500 }) reason!: string;
  @TextField({ max: 200 }) createdByName!: string;
  @MomentField() createdAt!: string;
  @MomentField({ nullable: true }) revokedAt!: string | null;
  @TextField({ max: 500, nullable: true }) revokeReason!: string | null;
}

export class DelegationPageDto extends pageOf(DelegationDto) {}

export class DelegationQueryDto extends PageQueryDto {
  @CommaListField(TIMES) time?: (typeof TIMES)[number][];
}

export class DelegationListDto {
  @ListField(() => DelegationDto) items!: DelegationDto[];
}

export class CandidateQueryDto {
  @UuidField({ optional: true, description: 'Oneself when left out' }) absentAccountId?: string;
}

export class DelegationCandidateDto {
  @UuidField() id!: string;
  @TextField({ max: 200 }) name!: string;
  @TextField({ max: 300 }) organisation!: string;
  @ListField(ROLES, { name: 'Role' }) roles!: Role[];
}

export class DelegationCandidateListDto {
  @ListField(() => DelegationCandidateDto, { max: 1000 }) items!: DelegationCandidateDto[];
}

export class ArrangeDelegationDto {
  @UuidField({ optional: true, description: 'Oneself when left out' }) absentAccountId?: string;
  @UuidField() deputyAccountId!: string;
  @ListField(DELEGABLE_ROLES, { name: 'DelegableRole', min: 1, max: 7 }) roles!: Role[];
  @DayField() validFrom!: LocalDate;
  @DayField() validTo!: LocalDate;
  @TextField({ min: 3, max: 500 }) reason!: string;
}
