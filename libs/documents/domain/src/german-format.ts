import { formatEuroInput, partsOf, type Cents, type LocalDate } from '@wir/shared/kernel';

const MONTHS = [
  'Januar',
  'Februar',
  'März',
  'April',
  'Mai',
  'Juni',
  'Juli',
  'August',
  'September',
  'Oktober',
  'November',
  'Dezember',
] as const;

/** "600.000,00 Euro": the figure and its unit never part at a line end. */
export function germanEuro(amount: Cents): string {
  return `${formatEuroInput(amount)}\u00a0Euro`;
}

/** "2. März 2026", as a letter writes a day; kept on one line. */
export function germanDay(date: LocalDate): string {
  const { year, month, day } = partsOf(date);
  return `${day}.\u00a0${MONTHS[month - 1] ?? ''}\u00a0${year}`;
}
