import { CentsField, IntField, ListField, MomentField, ObjectField, TextField, UuidField } from '@wir/shared/api';

/** Parts of the budget that bookings of the chosen cases have filled; Ansatz and what is free belong to no case. */
export class CasePartsDto {
  @CentsField() reservedCents!: number;
  @CentsField() committedCents!: number;
  @CentsField() orderedCents!: number;
  @CentsField() paidCents!: number;
  @CentsField() returnedCents!: number;
  @CentsField() lapsedCents!: number;
}

export class CaseYearDto extends CasePartsDto {
  @IntField({ min: 2000, max: 2199 }) year!: number;
}

export class CaseFiguresDto {
  @MomentField() asOf!: string;
  @ListField(() => CaseYearDto) years!: CaseYearDto[];
  @ObjectField(() => CasePartsDto) total!: CasePartsDto;
}

export class CaseFiguresQueryDto {
  @UuidField({ optional: true }) applicantId?: string;
  @TextField({ max: 40, optional: true }) moduleCode?: string;
  @MomentField({ optional: true }) asOf?: string;
}
