import {
  PAYMENT_BLOCK_CODES,
  PAYMENT_BLOCK_TRANSITIONS,
  type PaymentBlockReason,
  type PaymentBlockState,
} from '@wir/disbursements/domain';
import {
  ActionDto,
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
import { statesOf, type LocalDate } from '@wir/shared/kernel';

const STATES = statesOf(PAYMENT_BLOCK_TRANSITIONS);

export class CreatePaymentBlockDto {
  @UuidField() awardId!: string;
  @EnumField(PAYMENT_BLOCK_CODES, { name: 'PaymentBlockReason' }) reasonCode!: PaymentBlockReason;
  @TextField({ min: 1, max: 2000, multiline: true }) reason!: string;
  @DayField({ optional: true, nullable: true, description: 'Last day of the block; missing: until it is lifted' })
  endsOn?: LocalDate | null;
}

export class LiftPaymentBlockDto {
  @TextField({ min: 1, max: 2000, multiline: true }) reason!: string;
}

/** Zahlungssperre. Names and free text stay inside the authority. */
export class PaymentBlockDto {
  @UuidField() id!: string;
  @UuidField({ nullable: true }) awardId!: string | null;
  @TextField({ max: 40 }) caseNumber!: string;
  @UuidField() applicantId!: string;
  @TextField({ max: 200 }) applicantName!: string;
  @EnumField(PAYMENT_BLOCK_CODES, { name: 'PaymentBlockReason' }) reasonCode!: PaymentBlockReason;
  @TextField({ max: 2000, nullable: true }) reason!: string | null;
  @DayField({ nullable: true }) endsOn!: string | null;
  @EnumField(STATES, { name: 'PaymentBlockState' }) state!: PaymentBlockState;
  @MomentField() setAt!: string;
  @TextField({ max: 200, nullable: true }) setBy!: string | null;
  @MomentField({ nullable: true }) liftedAt!: string | null;
  @TextField({ max: 200, nullable: true }) liftedBy!: string | null;
  @TextField({ max: 2000, nullable: true }) liftReason!: string | null;
  @IntField({ min: 1 }) version!: number;
  @ListField(() => ActionDto) actions!: ActionDto[];
}

export class PaymentBlockPageDto extends pageOf(PaymentBlockDto) {}

export class PaymentBlockQueryDto extends PageQueryDto {
  @SortField(['setAt', 'endsOn']) sort?: string;
  @CommaListField(STATES) state?: PaymentBlockState[];
  @UuidField({ optional: true }) awardId?: string;
}
