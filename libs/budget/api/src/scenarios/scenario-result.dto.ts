import {
  BUDGET_YEAR_TRANSITIONS,
  FOLLOW_UP_LABELS,
  MEASURE_KINDS,
  SCENARIO_WARNINGS,
  type BudgetYearState,
  type FollowUpKind,
  type MeasureKind,
  type ScenarioWarningCode,
} from '@wir/budget/domain';
import {
  BooleanField,
  CentsField,
  EnumField,
  IntField,
  ListField,
  ObjectField,
  TextField,
  UuidField,
} from '@wir/shared/api';
import { statesOf } from '@wir/shared/kernel';

const YEAR_STATES = statesOf(BUDGET_YEAR_TRANSITIONS);
const ANY_SIGN = { min: -9_999_999_999_999 } as const;

/** Appropriation = free + locked + reserved + bound + gone. Free below zero: over-committed. */
export class YearPositionDto {
  @CentsField(ANY_SIGN) appropriationCents!: number;
  @CentsField(ANY_SIGN) lockedCents!: number;
  @CentsField(ANY_SIGN) reservedCents!: number;
  @CentsField(ANY_SIGN) boundCents!: number;
  @CentsField(ANY_SIGN) goneCents!: number;
  @CentsField(ANY_SIGN) freeCents!: number;
}

export class ScenarioYearResultDto {
  @IntField() year!: number;
  @EnumField(YEAR_STATES, { name: 'BudgetYearState' }) state!: BudgetYearState;
  @ObjectField(() => YearPositionDto) now!: YearPositionDto;
  @ObjectField(() => YearPositionDto, { description: 'After the acts alone' }) booked!: YearPositionDto;
  @ObjectField(() => YearPositionDto, { description: 'With the follow-ups carried out too' }) then!: YearPositionDto;
  @CentsField(ANY_SIGN) deltaFreeCents!: number;
  @CentsField() overCommittedCents!: number;
}

export class ScenarioAuthorisationResultDto {
  @IntField() budgetYear!: number;
  @IntField() dueYear!: number;
  @CentsField() freeNowCents!: number;
  @CentsField(ANY_SIGN) freeThenCents!: number;
  @CentsField() lackingCents!: number;
}

export class ScenarioYearChangeDto {
  @IntField() year!: number;
  @CentsField(ANY_SIGN) appropriationCents!: number;
  @CentsField(ANY_SIGN) lockedCents!: number;
  @CentsField(ANY_SIGN) reservedCents!: number;
  @CentsField(ANY_SIGN) boundCents!: number;
  @CentsField(ANY_SIGN) freeCents!: number;
  @CentsField(ANY_SIGN) authorisationCents!: number;
}

export class MeasureEffectDto {
  @IntField({ description: 'Position in the list of measures' }) measure!: number;
  @EnumField(MEASURE_KINDS, { name: 'MeasureKind' }) kind!: MeasureKind;
  @BooleanField() isBooked!: boolean;
  @ListField(() => ScenarioYearChangeDto) changes!: ScenarioYearChangeDto[];
  @CentsField(ANY_SIGN) deltaFreeCents!: number;
}

export class ScenarioWarningDto {
  @EnumField(Object.keys(SCENARIO_WARNINGS), { name: 'ScenarioWarningCode' }) code!: ScenarioWarningCode;
  @IntField({ nullable: true }) measure!: number | null;
  @IntField({ nullable: true }) year!: number | null;
  @CentsField({ nullable: true }) cents!: number | null;
  @BooleanField({ description: 'Such a scenario cannot be proposed' }) isBlocking!: boolean;
}

export class FollowUpYearDto {
  @IntField() year!: number;
  @CentsField() amountCents!: number;
}

export class ScenarioFollowUpDto {
  @IntField() measure!: number;
  @EnumField(Object.keys(FOLLOW_UP_LABELS), { name: 'FollowUpKind' }) kind!: FollowUpKind;
  @UuidField() applicationId!: string;
  @UuidField({ nullable: true }) awardId!: string | null;
  @TextField({ max: 40 }) caseNumber!: string;
  @TextField({ max: 200 }) applicantName!: string;
  @ListField(() => FollowUpYearDto) years!: FollowUpYearDto[];
  @CentsField() totalCents!: number;
}

export class ScenarioResultDto {
  @ListField(() => ScenarioYearResultDto) years!: ScenarioYearResultDto[];
  @ListField(() => ScenarioAuthorisationResultDto) authorisations!: ScenarioAuthorisationResultDto[];
  @ListField(() => MeasureEffectDto) effects!: MeasureEffectDto[];
  @ListField(() => ScenarioWarningDto, { max: 1000 }) warnings!: ScenarioWarningDto[];
  @ListField(() => ScenarioFollowUpDto, { max: 20_000 }) followUps!: ScenarioFollowUpDto[];
}
