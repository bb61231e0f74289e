import { MODULE_CODES, type ModuleCode } from '@wir/programme/domain';
import { BooleanField, DayField, EnumField, ObjectField, TextField } from '@wir/shared/api';
import type { LocalDate } from '@wir/shared/kernel';

export class DeclarationsDto {
  @BooleanField() noPrematureStart!: boolean;
  @BooleanField() totalFinancingSecured!: boolean;
  @BooleanField() noDoubleFunding!: boolean;
  @BooleanField() noInputTaxDeduction!: boolean;
}

export class CreateApplicationDto {
  @TextField({ min: 1, max: 60 }) callCode!: string;
  @EnumField(MODULE_CODES, { name: 'ModuleCode' }) moduleCode!: ModuleCode;
}

/** Any part of the form; what a draft still lacks is told by `problems`, not refused here. */
export class UpdateApplicationDto {
  @TextField({ max: 200, optional: true }) title?: string;
  @TextField({ max: 10_000, multiline: true, optional: true }) purpose?: string;
  @DayField({ optional: true }) periodStart?: LocalDate;
  @DayField({ optional: true }) periodEnd?: LocalDate;
  @TextField({ max: 200, optional: true }) contactName?: string;
  @TextField({ max: 254, optional: true }) contactEmail?: string;
  @ObjectField(() => DeclarationsDto, { optional: true }) declarations?: DeclarationsDto;
}

/** Why a step is taken back; may stay empty. */
export class ReasonDto {
  @TextField({ max: 4000, multiline: true, optional: true }) reason?: string;
}
