import { BooleanField, IntField, ListField, TextField, UuidField } from '@wir/shared/api';

export class CreateBudgetLineDto {
  @TextField({ min: 1, max: 40 }) code!: string;
  @TextField({ min: 1, max: 200 }) name!: string;
  @TextField({ min: 2, max: 2, description: 'Einzelplan, two digits' }) departmentalPlan!: string;
  @TextField({ max: 5, optional: true, nullable: true }) chapter?: string | null;
  @TextField({ max: 6, optional: true, nullable: true }) title?: string | null;
  @TextField({ max: 40, optional: true, nullable: true }) product?: string | null;
}

export class UpdateBudgetLineDto {
  @TextField({ min: 1, max: 200, optional: true }) name?: string;
  @TextField({ min: 2, max: 2, optional: true }) departmentalPlan?: string;
  @TextField({ max: 5, optional: true, nullable: true }) chapter?: string | null;
  @TextField({ max: 6, optional: true, nullable: true }) title?: string | null;
  @TextField({ max: 40, optional: true, nullable: true }) product?: string | null;
}

/** Haushaltsstelle. Awards are always charged to the main one. */
export class BudgetLineDto {
  @UuidField() id!: string;
  @TextField({ max: 40 }) code!: string;
  @TextField({ max: 200 }) name!: string;
  @TextField({ max: 2 }) departmentalPlan!: string;
  @TextField({ max: 5, nullable: true }) chapter!: string | null;
  @TextField({ max: 6, nullable: true }) title!: string | null;
  @TextField({ max: 40, nullable: true }) product!: string | null;
  @BooleanField() isMain!: boolean;
  @IntField({ min: 1 }) version!: number;
}

export class BudgetLineListDto {
  @ListField(() => BudgetLineDto) items!: BudgetLineDto[];
}
