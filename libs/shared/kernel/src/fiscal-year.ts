import { DomainError } from './domain-error';
import { dayOf, partsOf, type LocalDate } from './local-date';

declare const brand: unique symbol;

/** Haushaltsjahr: the calendar year (§ 4 LHO). */
export type FiscalYear = number & { readonly [brand]: 'FiscalYear' };

export function isFiscalYear(value: unknown): value is FiscalYear {
  return Number.isSafeInteger(value) && (value as number) >= 2000 && (value as number) <= 2199;
}

export function fiscalYear(value: number): FiscalYear {
  if (!isFiscalYear(value)) throw new DomainError('invalid', 'fiscal-year.invalid', { value });
  return value;
}

export function fiscalYearOf(day: LocalDate): FiscalYear {
  return fiscalYear(partsOf(day).year);
}

export function firstDayOf(year: FiscalYear): LocalDate {
  return dayOf(year, 1, 1);
}

export function lastDayOf(year: FiscalYear): LocalDate {
  return dayOf(year, 12, 31);
}

/** All years that a period touches, ascending. */
export function fiscalYearsOf(start: LocalDate, end: LocalDate): FiscalYear[] {
  const first = fiscalYearOf(start);
  const last = fiscalYearOf(end);
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => fiscalYear(first + index));
}

/** Months of the year that the period touches, 0 to 12: the upper limit for months staffed. */
export function monthsInYear(year: FiscalYear, start: LocalDate, end: LocalDate): number {
  const from = start > firstDayOf(year) ? start : firstDayOf(year);
  const to = end < lastDayOf(year) ? end : lastDayOf(year);
  return from > to ? 0 : partsOf(to).month - partsOf(from).month + 1;
}
