import {
  PAYMENT_DISCREPANCY_KINDS,
  PAYMENT_DISCREPANCY_TRANSITIONS,
  type PaymentDiscrepancyKind,
  type PaymentDiscrepancyState,
} from '@wir/disbursements/domain';
import {
  ActionDto,
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
import { statesOf } from '@wir/shared/kernel';

const KINDS = Object.keys(PAYMENT_DISCREPANCY_KINDS) as readonly PaymentDiscrepancyKind[];
const STATES = statesOf(PAYMENT_DISCREPANCY_TRANSITIONS);

/** Klärungsfall: what the cash office reports, or a comparison finds, and does not fit the cases. */
export class PaymentDiscrepancyDto {
  @UuidField() id!: string;
  @EnumField(KINDS, { name: 'PaymentDiscrepancyKind' }) kind!: PaymentDiscrepancyKind;
  @EnumField(STATES, { name: 'PaymentDiscrepancyState' }) state!: PaymentDiscrepancyState;
  @UuidField({ nullable: true }) paymentReturnId!: string | null;
  @TextField({ max: 255, nullable: true }) fileName!: string | null;
  @IntField({ min: 1, nullable: true }) line!: number | null;
  @UuidField({ nullable: true }) paymentOrderId!: string | null;
  @UuidField({ nullable: true }) disbursementRequestId!: string | null;
  @TextField({ max: 100 }) orderNumber!: string;
  @TextField({ max: 40, nullable: true }) caseNumber!: string | null;
  @TextField({ max: 200, nullable: true }) applicantName!: string | null;
  @TextField({ max: 100, nullable: true, description: 'Refusal of the row' }) code!: string | null;
  @TextField({ max: 1000, description: 'What was found, in words' }) detail!: string;
  @CentsField({ nullable: true }) expectedCents!: number | null;
  @CentsField({ nullable: true }) actualCents!: number | null;
  @DayField({ nullable: true }) valueDate!: string | null;
  @TextField({ max: 100 }) documentNumber!: string;
  @MomentField() openedAt!: string;
  @TextField({ max: 200, nullable: true }) openedBy!: string | null;
  @UuidField({ nullable: true }) assigneeAccountId!: string | null;
  @TextField({ max: 200, nullable: true }) assignee!: string | null;
  @MomentField({ nullable: true }) assignedAt!: string | null;
  @TextField({ max: 2000, nullable: true }) note!: string | null;
  @TextField({ max: 200, nullable: true }) documentReference!: string | null;
  @TextField({ max: 2000, nullable: true, description: 'How it was settled: note, or reason of the waiver' })
  resolution!: string | null;
  @MomentField({ nullable: true }) settledAt!: string | null;
  @TextField({ max: 200, nullable: true }) settledBy!: string | null;
  @ListField(() => ActionDto) actions!: ActionDto[];
  @IntField({ min: 1 }) version!: number;
}

export class PaymentDiscrepancyPageDto extends pageOf(PaymentDiscrepancyDto) {}

export class PaymentDiscrepancyQueryDto extends PageQueryDto {
  @SortField(['openedAt', 'orderNumber', 'actualCents']) sort?: string;
  @CommaListField(STATES) state?: PaymentDiscrepancyState[];
  @CommaListField(KINDS) kind?: PaymentDiscrepancyKind[];
  @UuidField({ optional: true }) assigneeId?: string;
}

export class AssignDiscrepancyDto {
  @UuidField({ optional: true, description: 'Missing: to oneself' }) assigneeAccountId?: string;
}

export class ResolveDiscrepancyDto {
  @TextField({ min: 1, max: 2000, multiline: true }) note!: string;
  @TextField({ min: 1, max: 200 }) documentReference!: string;
}

export class WaiveDiscrepancyDto {
  @TextField({ min: 1, max: 2000, multiline: true }) reason!: string;
}
