import { berlinDay } from './berlin-day';
import type { LocalDate } from './local-date';

/** The moment at which a day begins in Germany, in summer and in winter. */
export function berlinMidnight(day: LocalDate): Date {
  const inSummer = new Date(`${day}T00:00:00+02:00`);
  return berlinDay(inSummer) === day ? inSummer : new Date(`${day}T00:00:00+01:00`);
}
