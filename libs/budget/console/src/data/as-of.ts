import { addDays, berlinMidnight, parseLocalDate } from '@wir/shared/kernel';

/** Query name of the day whose evening the figures show; without it they are those of now. */
export const AS_OF_PARAM = 'asOf';

/** What was booked by the end of a day in Germany; null for now and for an unreadable address. */
export function endOfDay(day: string | null | undefined): string | null {
  const known = parseLocalDate(day ?? '');
  return known ? new Date(berlinMidnight(addDays(known, 1)).getTime() - 1).toISOString() : null;
}
