import {
  AnyField,
  BooleanField,
  CommaListField,
  IntField,
  MomentField,
  pageOf,
  PageQueryDto,
  SortField,
  TextField,
  UuidField,
} from '@wir/shared/api';

export class AuditEventDto {
  @IntField() sequence!: number;
  @MomentField() occurredAt!: string;
  @UuidField({ nullable: true }) actorId!: string | null;
  @TextField({ max: 200 }) actorName!: string;
  @TextField({ max: 200 }) actorRole!: string;
  @TextField({ max: 100 }) action!: string;
  @TextField({ max: 100 }) objectType!: string;
  @TextField({ max: 100 }) objectId!: string;
  @IntField({ nullable: true }) objectVersion!: number | null;
  @TextField({ max: 4000, nullable: true }) reason!: string | null;
  @TextField({ max: 60, nullable: true }) fromState!: string | null;
  @TextField({ max: 60, nullable: true }) toState!: string | null;
  @AnyField() before!: unknown;
  @AnyField() after!: unknown;
  @TextField({ max: 100 }) requestId!: string;
  @TextField({ max: 64 }) hash!: string;
}

export class AuditEventPageDto extends pageOf(AuditEventDto) {}

export class AuditQueryDto extends PageQueryDto {
  @SortField(['sequence']) sort?: string;
  @TextField({ max: 100, optional: true }) objectType?: string;
  @TextField({ max: 100, optional: true }) objectId?: string;
  @CommaListField('text') action?: string[];
  @UuidField({ optional: true }) actorId?: string;
  @UuidField({ optional: true }) applicantId?: string;
  @MomentField({ optional: true }) from?: string;
  @MomentField({ optional: true }) to?: string;
}

export class AuditVerificationDto {
  @BooleanField() ok!: boolean;
  @IntField({ min: 0 }) checked!: number;
  @IntField({ min: 1, optional: true }) firstBadSequence?: number;
  @TextField({ max: 64, description: 'Hash of the newest event' }) head!: string;
}
