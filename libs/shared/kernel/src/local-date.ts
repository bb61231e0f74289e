import { DomainError } from './domain-error';

declare const brand: unique symbol;

/** A calendar day in Germany, `YYYY-MM-DD`, without time and zone. Compares rightly with `<` and `>`. */
export type LocalDate = string & { readonly [brand]: 'LocalDate' };

/** 1 = Monday … 7 = Sunday (ISO 8601). */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

const WEEKDAY_NAMES = ['Montag', 'Dienstag', 'Mittwoch', 'Donnerstag', 'Freitag', 'Samstag', 'Sonntag'] as const;

export interface DayParts {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

export function isLeapYear(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

export function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/** Null when the text is no existing day of the years 1900 to 2999. */
export function parseLocalDate(text: string): LocalDate | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  return match ? dayOrNull(Number(match[1]), Number(match[2]), Number(match[3])) : null;
}

/** Reads `5.10.2026` and `05.10.2026`. */
export function parseGermanDate(text: string): LocalDate | null {
  const match = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(text.trim());
  return match ? dayOrNull(Number(match[3]), Number(match[2]), Number(match[1])) : null;
}

/** The day of a text, or a refusal `date.invalid`. */
export function localDate(text: string): LocalDate {
  const day = parseLocalDate(text);
  if (day === null) throw new DomainError('invalid', 'date.invalid', { value: text });
  return day;
}

export function dayOf(year: number, month: number, day: number): LocalDate {
  const result = dayOrNull(year, month, day);
  if (result === null) throw new RangeError(`No such day: ${year}-${month}-${day}`);
  return result;
}

function dayOrNull(year: number, month: number, day: number): LocalDate | null {
  if (year < 1900 || year > 2999 || month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return null;
  return `${year}-${pad(month)}-${pad(day)}` as LocalDate;
}

function pad(value: number): string {
  return String(value).padStart(2, '0');
}

export function partsOf(date: LocalDate): DayParts {
  return { year: Number(date.slice(0, 4)), month: Number(date.slice(5, 7)), day: Number(date.slice(8, 10)) };
}

/** Days since 1 March of the year 0 in the Gregorian calendar: whole numbers only, no `Date`, no zone. */
function dayNumber(date: LocalDate): number {
  const { year, month, day } = partsOf(date);
  const shiftedYear = month > 2 ? year : year - 1;
  const shiftedMonth = (month + 9) % 12;
  const leaps = Math.floor(shiftedYear / 4) - Math.floor(shiftedYear / 100) + Math.floor(shiftedYear / 400);
  return shiftedYear * 365 + leaps + Math.floor((shiftedMonth * 153 + 2) / 5) + day - 1;
}

function fromDayNumber(number: number): LocalDate {
  const era = Math.floor(number / 146_097);
  const dayOfEra = number - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1;
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9;
  return dayOf(yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day);
}

export function addDays(date: LocalDate, days: number): LocalDate {
  if (!Number.isSafeInteger(days)) throw new RangeError('Days are counted whole');
  return fromDayNumber(dayNumber(date) + days);
}

/** The same day number `months` later; where the month has no such day, its last day (§ 188 Abs. 3 BGB). */
export function addMonths(date: LocalDate, months: number): LocalDate {
  if (!Number.isSafeInteger(months)) throw new RangeError('Months are counted whole');
  const { year, month, day } = partsOf(date);
  const total = year * 12 + (month - 1) + months;
  const targetYear = Math.floor(total / 12);
  const targetMonth = (total % 12) + 1;
  return dayOf(targetYear, targetMonth, Math.min(day, daysInMonth(targetYear, targetMonth)));
}

/** Days from `from` to `to`; negative when `to` lies before. */
export function daysBetween(from: LocalDate, to: LocalDate): number {
  return dayNumber(to) - dayNumber(from);
}

export function compareDays(a: LocalDate, b: LocalDate): -1 | 0 | 1 {
  return a < b ? -1 : a > b ? 1 : 0;
}

export function laterOf(a: LocalDate, b: LocalDate): LocalDate {
  return a > b ? a : b;
}

export function earlierOf(a: LocalDate, b: LocalDate): LocalDate {
  return a < b ? a : b;
}

/** Day number 0 (1 March 0000) was a Wednesday. */
export function weekdayOf(date: LocalDate): Weekday {
  return (((dayNumber(date) + 2) % 7) + 1) as Weekday;
}

export function weekdayName(date: LocalDate): string {
  return WEEKDAY_NAMES[weekdayOf(date) - 1] ?? '';
}

/** `05.10.2026` */
export function formatGermanDate(date: LocalDate): string {
  return `${date.slice(8, 10)}.${date.slice(5, 7)}.${date.slice(0, 4)}`;
}

/** `Montag, 05.10.2026` */
export function formatGermanDateLong(date: LocalDate): string {
  return `${weekdayName(date)}, ${formatGermanDate(date)}`;
}
