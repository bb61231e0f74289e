import { ROLES, type Role } from '@wir/identity/domain';
import { DayField, IntField, ListField, TextField, UuidField } from '@wir/shared/api';
import type { LocalDate } from '@wir/shared/kernel';
import { DelegationDto } from '../delegations/delegation.dto';

export class LeavingCaseDto {
  @UuidField() id!: string;
  @TextField({ max: 60 }) caseNumber!: string;
  @TextField({ max: 300 }) applicantName!: string;
  @TextField({ max: 60 }) state!: string;
}

export class SuccessorDto {
  @UuidField() id!: string;
  @TextField({ max: 200 }) name!: string;
  @ListField(ROLES, { name: 'Role' }) roles!: Role[];
}

/** What a person leaves behind, and who could take it over. */
export class LeavingDto {
  @ListField(() => LeavingCaseDto, { max: 5000 }) cases!: LeavingCaseDto[];
  @IntField({ min: 0, description: 'Tasks of these cases; they follow the case' }) openTasks!: number;
  @ListField(() => DelegationDto, { max: 1000 }) delegations!: DelegationDto[];
  @ListField(() => SuccessorDto, { max: 1000 }) candidates!: SuccessorDto[];
}

export class LeaveDto {
  @UuidField({ nullable: true, description: 'Takes over the cases; null when there are none' })
  successorAccountId!: string | null;
  @DayField({ description: 'Today or earlier: the account is closed at once; later: at the end of that day' })
  lastDay!: LocalDate;
  @TextField({ min: 3, max: 500 }) reason!: string;
}

export class LeavingReportDto {
  @IntField({ min: 0 }) movedCases!: number;
  @IntField({ min: 0 }) movedTasks!: number;
  @IntField({ min: 0 }) endedDelegations!: number;
  @IntField({ min: 0 }) endedGrants!: number;
}
