import { BUDGET_YEAR_TRANSITIONS, type BudgetYearState } from '@wir/budget/domain';
import {
  BooleanField,
  CentsField,
  EnumField,
  IntField,
  ListField,
  MomentField,
  ObjectField,
  TextField,
} from '@wir/shared/api';
import { statesOf } from '@wir/shared/kernel';

const YEAR_STATES = statesOf(BUDGET_YEAR_TRANSITIONS);
const NEXT_STATES = ['PROVISIONAL', 'OPEN', 'CASH_CLOSED', 'CLOSED'] as const;
/** Kept small enough that sums over all years stay exact numbers. */
const ANY_SIGN = { min: -9_999_999_999_999 } as const;

/** The parts sum to the Ansatz, to the cent, always. */
export class BudgetTotalDto {
  @CentsField() appropriatedCents!: number;
  @CentsField() lockedCents!: number;
  @CentsField() reservedCents!: number;
  @CentsField() committedCents!: number;
  @CentsField() orderedCents!: number;
  @CentsField() paidCents!: number;
  @CentsField() returnedCents!: number;
  @CentsField() lapsedCents!: number;
  @CentsField() freeCents!: number;
}

export class BudgetYearDto extends BudgetTotalDto {
  @IntField({ min: 2000, max: 2199 }) year!: number;
  @EnumField(YEAR_STATES, { name: 'BudgetYearState' }) state!: BudgetYearState;
}

/** Verpflichtungsermächtigung: what the budget of one year allows to promise for a later one. */
export class CommitmentAuthorisationDto {
  @IntField() budgetYear!: number;
  @IntField() dueYear!: number;
  @CentsField() authorisedCents!: number;
  @CentsField() usedCents!: number;
  @CentsField() lapsedCents!: number;
  @CentsField() freeCents!: number;
}

export class BudgetDto {
  @MomentField() asOf!: string;
  @ListField(() => BudgetYearDto) years!: BudgetYearDto[];
  @ObjectField(() => BudgetTotalDto) total!: BudgetTotalDto;
  @ListField(() => CommitmentAuthorisationDto) commitmentAuthorisations!: CommitmentAuthorisationDto[];
}

export class BudgetQueryDto {
  @MomentField({ optional: true }) asOf?: string;
}

export class MoveBudgetYearDto {
  @EnumField(NEXT_STATES, { name: 'NextBudgetYearState' }) state!: (typeof NEXT_STATES)[number];
  @TextField({ min: 1, max: 1000, multiline: true }) reason!: string;
}

export class ReconciliationFindingDto {
  @TextField({ max: 100 }) check!: string;
  @TextField({ max: 200 }) row!: string;
  @CentsField({ ...ANY_SIGN, nullable: true }) expectedCents!: number | null;
  @CentsField({ ...ANY_SIGN, nullable: true }) actualCents!: number | null;
}

export class ReconciliationDto {
  @BooleanField() ok!: boolean;
  @MomentField() checkedAt!: string;
  @ListField(() => ReconciliationFindingDto, { max: 10_000 }) findings!: ReconciliationFindingDto[];
}
