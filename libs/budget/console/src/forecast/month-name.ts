import type { Language } from '@wir/shared/console';

const LOCALES: Readonly<Record<Language, string>> = { de: 'de-DE', en: 'en-GB' };

/** `2026-03` → `März`, short `Mrz`, narrow `M`. */
export function monthName(month: string, language: Language, style: 'long' | 'short' | 'narrow'): string {
  const [year = 0, number = 1] = month.split('-').map(Number);
  // Noon in UTC is the same day in every zone that matters here.
  const day = new Date(Date.UTC(year, number - 1, 15, 12));
  return day.toLocaleDateString(LOCALES[language], { month: style, timeZone: 'UTC' });
}
