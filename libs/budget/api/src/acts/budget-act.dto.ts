import {
  BUDGET_ACT_KINDS,
  BUDGET_ACT_TRANSITIONS,
  TRANSFER_KINDS,
  type BudgetActKind,
  type BudgetActState,
  type TransferKind,
} from '@wir/budget/domain';
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
import { statesOf, type LocalDate } from '@wir/shared/kernel';

const STATES = statesOf(BUDGET_ACT_TRANSITIONS);
const MAX_CENTS = 1_000_000_000_000;

export class CreateBudgetActLineDto {
  @EnumField(TRANSFER_KINDS, { name: 'TransferKind' }) kind!: TransferKind;
  @IntField({ min: 2000, max: 2199 }) year!: number;
  @IntField({ min: 2000, max: 2199, optional: true, nullable: true }) dueYear?: number | null;
  @UuidField({ optional: true, nullable: true, description: 'Missing: the main line' }) lineId?: string | null;
  @UuidField({ optional: true, nullable: true }) targetLineId?: string | null;
  @CentsField({ min: 1, max: MAX_CENTS }) amountCents!: number;
  @UuidField({ optional: true, nullable: true, description: 'AMENDMENT_RESERVATION only: the case it is for' })
  applicationId?: string | null;
}

export class CreateBudgetActDto {
  @EnumField(BUDGET_ACT_KINDS, { name: 'BudgetActKind' }) kind!: BudgetActKind;
  @TextField({ min: 1, max: 2000, multiline: true }) reason!: string;
  @TextField({ min: 1, max: 200, description: 'Document that orders it: Nachtrag, Erlass, Aktenzeichen' })
  documentReference!: string;
  @TextField({ max: 200, optional: true, nullable: true }) consentReference?: string | null;
  @DayField({ optional: true, nullable: true }) carryOverEndsOn?: LocalDate | null;
  @ListField(() => CreateBudgetActLineDto, { max: 40 }) lines!: CreateBudgetActLineDto[];
}

export class BudgetActLineDto {
  @EnumField(TRANSFER_KINDS, { name: 'TransferKind' }) kind!: TransferKind;
  @IntField() year!: number;
  @IntField({ nullable: true }) dueYear!: number | null;
  @UuidField() lineId!: string;
  @TextField({ max: 40 }) lineCode!: string;
  @UuidField({ nullable: true }) targetLineId!: string | null;
  @TextField({ max: 40, nullable: true }) targetLineCode!: string | null;
  @CentsField() amountCents!: number;
  @UuidField({ nullable: true, description: 'The case a reservation is for' }) applicationId!: string | null;
  @TextField({ max: 40, nullable: true }) caseNumber!: string | null;
}

/** What the act does to one balance: before and after, to the cent. */
export class BudgetActEffectDto {
  @TextField({ max: 40 }) account!: string;
  @IntField() year!: number;
  @IntField({ nullable: true }) dueYear!: number | null;
  @TextField({ max: 40 }) lineCode!: string;
  @CentsField({ min: -9_999_999_999_999 }) beforeCents!: number;
  @CentsField({ min: -9_999_999_999_999 }) afterCents!: number;
}

export class BudgetActDto {
  @UuidField() id!: string;
  @TextField({ max: 40 }) actNumber!: string;
  @EnumField(BUDGET_ACT_KINDS, { name: 'BudgetActKind' }) kind!: BudgetActKind;
  @EnumField(STATES, { name: 'BudgetActState' }) state!: BudgetActState;
  @TextField({ max: 2000 }) reason!: string;
  @TextField({ max: 200 }) documentReference!: string;
  @TextField({ max: 200, nullable: true }) consentReference!: string | null;
  @DayField({ nullable: true }) carryOverEndsOn!: string | null;
  @MomentField() proposedAt!: string;
  @TextField({ max: 200 }) proposedBy!: string;
  @MomentField({ nullable: true }) decidedAt!: string | null;
  @TextField({ max: 200, nullable: true }) decidedBy!: string | null;
  @TextField({ max: 2000, nullable: true }) decisionNote!: string | null;
  @UuidField({ nullable: true, description: 'The scenario it is decided with' }) scenarioId!: string | null;
  @TextField({ max: 120, nullable: true }) scenarioName!: string | null;
  @CentsField({ description: 'Sum of what moves (of a balanced act: of one side)' }) movedCents!: number;
  @IntField({ min: 1 }) version!: number;
  @ListField(() => BudgetActLineDto, { max: 400 }) lines!: BudgetActLineDto[];
  @ListField(() => ActionDto) actions!: ActionDto[];
}

export class BudgetActPageDto extends pageOf(BudgetActDto) {}

export class BudgetActQueryDto extends PageQueryDto {
  @SortField(['proposedAt', 'actNumber']) sort?: string;
  @CommaListField(STATES) state?: BudgetActState[];
  @CommaListField(BUDGET_ACT_KINDS) kind?: BudgetActKind[];
}

/** Balances before and after, as they stand now; nothing is stored. */
export class BudgetActPreviewDto {
  @ListField(() => BudgetActEffectDto, { max: 800 }) effects!: BudgetActEffectDto[];
}

export class DecideBudgetActDto {
  @TextField({ max: 2000, multiline: true, optional: true, nullable: true }) note?: string | null;
}

export class RejectBudgetActDto {
  @TextField({ min: 1, max: 2000, multiline: true }) note!: string;
}
