import {
  BooleanField,
  CentsField,
  DayField,
  IntField,
  ListField,
  MomentField,
  ObjectField,
  TextField,
  UuidField,
} from '@wir/shared/api';

export class TracedApplicationDto {
  @UuidField() id!: string;
  @TextField({ max: 40 }) caseNumber!: string;
  @TextField({ max: 40 }) state!: string;
  @TextField({ max: 40 }) moduleCode!: string;
  @UuidField() applicantId!: string;
  @TextField({ max: 200 }) applicantName!: string;
  @CentsField() requestedCents!: number;
  @MomentField({ nullable: true }) submittedAt!: string | null;
  @TextField({ max: 200, nullable: true }) submittedBy!: string | null;
  @MomentField({ nullable: true }) decidedAt!: string | null;
  @TextField({ max: 200, nullable: true }) decidedBy!: string | null;
}

export class TracedNoticeDto {
  @UuidField() id!: string;
  @TextField({ max: 40 }) noticeNumber!: string;
  @TextField({ max: 40 }) state!: string;
  @UuidField() awardId!: string;
  @TextField({ max: 40 }) awardNumber!: string;
  @CentsField() totalCents!: number;
  @CentsField({ description: 'Of the year of the payment' }) trancheCents!: number;
  @MomentField({ nullable: true }) signedAt!: string | null;
  @TextField({ max: 200, nullable: true }) signedBy!: string | null;
  @TextField({ max: 200, nullable: true }) signedFor!: string | null;
  @DayField({ nullable: true }) deemedNotifiedOn!: string | null;
  @DayField({ nullable: true }) finalOn!: string | null;
  @TextField({ max: 64, nullable: true }) documentSha256!: string | null;
}

export class TracedRequestDto {
  @UuidField() id!: string;
  @TextField({ max: 40 }) requestNumber!: string;
  @TextField({ max: 40 }) state!: string;
  @CentsField() amountCents!: number;
  @DayField() neededUntil!: string;
  @IntField({ nullable: true, description: 'Number of the instalment of the plan it was made from' })
  instalment!: number | null;
  @MomentField({ nullable: true }) submittedAt!: string | null;
  @TextField({ max: 200, nullable: true }) submittedBy!: string | null;
}

export class TracedCheckDto {
  @MomentField({ nullable: true }) checkedAt!: string | null;
  @TextField({ max: 200, nullable: true }) checkedBy!: string | null;
  @TextField({ max: 200, nullable: true }) checkedFor!: string | null;
  @BooleanField() factual!: boolean;
  @BooleanField() arithmetical!: boolean;
  @TextField({ max: 2000, nullable: true }) note!: string | null;
}

export class TracedBankAccountDto {
  @UuidField() id!: string;
  @IntField({ min: 1, description: 'How many bank details the municipality had given by then' }) version!: number;
  @TextField({ max: 34 }) iban!: string;
  @TextField({ max: 70 }) accountHolder!: string;
  @TextField({ max: 40 }) state!: string;
  @MomentField() proposedAt!: string;
  @TextField({ max: 200, nullable: true }) proposedBy!: string | null;
  @MomentField({ nullable: true }) confirmedAt!: string | null;
  @TextField({ max: 200, nullable: true }) confirmedBy!: string | null;
  @TextField({ max: 200, nullable: true }) confirmedFor!: string | null;
  @MomentField({ nullable: true }) holdUntil!: string | null;
}

export class TracedOrderDto {
  @UuidField() id!: string;
  @TextField({ max: 40 }) orderNumber!: string;
  @TextField({ max: 40 }) state!: string;
  @IntField() year!: number;
  @CentsField() amountCents!: number;
  @DayField() dueOn!: string;
  @TextField({ max: 34 }) iban!: string;
  @TextField({ max: 140 }) remittanceText!: string;
  @MomentField() orderedAt!: string;
  @TextField({ max: 200, nullable: true }) orderedBy!: string | null;
  @TextField({ max: 200, nullable: true }) orderedFor!: string | null;
  @CentsField({ nullable: true, description: 'Limit of the person who ordered, on that day; none if null' })
  limitCents!: number | null;
  @TextField({ max: 100, nullable: true }) documentNumber!: string | null;
  @DayField({ nullable: true }) valueDate!: string | null;
  @TextField({ max: 500, nullable: true }) failureReason!: string | null;
}

export class TracedFileDto {
  @TextField({ max: 40 }) format!: string;
  @TextField({ max: 64 }) sha256!: string;
}

export class TracedRunDto {
  @UuidField() id!: string;
  @TextField({ max: 40 }) runNumber!: string;
  @TextField({ max: 40 }) state!: string;
  @IntField({ min: 1, description: 'Place of the order in the frozen list' }) position!: number;
  @IntField({ min: 1 }) orderCount!: number;
  @CentsField() sumCents!: number;
  @TextField({ max: 64 }) checksum!: string;
  @MomentField() frozenAt!: string;
  @TextField({ max: 200, nullable: true }) frozenBy!: string | null;
  @MomentField({ nullable: true }) releasedAt!: string | null;
  @TextField({ max: 200, nullable: true }) releasedBy!: string | null;
  @MomentField({ nullable: true }) exportedAt!: string | null;
  @ListField(() => TracedFileDto) files!: TracedFileDto[];
}

export class TracedReturnDto {
  @UuidField() paymentReturnId!: string;
  @TextField({ max: 255 }) fileName!: string;
  @IntField({ min: 1 }) line!: number;
  @TextField({ max: 40 }) outcome!: string;
  @TextField({ max: 100, nullable: true }) code!: string | null;
  @CentsField({ nullable: true }) amountCents!: number | null;
  @DayField({ nullable: true }) valueDate!: string | null;
  @TextField({ max: 100 }) documentNumber!: string;
  @MomentField() importedAt!: string;
  @TextField({ max: 200, nullable: true }) importedBy!: string | null;
}

export class TracedRepaymentDto {
  @TextField({ max: 40 }) kind!: string;
  @CentsField() amountCents!: number;
  @DayField() valueDate!: string;
  @TextField({ max: 100 }) documentNumber!: string;
  @TextField({ max: 500, nullable: true }) reason!: string | null;
}

export class TracedDiscrepancyDto {
  @UuidField() id!: string;
  @TextField({ max: 40 }) kind!: string;
  @TextField({ max: 40 }) state!: string;
  @MomentField() openedAt!: string;
  @CentsField({ nullable: true }) expectedCents!: number | null;
  @CentsField({ nullable: true }) actualCents!: number | null;
}

export class TracedTransferDto {
  @TextField({ max: 20 }) id!: string;
  @TextField({ max: 40 }) kind!: string;
  @IntField() year!: number;
  @TextField({ max: 40 }) fromAccount!: string;
  @TextField({ max: 40 }) toAccount!: string;
  @CentsField() amountCents!: number;
  @DayField() valueDate!: string;
  @MomentField() bookedAt!: string;
  @TextField({ max: 200, nullable: true }) bookedBy!: string | null;
}

export class TracedEventDto {
  @IntField({ min: 1 }) sequence!: number;
  @MomentField() occurredAt!: string;
  @TextField({ max: 100 }) action!: string;
  @TextField({ max: 60 }) objectType!: string;
  @TextField({ max: 100 }) objectId!: string;
  @TextField({ max: 200, nullable: true }) actorName!: string | null;
  @TextField({ max: 60 }) actorRole!: string;
  @TextField({ max: 200, nullable: true }) deputyForName!: string | null;
  @TextField({ max: 60, nullable: true }) fromState!: string | null;
  @TextField({ max: 60, nullable: true }) toState!: string | null;
  @TextField({ max: 4000, nullable: true }) reason!: string | null;
}

/** One payment, from the application that asked for it to the line of the cash office's answer. */
export class PaymentTraceDto {
  @ObjectField(() => TracedApplicationDto) application!: TracedApplicationDto;
  @ObjectField(() => TracedNoticeDto) notice!: TracedNoticeDto;
  @ObjectField(() => TracedRequestDto) request!: TracedRequestDto;
  @ObjectField(() => TracedCheckDto) check!: TracedCheckDto;
  @ObjectField(() => TracedBankAccountDto) bankAccount!: TracedBankAccountDto;
  @ObjectField(() => TracedOrderDto) order!: TracedOrderDto;
  @ListField(() => TracedRunDto, { description: 'The last one is the one that counts; earlier ones were taken back' })
  runs!: TracedRunDto[];
  @ListField(() => TracedReturnDto, { max: 1000 }) returns!: TracedReturnDto[];
  @ListField(() => TracedRepaymentDto) repayments!: TracedRepaymentDto[];
  @ListField(() => TracedDiscrepancyDto) discrepancies!: TracedDiscrepancyDto[];
  @ListField(() => TracedTransferDto) transfers!: TracedTransferDto[];
  @ListField(() => TracedEventDto, { max: 2000 }) events!: TracedEventDto[];
  @ListField('text', { description: 'Other orders of the same request, which failed or were cancelled' })
  otherOrders!: string[];
}
