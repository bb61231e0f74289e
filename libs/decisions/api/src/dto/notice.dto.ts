import {
  NOTICE_STATES,
  PROVISION_TYPE_LABELS,
  type NoticeKind,
  type NoticeState,
  type ProvisionType,
} from '@wir/decisions/domain';
import {
  ActionDto,
  CentsField,
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
import { NOTICE_CHANNELS, type LocalDate, type NoticeChannel } from '@wir/shared/kernel';

export const NOTICE_KINDS = ['GRANT', 'REJECTION'] as const satisfies readonly NoticeKind[];
const PROVISION_TYPES = Object.keys(PROVISION_TYPE_LABELS);

export class NoticeTextDto {
  @TextField({ max: 10_000, multiline: true }) purpose!: string;
  @TextField({ max: 10_000, multiline: true }) reasons!: string;
  @TextField({ max: 10_000, multiline: true }) payoutRule!: string;
  @TextField({ max: 10_000, multiline: true }) proofRule!: string;
  @TextField({ max: 10_000, multiline: true }) closing!: string;
}

export class AncillaryProvisionDto {
  @EnumField(PROVISION_TYPES, { name: 'ProvisionType' }) type!: ProvisionType;
  @TextField({ max: 4000, multiline: true }) text!: string;
  @DayField({ optional: true, nullable: true }) dueDate?: LocalDate | null;
}

export class NoticeYearDto {
  @IntField() year!: number;
  @CentsField() amountCents!: number;
}

export class NoticeWarningDto {
  @TextField({ max: 100 }) code!: string;
  @TextField({ max: 500 }) text!: string;
}

export class NoticeDto {
  @UuidField() id!: string;
  @TextField({ max: 40 }) noticeNumber!: string;
  @TextField({ max: 100 }) fileReference!: string;
  @EnumField(NOTICE_KINDS, { name: 'NoticeKind' }) kind!: NoticeKind;
  @EnumField(NOTICE_STATES, { name: 'NoticeState' }) state!: NoticeState;
  @UuidField() applicationId!: string;
  @TextField({ max: 40 }) caseNumber!: string;
  @UuidField({ nullable: true }) awardId!: string | null;
  @UuidField() applicantId!: string;
  @TextField({ max: 200 }) applicantName!: string;
  @TextField({ max: 200 }) addresseeBody!: string;
  @TextField({ max: 100 }) court!: string;
  @ObjectField(() => NoticeTextDto) texts!: NoticeTextDto;
  @ListField(() => AncillaryProvisionDto, { max: 100 }) ancillaryProvisions!: AncillaryProvisionDto[];
  @ListField(() => NoticeYearDto) years!: NoticeYearDto[];
  @CentsField() totalCents!: number;
  @ListField(() => NoticeWarningDto, {
    description: 'Was der Mitzeichnung entgegensteht; nur für die Bewilligungsbehörde.',
  })
  warnings!: NoticeWarningDto[];
  @TextField({
    max: 64,
    nullable: true,
    description: 'IN_COSIGN: SHA-256 der Vorschau; ab SIGNED: des gezeichneten Originals.',
  })
  documentSha256!: string | null;
  @MomentField({ nullable: true }) signedAt!: string | null;
  @TextField({ max: 200, nullable: true }) signedBy!: string | null;
  @TextField({ max: 200, nullable: true, description: 'Who was represented when it was signed (In Vertretung)' })
  signedFor!: string | null;
  @EnumField(NOTICE_CHANNELS, { name: 'NoticeChannel', nullable: true }) channel!: NoticeChannel | null;
  @DayField({ nullable: true }) dispatchedOn!: string | null;
  @DayField({ nullable: true }) retrievedOn!: string | null;
  @DayField({ nullable: true }) appealWaivedOn!: string | null;
  @DayField({ nullable: true }) deemedNotifiedOn!: string | null;
  @DayField({ nullable: true }) appealEndsOn!: string | null;
  @DayField({ nullable: true }) finalOn!: string | null;
  @TextField({ max: 4000, multiline: true, nullable: true }) cosignRemark!: string | null;
  @TextField({ max: 4000, multiline: true, nullable: true }) voidReason!: string | null;
  @ListField(() => ActionDto) actions!: ActionDto[];
  @MomentField() createdAt!: string;
  @MomentField() updatedAt!: string;
  @IntField({ min: 1 }) version!: number;
}

export class NoticeListItemDto {
  @UuidField() id!: string;
  @TextField({ max: 40 }) noticeNumber!: string;
  @EnumField(NOTICE_KINDS, { name: 'NoticeKind' }) kind!: NoticeKind;
  @EnumField(NOTICE_STATES, { name: 'NoticeState' }) state!: NoticeState;
  @UuidField() applicationId!: string;
  @TextField({ max: 40 }) caseNumber!: string;
  @UuidField() applicantId!: string;
  @TextField({ max: 200 }) applicantName!: string;
  @CentsField() totalCents!: number;
  @DayField({ nullable: true }) dispatchedOn!: string | null;
  @DayField({ nullable: true }) deemedNotifiedOn!: string | null;
  @DayField({ nullable: true }) finalOn!: string | null;
  @MomentField() updatedAt!: string;
  @IntField({ min: 1 }) version!: number;
}

export class NoticePageDto extends pageOf(NoticeListItemDto) {
  @CentsField({ description: 'Über alle Treffer, nicht nur diese Seite.' }) sumTotalCents!: number;
}

export class NoticeQueryDto extends PageQueryDto {
  @SortField([
    'updatedAt',
    'noticeNumber',
    'caseNumber',
    'applicantName',
    'state',
    'totalCents',
    'deemedNotifiedOn',
    'finalOn',
  ])
  sort?: string;
  @CommaListField(NOTICE_STATES) state?: NoticeState[];
  @CommaListField(NOTICE_KINDS) kind?: NoticeKind[];
  @CommaListField('uuid') applicantId?: string[];
}
