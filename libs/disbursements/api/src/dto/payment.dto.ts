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
  pageOf,
  PageQueryDto,
  SortField,
  TextField,
  UuidField,
} from '@wir/shared/api';

export const PAYMENT_ORDER_STATES = ['ORDERED', 'EXPORTED', 'PAID', 'FAILED', 'CANCELLED'] as const;
export const PAYMENT_FILE_FORMATS = ['pain.001', 'csv', 'pdf'] as const;
const RUN_STATES = ['FROZEN', 'EXPORTING', 'EXPORTED', 'TAKEN_BACK'] as const;
const RUN_RELEASES = ['SECOND_PERSON', 'ONE_STEP', 'REGISTER'] as const;
export type PaymentFileFormat = (typeof PAYMENT_FILE_FORMATS)[number];

/** Auszahlungsanordnung (VV zu §§ 70–80 LHO). */
export class PaymentOrderDto {
  @UuidField() id!: string;
  @TextField({ max: 40 }) orderNumber!: string;
  @UuidField() disbursementRequestId!: string;
  @UuidField() awardId!: string;
  @TextField({ max: 40 }) caseNumber!: string;
  @TextField({ max: 200 }) applicantName!: string;
  @IntField({ min: 2000, max: 2100 }) year!: number;
  @CentsField() amountCents!: number;
  @CentsField({ description: 'Came back after it was paid' }) repaidCents!: number;
  @DayField() dueOn!: string;
  @EnumField(PAYMENT_ORDER_STATES, { name: 'PaymentOrderState' }) state!: (typeof PAYMENT_ORDER_STATES)[number];
  @TextField({ max: 34 }) iban!: string;
  @TextField({ max: 140 }) remittanceText!: string;
  @MomentField() orderedAt!: string;
  @TextField({ max: 200 }) orderedBy!: string;
  @UuidField({ nullable: true }) paymentRunId!: string | null;
}

export class PaymentOrderPageDto extends pageOf(PaymentOrderDto) {
  @CentsField({ description: 'Over all hits' }) sumAmountCents!: number;
}

export class PaymentOrderQueryDto extends PageQueryDto {
  @SortField(['dueOn', 'orderNumber', 'amountCents', 'orderedAt']) sort?: string;
  @CommaListField(PAYMENT_ORDER_STATES) state?: (typeof PAYMENT_ORDER_STATES)[number][];
  @DayField({ optional: true }) dueUntil?: string;
}

export class PaymentFileDto {
  @EnumField(PAYMENT_FILE_FORMATS, { name: 'PaymentFileFormat' }) format!: PaymentFileFormat;
  @TextField({ max: 64 }) sha256!: string;
  @IntField({ min: 1 }) sizeBytes!: number;
}

/** Zahlungslauf: a frozen list of orders with count, sum and checksum, handed to HCC as files. */
export class PaymentRunDto {
  @UuidField() id!: string;
  @TextField({ max: 40 }) runNumber!: string;
  @EnumField(RUN_STATES, { name: 'PaymentRunState' }) state!: (typeof RUN_STATES)[number];
  @IntField({ min: 1 }) orderCount!: number;
  @CentsField() sumCents!: number;
  @TextField({ max: 64, description: 'SHA-256 over the canonical lines of the orders' }) checksum!: string;
  @MomentField() createdAt!: string;
  @TextField({ max: 200 }) createdBy!: string;
  @ListField(() => PaymentFileDto) files!: PaymentFileDto[];
  @IntField({ min: 0, description: 'Orders the cash office has not answered yet' }) openCount!: number;
  @ListField(() => PaymentOrderDto, { max: 5000 }) orders!: PaymentOrderDto[];
  @IntField({ min: 1 }) version!: number;
  @EnumField(RUN_RELEASES, { name: 'PaymentRunRelease' }) release!: (typeof RUN_RELEASES)[number];
  @MomentField({ nullable: true }) releasedAt!: string | null;
  @TextField({ max: 200, nullable: true }) releasedBy!: string | null;
  @MomentField({ nullable: true }) exportedAt!: string | null;
  @MomentField({ nullable: true }) takenBackAt!: string | null;
  @TextField({ max: 200, nullable: true }) takenBackBy!: string | null;
  @TextField({ max: 2000, nullable: true }) takenBackReason!: string | null;
  @ListField(() => ActionDto) actions!: ActionDto[];
}

export class PaymentRunPageDto extends pageOf(PaymentRunDto) {}

export class PaymentRunQueryDto extends PageQueryDto {
  @SortField(['createdAt', 'runNumber', 'sumCents']) sort?: string;
}

/** Either the orders by id or all that are due until a day. */
export class CreatePaymentRunDto {
  @ListField('uuid', { min: 1, max: 1000, optional: true }) orderIds?: string[];
  @DayField({ optional: true }) dueUntil?: string;
  @BooleanField({ optional: true, description: 'Another person releases the run by POST /payment-runs/{id}/export' })
  freezeOnly?: boolean;
}

export class TakeBackPaymentRunDto {
  @TextField({ min: 1, max: 2000, multiline: true }) reason!: string;
}

export class PaymentFileQueryDto {
  @EnumField(PAYMENT_FILE_FORMATS) format!: PaymentFileFormat;
}
