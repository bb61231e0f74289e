import { berlinDay, daysBetween, parseLocalDate } from '@wir/shared/kernel';

/** Fraud by a false change of bank data shows within weeks: so long the change is told to everybody who decides. */
export const RECENT_DAYS = 30;

export function isRecent(moment: string, today: string): boolean {
  const changed = parseLocalDate(berlinDay(new Date(moment)));
  const day = parseLocalDate(today);
  return changed !== null && day !== null && daysBetween(changed, day) < RECENT_DAYS;
}
