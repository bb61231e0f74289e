import type { Language } from '@wir/shared/console';

const TIME = new Intl.DateTimeFormat('de-DE', { timeZone: 'Europe/Berlin', hour: '2-digit', minute: '2-digit' });

/** `14:03 Uhr`, in Europe/Berlin. */
export function clockTime(moment: Date, language: Language): string {
  return language === 'de' ? `${TIME.format(moment)} Uhr` : TIME.format(moment);
}
