import { INCOME_KINDS, type IncomeKind } from '@wir/applications/domain';
import { COMPONENT_CODES, type ComponentCode } from '@wir/programme/domain';
import { CentsField, EnumField, IntField, ListField, NumberField, TextField } from '@wir/shared/api';

export class ExpenseDto {
  @EnumField(COMPONENT_CODES, { name: 'ComponentCode' }) component!: ComponentCode;
  @TextField({ min: 1, max: 200 }) label!: string;
  @NumberField({
    min: 0.01,
    max: 99,
    decimals: 2,
    optional: true,
    nullable: true,
    description: 'Stellenumfang in Vollzeitäquivalenten',
  })
  fte?: number | null;
  @IntField({ min: 1, max: 12, optional: true, nullable: true, description: 'besetzte Monate im Jahr' }) months?:
    number | null;
  @CentsField({ min: 1 }) amountCents!: number;
}

export class IncomeDto {
  @EnumField(INCOME_KINDS, { name: 'IncomeKind' }) kind!: IncomeKind;
  @TextField({ min: 1, max: 200 }) label!: string;
  @CentsField({ min: 1 }) amountCents!: number;
}

export class PlanYearDto {
  @IntField({ min: 2000, max: 2199 }) year!: number;
  @ListField(() => ExpenseDto, { max: 50 }) expenses!: ExpenseDto[];
  @ListField(() => IncomeDto, { max: 50 }) income!: IncomeDto[];
  @CentsField() requestedCents!: number;
}

export class FinancingPlanDto {
  @ListField(() => PlanYearDto, { max: 20 }) years!: PlanYearDto[];
}
