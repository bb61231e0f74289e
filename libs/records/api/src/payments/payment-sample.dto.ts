import { CentsField, DayField, IntField, ListField, TextField, UuidField } from '@wir/shared/api';

export class PaymentSampleQueryDto {
  @TextField({ min: 1, max: 60, description: 'Start of the drawing; the same seed draws the same payments' })
  seed!: string;
  @IntField({ min: 1, max: 500, fromQuery: true }) size!: number;
  @DayField({ optional: true, description: 'First value date' }) from?: string;
  @DayField({ optional: true, description: 'Last value date' }) to?: string;
  @IntField({ min: 0, max: 9_999_999_999_999, optional: true, fromQuery: true }) minCents?: number;
}

export class SampledPaymentDto {
  @IntField({ min: 1 }) rank!: number;
  @TextField({ max: 64, description: 'SHA-256 of seed, bar and order number; the smallest are drawn' }) key!: string;
  @TextField({ max: 40 }) orderNumber!: string;
  @UuidField() disbursementRequestId!: string;
  @TextField({ max: 40 }) caseNumber!: string;
  @TextField({ max: 200 }) applicantName!: string;
  @IntField() year!: number;
  @CentsField() amountCents!: number;
  @DayField() valueDate!: string;
  @TextField({ max: 100 }) documentNumber!: string;
}

/** A sample that can be drawn again: by the same seed, or without the portal by the method. */
export class PaymentSampleDto {
  @TextField({ max: 60 }) seed!: string;
  @TextField({ max: 2000 }) method!: string;
  @DayField({ nullable: true }) from!: string | null;
  @DayField({ nullable: true }) to!: string | null;
  @CentsField() minCents!: number;
  @IntField({ min: 0 }) populationCount!: number;
  @CentsField() populationCents!: number;
  @TextField({ max: 64 }) populationSha256!: string;
  @CentsField({ description: 'Of the drawn payments' }) sumCents!: number;
  @ListField(() => SampledPaymentDto, { max: 500 }) items!: SampledPaymentDto[];
}
