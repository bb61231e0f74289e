import {
  ActionDto,
  BooleanField,
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

export const DISBURSEMENT_STATES = [
  'DRAFT',
  'SUBMITTED',
  'RETURNED',
  'CHECKED',
  'ORDERED',
  'EXPORTED',
  'PAID',
  'FAILED',
  'CANCELLED',
] as const;

/** The three limits a request is held against, without itself: Rest des Bescheids, Jahresscheibe, Mittel gebunden. */
export class DisbursementLimitsDto {
  @CentsField() trancheOpenCents!: number;
  @CentsField() awardOpenCents!: number;
  @CentsField() yearCommittedCents!: number;
}

export class DisbursementCheckDto {
  @BooleanField() factual!: boolean;
  @BooleanField() arithmetical!: boolean;
  @TextField({ max: 4000, multiline: true }) note!: string;
  @MomentField() checkedAt!: string;
  @TextField({ max: 200 }) checkedBy!: string;
}

export class DisbursementOrderDto {
  @UuidField() id!: string;
  @TextField({ max: 40 }) orderNumber!: string;
  @MomentField() orderedAt!: string;
  @TextField({ max: 200 }) orderedBy!: string;
  @UuidField({ nullable: true }) paymentRunId!: string | null;
  @TextField({ max: 500, nullable: true }) documentNumber!: string | null;
  @DayField({ nullable: true }) valueDate!: string | null;
  @TextField({ max: 500, nullable: true }) failureReason!: string | null;
}

/** Mittelabruf: a part of the tranche of one year, wanted for payments due. */
export class DisbursementRequestDto {
  @UuidField() id!: string;
  @TextField({ max: 40 }) requestNumber!: string;
  @UuidField() awardId!: string;
  @UuidField() applicationId!: string;
  @TextField({ max: 40 }) caseNumber!: string;
  @UuidField() applicantId!: string;
  @TextField({ max: 200 }) applicantName!: string;
  @IntField({ min: 2000, max: 2100 }) year!: number;
  @CentsField() amountCents!: number;
  @CentsField({ description: 'Came back after it was paid' }) repaidCents!: number;
  @DayField() neededUntil!: string;
  @EnumField(DISBURSEMENT_STATES, { name: 'DisbursementState' }) state!: (typeof DISBURSEMENT_STATES)[number];
  @ObjectField(() => DisbursementLimitsDto) limits!: DisbursementLimitsDto;
  @TextField({ max: 34, nullable: true, description: 'As checked, before that as confirmed' }) iban!: string | null;
  @MomentField({ nullable: true }) ibanChangedAt!: string | null;
  @ObjectField(() => DisbursementCheckDto, { nullable: true }) check!: DisbursementCheckDto | null;
  @TextField({ max: 4000, multiline: true, nullable: true }) returnReason!: string | null;
  @ObjectField(() => DisbursementOrderDto, { nullable: true, description: 'The latest' })
  order!: DisbursementOrderDto | null;
  @ListField(() => ActionDto) actions!: ActionDto[];
  @MomentField() createdAt!: string;
  @MomentField() updatedAt!: string;
  @IntField({ min: 1 }) version!: number;
}

export class DisbursementRequestPageDto extends pageOf(DisbursementRequestDto) {
  @CentsField({ description: 'Over all hits' }) sumAmountCents!: number;
}

export class DisbursementRequestQueryDto extends PageQueryDto {
  @SortField(['updatedAt', 'neededUntil', 'amountCents', 'requestNumber', 'caseNumber']) sort?: string;
  @CommaListField(DISBURSEMENT_STATES) state?: (typeof DISBURSEMENT_STATES)[number][];
  @CommaListField('uuid') awardId?: string[];
  @CommaListField('uuid') applicantId?: string[];
  @CommaListField('int') year?: number[];
}

export class CreateDisbursementRequestDto {
  @IntField({ min: 2000, max: 2100 }) year!: number;
  @CentsField({ min: 1 }) amountCents!: number;
  @DayField() neededUntil!: string;
}

export class CheckDisbursementDto {
  @BooleanField() factual!: boolean;
  @BooleanField() arithmetical!: boolean;
  @TextField({ max: 4000, multiline: true, optional: true }) note?: string;
}

export class ReturnDisbursementDto {
  @TextField({ min: 1, max: 4000, multiline: true }) reason!: string;
}

export class CancelDisbursementDto {
  @TextField({ max: 4000, multiline: true, optional: true }) reason?: string;
}
