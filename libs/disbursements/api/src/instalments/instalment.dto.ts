import {
  CentsField,
  DayField,
  IntField,
  ListField,
  MomentField,
  NumberField,
  TextField,
  UuidField,
} from '@wir/shared/api';
import type { LocalDate } from '@wir/shared/kernel';

export class PlannedInstalmentDto {
  @IntField({ min: 2000, max: 2199 }) year!: number;
  @DayField() dueOn!: LocalDate;
  @CentsField({ min: 1 }) amountCents!: number;
}

export class InstalmentPlanDto {
  @ListField(() => PlannedInstalmentDto, { max: 60 }) instalments!: PlannedInstalmentDto[];
}

export class InstalmentDto extends PlannedInstalmentDto {
  @UuidField() id!: string;
  @IntField({ min: 1 }) number!: number;
  /** What the next request will ask for after reported vacancies; equal to the amount without them. */
  @CentsField() proposedCents!: number;
  @UuidField({ nullable: true }) requestId!: string | null;
  @TextField({ max: 40, nullable: true }) requestNumber!: string | null;
}

export class VacancyDto {
  @UuidField() id!: string;
  @IntField() year!: number;
  @TextField({ max: 60 }) component!: string;
  @NumberField({ min: 0.01, max: 100 }) fte!: number;
  @IntField({ min: 1, max: 12 }) months!: number;
  @TextField({ max: 1000 }) reason!: string;
  @MomentField() reportedAt!: string;
}

export class ReportVacancyDto {
  @IntField({ min: 2000, max: 2199 }) year!: number;
  @TextField({ min: 1, max: 60 }) component!: string;
  @NumberField({ min: 0.01, max: 100 }) fte!: number;
  @IntField({ min: 1, max: 12 }) months!: number;
  @TextField({ min: 1, max: 1000, multiline: true }) reason!: string;
}

export class YearSavingsDto {
  @IntField() year!: number;
  @CentsField() savedCents!: number;
}

/** Auszahlungsplan of an award: on request while there are no instalments. */
export class InstalmentsDto {
  @ListField(() => InstalmentDto) items!: InstalmentDto[];
  @ListField(() => PlannedInstalmentDto, { max: 60 }) proposal!: PlannedInstalmentDto[];
  @ListField(() => VacancyDto, { max: 500 }) vacancies!: VacancyDto[];
  /** What the vacancies save of each year's grant. */
  @ListField(() => YearSavingsDto) savings!: YearSavingsDto[];
}
