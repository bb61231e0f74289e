import { CentsField, IntField, ListField, MomentField, TextField, UuidField } from '@wir/shared/api';

/** A repayment may outweigh the payments of its month. */
const ANY_SIGN = { min: -9_999_999_999_999 } as const;

export class ForecastQueryDto {
  @UuidField({ optional: true }) applicantId?: string;
  @TextField({ max: 40, optional: true }) moduleCode?: string;
}

export class ForecastYearDto {
  @IntField({ min: 2000, max: 2199 }) year!: number;
  /** By value date, repayments taken off: the figure "paid" of the budget. */
  @CentsField() paidCents!: number;
  @CentsField() orderedCents!: number;
  /** Instalments of the plans of payouts. */
  @CentsField() scheduledCents!: number;
  /** Promised for the year and neither ordered nor planned. */
  @CentsField() unscheduledCents!: number;
  /** Paid, ordered and committed of the ledger, to the cent. */
  @CentsField() totalCents!: number;
  /** Expected by 31 December: the total without what nobody has planned. */
  @CentsField() byYearEndCents!: number;
}

export class ForecastMonthDto {
  @TextField({ min: 7, max: 7, description: 'YYYY-MM' }) month!: string;
  @CentsField(ANY_SIGN) paidCents!: number;
  @CentsField() orderedCents!: number;
  @CentsField() scheduledCents!: number;
}

/** Expected outflow by year and month. */
export class ForecastDto {
  @MomentField() asOf!: string;
  @ListField(() => ForecastYearDto) years!: ForecastYearDto[];
  @ListField(() => ForecastMonthDto, { max: 2_400 }) months!: ForecastMonthDto[];
}
