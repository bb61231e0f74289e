import { BUDGET_YEAR_TRANSITIONS, type BudgetYearState, type ScenarioBasis } from '@wir/budget/domain';
import { CentsField, EnumField, IntField, ListField, MomentField, TextField, UuidField } from '@wir/shared/api';
import { statesOf } from '@wir/shared/kernel';

const YEAR_STATES = statesOf(BUDGET_YEAR_TRANSITIONS);
/** As many as an office can have; beyond it a what-if for single cases is no longer made by hand. */
const MAX_CASES = 20_000;

export class ScenarioYearDto {
  @IntField() year!: number;
  @EnumField(YEAR_STATES, { name: 'BudgetYearState' }) state!: BudgetYearState;
  @CentsField() appropriatedCents!: number;
  @CentsField() lockedCents!: number;
  @CentsField() reservedCents!: number;
  @CentsField() committedCents!: number;
  @CentsField() orderedCents!: number;
  @CentsField() paidCents!: number;
  @CentsField() returnedCents!: number;
  @CentsField() lapsedCents!: number;
  @CentsField() freeCents!: number;
  @CentsField({ description: 'Part of the free money that other budget lines hold; it covers no award' })
  otherLinesFreeCents!: number;
}

export class ScenarioAuthorisationDto {
  @IntField() budgetYear!: number;
  @IntField() dueYear!: number;
  @CentsField() freeCents!: number;
}

export class ScenarioTrancheDto {
  @IntField() year!: number;
  @CentsField() amountCents!: number;
  @CentsField({ description: 'Promised and not ordered yet' }) openCents!: number;
}

export class ScenarioAwardDto {
  @UuidField() awardId!: string;
  @TextField({ max: 40 }) awardNumber!: string;
  @UuidField() applicationId!: string;
  @TextField({ max: 40 }) caseNumber!: string;
  @TextField({ max: 200 }) applicantName!: string;
  @TextField({ max: 40 }) moduleCode!: string;
  @IntField({ description: 'Budget year whose authorisations the award uses' }) signedYear!: number;
  @ListField(() => ScenarioTrancheDto) tranches!: ScenarioTrancheDto[];
}

export class ScenarioPendingYearDto {
  @IntField() year!: number;
  @CentsField() requestedCents!: number;
  @CentsField() reservedCents!: number;
}

export class ScenarioApplicationDto {
  @UuidField() applicationId!: string;
  @TextField({ max: 40 }) caseNumber!: string;
  @TextField({ max: 200 }) applicantName!: string;
  @TextField({ max: 40 }) moduleCode!: string;
  @ListField(() => ScenarioPendingYearDto) years!: ScenarioPendingYearDto[];
}

/** Everything a what-if is computed from, so that the screen computes with the function of the booking. */
export class ScenarioBasisDto implements ScenarioBasis {
  @MomentField() asOf!: string;
  @IntField() currentYear!: number;
  @ListField(() => ScenarioYearDto) years!: ScenarioYearDto[];
  @ListField(() => ScenarioAuthorisationDto) authorisations!: ScenarioAuthorisationDto[];
  @ListField(() => ScenarioAwardDto, { max: MAX_CASES }) awards!: ScenarioAwardDto[];
  @ListField(() => ScenarioApplicationDto, { max: MAX_CASES }) applications!: ScenarioApplicationDto[];
}
