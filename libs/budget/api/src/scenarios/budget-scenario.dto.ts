import {
  BUDGET_ACT_KINDS,
  BUDGET_ACT_TRANSITIONS,
  BUDGET_SCENARIO_TRANSITIONS,
  MAX_MEASURES,
  MEASURE_KINDS,
  type BudgetActKind,
  type BudgetActState,
  type BudgetScenarioState,
  type MeasureKind,
  type MeasureRecord,
} from '@wir/budget/domain';
import {
  ActionDto,
  BooleanField,
  CentsField,
  CommaListField,
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
import { statesOf } from '@wir/shared/kernel';
import { ScenarioResultDto } from './scenario-result.dto';

const STATES = statesOf(BUDGET_SCENARIO_TRANSITIONS);
const ACT_STATES = statesOf(BUDGET_ACT_TRANSITIONS);
const MAYBE = { optional: true, nullable: true } as const;

/** Which members belong to which kind: `MeasureRecord` of budget/domain; the others are missing. */
export class ScenarioMeasureDto implements MeasureRecord {
  @EnumField(MEASURE_KINDS, { name: 'MeasureKind' }) kind!: MeasureKind;
  @IntField({ ...MAYBE, min: 2000, max: 2199, description: 'CUT: null for all years' }) year?: number | null;
  @IntField({ ...MAYBE, min: 2000, max: 2199 }) fromYear?: number | null;
  @IntField({ ...MAYBE, min: 2000, max: 2199 }) toYear?: number | null;
  @IntField({ ...MAYBE, min: 1, max: 10_000, description: '100 = 1 %' }) basisPoints?: number | null;
  @IntField({ ...MAYBE, min: 1, max: 10_000 }) personnelShareBasisPoints?: number | null;
  @CentsField({ ...MAYBE, min: 1, max: 1_000_000_000_000 }) amountCents?: number | null;
  @IntField({ ...MAYBE, min: 1, max: 12 }) months?: number | null;
  @UuidField(MAYBE) awardId?: string | null;
  @UuidField(MAYBE) applicationId?: string | null;
}

export class CreateBudgetScenarioDto {
  @TextField({ min: 1, max: 120 }) name!: string;
  @TextField({ max: 2000, multiline: true, optional: true }) note?: string;
  @ListField(() => ScenarioMeasureDto, { max: MAX_MEASURES }) measures!: ScenarioMeasureDto[];
}

export class UpdateBudgetScenarioDto {
  @TextField({ min: 1, max: 120, optional: true }) name?: string;
  @TextField({ max: 2000, multiline: true, optional: true }) note?: string;
  @ListField(() => ScenarioMeasureDto, { max: MAX_MEASURES, optional: true }) measures?: ScenarioMeasureDto[];
}

export class ProposeBudgetScenarioDto {
  @TextField({ min: 1, max: 2000, multiline: true }) reason!: string;
  @TextField({ min: 1, max: 200, description: 'Document that orders it' }) documentReference!: string;
}

export class DecideBudgetScenarioDto {
  @TextField({ min: 1, max: 2000, multiline: true }) reason!: string;
}

export class BudgetScenarioListItemDto {
  @UuidField() id!: string;
  @TextField({ max: 120 }) name!: string;
  @TextField({ max: 2000 }) note!: string;
  @EnumField(STATES, { name: 'BudgetScenarioState' }) state!: BudgetScenarioState;
  @IntField({ min: 0 }) measureCount!: number;
  @MomentField() createdAt!: string;
  @TextField({ max: 200 }) createdBy!: string;
  @MomentField() updatedAt!: string;
  @MomentField({ nullable: true }) proposedAt!: string | null;
  @TextField({ max: 200, nullable: true }) proposedBy!: string | null;
  @MomentField({ nullable: true }) decidedAt!: string | null;
  @TextField({ max: 200, nullable: true }) decidedBy!: string | null;
  @IntField({ min: 1 }) version!: number;
}

/** A budget act the scenario leads to; opens under /budget-acts. */
export class ScenarioActDto {
  @UuidField() id!: string;
  @TextField({ max: 40 }) actNumber!: string;
  @EnumField(BUDGET_ACT_KINDS, { name: 'BudgetActKind' }) kind!: BudgetActKind;
  @EnumField(ACT_STATES, { name: 'BudgetActState' }) state!: BudgetActState;
  @CentsField() movedCents!: number;
}

export class BudgetScenarioDto extends BudgetScenarioListItemDto {
  @ListField(() => ScenarioMeasureDto) measures!: ScenarioMeasureDto[];
  @TextField({ max: 2000, nullable: true }) reason!: string | null;
  @TextField({ max: 200, nullable: true }) documentReference!: string | null;
  @TextField({ max: 2000, nullable: true }) decisionNote!: string | null;
  @BooleanField({ description: 'The result is the proposed one; a draft is computed from today' }) isFrozen!: boolean;
  @BooleanField({ description: 'Proposed, and the budget has changed since: it can no longer be booked' })
  isBasisChanged!: boolean;
  @ObjectField(() => ScenarioResultDto) result!: ScenarioResultDto;
  @ListField(() => ScenarioActDto) acts!: ScenarioActDto[];
  @ListField(() => ActionDto) actions!: ActionDto[];
}

export class BudgetScenarioPageDto extends pageOf(BudgetScenarioListItemDto) {}

export class BudgetScenarioQueryDto extends PageQueryDto {
  @SortField(['updatedAt', 'name']) sort?: string;
  @CommaListField(STATES) state?: BudgetScenarioState[];
}
