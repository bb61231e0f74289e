import { CentsField, DayField, IntField, ListField, TextField, UuidField } from '@wir/shared/api';
import type { LocalDate } from '@wir/shared/kernel';

export class CreateOrderLimitDto {
  @UuidField() accountId!: string;
  @CentsField({ min: 1, max: 1_000_000_000_000 }) maxCents!: number;
  @DayField() validFrom!: LocalDate;
  @DayField({ optional: true, nullable: true, description: 'First day without it; missing: for good' })
  validTo?: LocalDate | null;
  @TextField({ min: 1, max: 1000, multiline: true }) reason!: string;
}

/** Anordnungsgrenze of a person from a day on; without one a person orders any amount. */
export class OrderLimitDto {
  @UuidField() id!: string;
  @UuidField() accountId!: string;
  @TextField({ max: 200 }) name!: string;
  @CentsField() maxCents!: number;
  @DayField() validFrom!: string;
  @DayField({ nullable: true }) validTo!: string | null;
  @TextField({ max: 1000 }) reason!: string;
  @IntField({ min: 1 }) version!: number;
}

export class OrderLimitListDto {
  @ListField(() => OrderLimitDto) items!: OrderLimitDto[];
}

export class RecordLegalGroundDto {
  @UuidField() awardId!: string;
  @IntField({ min: 2000, max: 2199 }) year!: number;
  @TextField({ min: 1, max: 2000, multiline: true }) reason!: string;
}

/** Legal duty to pay although the budget is provisional (Art. 140 HV). */
export class LegalGroundDto {
  @UuidField() awardId!: string;
  @IntField() year!: number;
  @TextField({ max: 2000 }) reason!: string;
}
