import { localDate, type LocalDate } from './local-date';

/** The zone is fixed by law, not by the machine: 31 December 23:30 UTC is already next year's budget. */
const BERLIN = new Intl.DateTimeFormat('en-US', {
  timeZone: 'Europe/Berlin',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
});

/** The calendar day in Germany at a moment. */
export function berlinDay(moment: Date): LocalDate {
  const parts = new Map(BERLIN.formatToParts(moment).map(({ type, value }) => [type, value]));
  return localDate(`${parts.get('year')}-${parts.get('month')}-${parts.get('day')}`);
}
