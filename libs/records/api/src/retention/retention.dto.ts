import {
  CommaListField,
  DayField,
  EnumField,
  ListField,
  pageOf,
  PageQueryDto,
  SortField,
  TextField,
  UuidField,
} from '@wir/shared/api';
import type { ArchiveDecision, RetentionState } from '@wir/records/domain';
import type { LocalDate } from '@wir/shared/kernel';

export const RETENTION_STATES = ['OPEN', 'RETENTION', 'DUE', 'ARCHIVE_OFFERED', 'ARCHIVED', 'DELETED'] as const;
const DECISIONS = ['ARCHIVE', 'DELETE'] as const;

/** A case and what becomes of its file. */
export class RetentionDto {
  @UuidField() applicationId!: string;
  @TextField({ max: 40 }) caseNumber!: string;
  @TextField({ max: 200 }) applicantName!: string;
  @DayField({ nullable: true }) closedOn!: LocalDate | null;
  @DayField({ nullable: true, description: 'Last day of retention' }) retainUntil!: LocalDate | null;
  @EnumField(RETENTION_STATES, { name: 'RetentionState' }) state!: RetentionState;
  @DayField({ nullable: true }) offeredOn!: LocalDate | null;
  @EnumField(DECISIONS, { name: 'ArchiveDecision', nullable: true }) decision!: ArchiveDecision | null;
  @DayField({ nullable: true }) decidedOn!: LocalDate | null;
  @UuidField({ nullable: true }) decidedByPersonId!: string | null;
  @TextField({ max: 200, nullable: true, description: 'Of the decision, before it of the offer' }) reference!:
    string | null;
}

export class RetentionPageDto extends pageOf(RetentionDto) {}

export class RetentionQueryDto extends PageQueryDto {
  @SortField(['caseNumber', 'applicantName', 'closedOn', 'retainUntil', 'state']) sort?: string;
  @CommaListField(RETENTION_STATES) state?: RetentionState[];
}

export class RetentionListDto {
  @ListField(() => RetentionDto) items!: RetentionDto[];
}

export class OfferCasesDto {
  @ListField('uuid', { min: 1, max: 200 }) applicationIds!: string[];
  @TextField({ min: 1, max: 200 }) reference!: string;
}

export class ArchiveDecisionDto {
  @EnumField(DECISIONS, { name: 'ArchiveDecision' }) decision!: ArchiveDecision;
  @TextField({ min: 1, max: 200 }) reference!: string;
  @DayField() decidedOn!: LocalDate;
}

export class DeleteCaseDto {
  @TextField({ min: 1, max: 1000 }) reason!: string;
}
