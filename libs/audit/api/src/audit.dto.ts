import {
  AnyField,
  BooleanField,
  CommaListField,
  DayField,
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

const OUTCOMES = ['DONE', 'REFUSED'] as const;

export class AuditEventDto {
  @IntField() sequence!: number;
  @MomentField() occurredAt!: string;
  @UuidField({ nullable: true }) actorId!: string | null;
  @TextField({ max: 200 }) actorName!: string;
  @TextField({ max: 200 }) actorRole!: string;
  @UuidField({ nullable: true }) deputyForId!: string | null;
  @TextField({ max: 200, nullable: true, description: 'Whom the actor stood in for' }) deputyForName!: string | null;
  @TextField({ max: 100 }) action!: string;
  @TextField({ max: 100 }) objectType!: string;
  @TextField({ max: 100 }) objectId!: string;
  @IntField({ nullable: true }) objectVersion!: number | null;
  @TextField({ max: 4000, nullable: true }) reason!: string | null;
  @TextField({ max: 60, nullable: true }) fromState!: string | null;
  @TextField({ max: 60, nullable: true }) toState!: string | null;
  @EnumField(OUTCOMES, { name: 'AuditOutcome' }) outcome!: (typeof OUTCOMES)[number];
  @TextField({ max: 100, nullable: true, description: 'Code of the refusal' }) code!: string | null;
  @BooleanField({ description: 'Reason and contents were erased; the chain is whole' }) textsErased!: boolean;
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
  @EnumField(OUTCOMES, { name: 'AuditOutcome', optional: true }) outcome?: (typeof OUTCOMES)[number];
}

export class AnchorSummaryDto {
  @IntField({ min: 0 }) count!: number;
  @DayField({ nullable: true }) lastDay!: string | null;
  @MomentField({ nullable: true }) lastSignedAt!: string | null;
  @BooleanField({ description: 'Each anchor is signed by a known key and stands where the trail says' }) ok!: boolean;
  @TextField({ max: 16, nullable: true, description: 'Key that signs now' }) keyId!: string | null;
}

export class AnchorDto {
  @DayField() day!: string;
  @IntField({ min: 1 }) sequence!: number;
  @TextField({ max: 64 }) head!: string;
  @TextField({ max: 16 }) keyId!: string;
  @TextField({ max: 100 }) signature!: string;
  @BooleanField() ok!: boolean;
}

export class AnchorListDto {
  @ListField(() => AnchorDto, { max: 10_000 }) items!: AnchorDto[];
  @TextField({ max: 2000, multiline: true, nullable: true, description: 'PEM' }) publicKey!: string | null;
}

export class ReadQueryDto extends PageQueryDto {
  @UuidField({ optional: true }) accountId?: string;
  @TextField({ max: 100, optional: true }) objectType?: string;
  @TextField({ max: 100, optional: true }) objectId?: string;
  @MomentField({ optional: true }) from?: string;
  @MomentField({ optional: true }) to?: string;
}

export class ReadEntryDto {
  @IntField() id!: number;
  @MomentField() occurredAt!: string;
  @UuidField() accountId!: string;
  @TextField({ max: 200 }) actorName!: string;
  @TextField({ max: 200 }) actorRole!: string;
  @TextField({ max: 100 }) objectType!: string;
  @TextField({ max: 100 }) objectId!: string;
  @TextField({ max: 300 }) path!: string;
  @TextField({ max: 100 }) requestId!: string;
}

export class ReadPageDto extends pageOf(ReadEntryDto) {}

export class AuditVerificationDto {
  @BooleanField() ok!: boolean;
  @IntField({ min: 0 }) checked!: number;
  @IntField({ min: 1, optional: true }) firstBadSequence?: number;
  @TextField({ max: 100, optional: true }) fault?: string;
  @TextField({ max: 64, description: 'Hash of the newest event' }) head!: string;
  @IntField({ min: 0, description: 'Events whose texts were erased' }) erasedTexts!: number;
  @ObjectField(() => AnchorSummaryDto) anchors!: AnchorSummaryDto;
}
