import {
  ActionDto,
  BooleanField,
  CentsField,
  CommaListField,
  DayField,
  EnumField,
  IntField,
  ListField,
  ObjectField,
  pageOf,
  PageQueryDto,
  SortField,
  TextField,
  UuidField,
} from '@wir/shared/api';
import { BankAccountDto } from './bank-account.dto';

export const AWARD_STATES = ['PENDING', 'COMMITTED', 'FINAL', 'VOIDED'] as const;

/** The part of an award for one budget year; amount = requested + ordered + paid + open. */
export class TrancheDto {
  @IntField({ min: 2000, max: 2100 }) year!: number;
  @CentsField() amountCents!: number;
  @CentsField({ description: 'Requests not yet ordered' }) requestedCents!: number;
  @CentsField({ description: 'Ordered or handed to the bank, not yet paid' }) orderedCents!: number;
  @CentsField() paidCents!: number;
  @CentsField({ description: 'Can still be requested' }) openCents!: number;
}

/** A condition of every payout (VV Nr. 7 zu § 44 LHO) with the day from which it can be met. */
export class PayoutGateDto {
  @TextField({ max: 100 }) code!: string;
  @BooleanField() met!: boolean;
  @TextField({ max: 500 }) text!: string;
  @DayField({ nullable: true }) earliestDate!: string | null;
}

export class AwardDto {
  @UuidField() id!: string;
  @TextField({ max: 40 }) awardNumber!: string;
  @UuidField() applicationId!: string;
  @TextField({ max: 40 }) caseNumber!: string;
  @UuidField() noticeId!: string;
  @UuidField() applicantId!: string;
  @TextField({ max: 200 }) applicantName!: string;
  @EnumField(AWARD_STATES, { name: 'AwardState' }) state!: (typeof AWARD_STATES)[number];
  @CentsField() totalCents!: number;
  @ListField(() => TrancheDto) tranches!: TrancheDto[];
  @DayField() periodStart!: string;
  @DayField() periodEnd!: string;
  @DayField({ nullable: true }) declarationReceivedOn!: string | null;
  @ObjectField(() => BankAccountDto, { nullable: true, description: 'The proposed bank data, else the confirmed' })
  bankAccount!: BankAccountDto | null;
  @ObjectField(() => BankAccountDto, { nullable: true, description: 'The confirmed bank data payouts go to' })
  payoutAccount!: BankAccountDto | null;
  @ListField(() => PayoutGateDto) payoutGates!: PayoutGateDto[];
  @ListField(() => ActionDto) actions!: ActionDto[];
  @IntField({ min: 1 }) version!: number;
}

export class AwardPageDto extends pageOf(AwardDto) {
  @CentsField({ description: 'Over all hits' }) sumTotalCents!: number;
}

export class AwardQueryDto extends PageQueryDto {
  @SortField(['awardNumber', 'applicantName', 'totalCents', 'updatedAt']) sort?: string;
  @CommaListField(AWARD_STATES) state?: (typeof AWARD_STATES)[number][];
  @CommaListField('uuid') applicantId?: string[];
}

/** Erklärung zum Zuwendungsbescheid with the account payouts shall go to. */
export class DeclarationDto {
  @TextField({ min: 1, max: 50, description: 'Blanks are allowed' }) iban!: string;
  @TextField({ min: 1, max: 70 }) accountHolder!: string;
}
