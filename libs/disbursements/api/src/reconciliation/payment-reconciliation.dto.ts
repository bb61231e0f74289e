import {
  BooleanField,
  CentsField,
  DayField,
  IntField,
  ListField,
  MomentField,
  ObjectField,
  pageOf,
  PageQueryDto,
  TextField,
  UuidField,
} from '@wir/shared/api';

export class ReconciliationLegDto {
  @IntField({ min: 0 }) count!: number;
  @CentsField() cents!: number;
}

/** What was paid, gross: as the cases, the ledger, the exported runs and the answers of the cash office have it. */
export class ReconciliationLegsDto {
  @ObjectField(() => ReconciliationLegDto) application!: ReconciliationLegDto;
  @ObjectField(() => ReconciliationLegDto) ledger!: ReconciliationLegDto;
  @ObjectField(() => ReconciliationLegDto) exported!: ReconciliationLegDto;
  @ObjectField(() => ReconciliationLegDto) returned!: ReconciliationLegDto;
}

export class PaymentDifferenceDto {
  @TextField({ max: 100 }) orderNumber!: string;
  @TextField({ max: 40, nullable: true }) caseNumber!: string | null;
  @TextField({ max: 100, description: 'What differs, in German' }) what!: string;
  @CentsField() applicationCents!: number;
  @CentsField() ledgerCents!: number;
  @CentsField() exportedCents!: number;
  @CentsField() returnedCents!: number;
}

export class UnansweredDto extends ReconciliationLegDto {
  @DayField({ nullable: true }) oldestOn!: string | null;
}

export class OpenDiscrepanciesDto {
  @IntField({ min: 0 }) count!: number;
}

export class OpenPaymentsDto {
  @ObjectField(() => ReconciliationLegDto) ordered!: ReconciliationLegDto;
  @ObjectField(() => UnansweredDto) exportedUnanswered!: UnansweredDto;
  @ObjectField(() => OpenDiscrepanciesDto) discrepancies!: OpenDiscrepanciesDto;
}

/** Abgleich der Auszahlungen. */
export class PaymentReconciliationDto {
  @MomentField() checkedAt!: string;
  @BooleanField() ok!: boolean;
  @ObjectField(() => ReconciliationLegsDto) legs!: ReconciliationLegsDto;
  @IntField({ min: 0 }) differenceCount!: number;
  @ListField(() => PaymentDifferenceDto, { max: 1000, description: 'The first thousand' })
  differences!: PaymentDifferenceDto[];
  @ObjectField(() => OpenPaymentsDto) open!: OpenPaymentsDto;
}

/** A nightly comparison, also one that found nothing. */
export class PaymentReconciliationEntryDto extends PaymentReconciliationDto {
  @UuidField() id!: string;
  @IntField({ min: 0, description: 'Orders without answer and discrepancies that were open' }) openCount!: number;
}

export class PaymentReconciliationPageDto extends pageOf(PaymentReconciliationEntryDto) {}

export class PaymentReconciliationQueryDto extends PageQueryDto {}
