import {
  BooleanField,
  CentsField,
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

export const RETURN_OUTCOMES = ['BOOKED', 'FAILED', 'RETURNED', 'REPAID', 'REPEATED', 'REJECTED'] as const;
export const RETURN_FORMATS = ['CSV', 'CAMT_053', 'UNKNOWN'] as const;

export class PaymentReturnRowDto {
  @IntField({ min: 1, description: 'Line of the file, or number of the movement of a bank statement' }) line!: number;
  @TextField({ max: 100 }) orderNumber!: string;
  @EnumField(RETURN_OUTCOMES, {
    name: 'PaymentReturnOutcome',
    description: 'RETURNED: bounced after it was paid; REPAID: paid back by the municipality',
  })
  outcome!: (typeof RETURN_OUTCOMES)[number];
  @TextField({ max: 100, optional: true }) code?: string;
  @CentsField({ nullable: true }) amountCents!: number | null;
  @CentsField({ nullable: true }) expectedCents!: number | null;
  @DayField({ nullable: true }) valueDate!: string | null;
  @TextField({ max: 100 }) documentNumber!: string;
  @UuidField({ nullable: true }) discrepancyId!: string | null;
}

export class PaymentReturnTotalDto {
  @EnumField(RETURN_OUTCOMES, { name: 'PaymentReturnOutcome' }) outcome!: (typeof RETURN_OUTCOMES)[number];
  @IntField({ min: 0 }) count!: number;
  @CentsField() amountCents!: number;
}

/** What became of each row of a return file of the cash office. */
export class PaymentReturnReportDto {
  @UuidField({ description: 'Of a preview: zeros' }) id!: string;
  @TextField({ max: 255 }) fileName!: string;
  @TextField({ max: 64 }) sha256!: string;
  @EnumField(RETURN_FORMATS, { name: 'PaymentReturnFormat' }) format!: (typeof RETURN_FORMATS)[number];
  @MomentField() importedAt!: string;
  @TextField({ max: 200 }) importedBy!: string;
  @BooleanField({ description: 'True: nothing was booked or kept' }) dryRun!: boolean;
  @BooleanField() rejected!: boolean;
  @TextField({ max: 100, nullable: true }) code!: string | null;
  @ListField(() => PaymentReturnRowDto, { max: 10_000, description: 'In lists the first 500 only' })
  rows!: PaymentReturnRowDto[];
  @ListField(() => PaymentReturnTotalDto, { description: 'Over all rows' }) totals!: PaymentReturnTotalDto[];
  @CentsField() bookedCents!: number;
}

export class PaymentReturnPageDto extends pageOf(PaymentReturnReportDto) {}

export class PaymentReturnQueryDto extends PageQueryDto {
  @SortField(['importedAt']) sort?: string;
}
