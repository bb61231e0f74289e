import type { Language } from '@wir/shared/console';
import { cents, formatEuro } from '@wir/shared/kernel';

const LOCALES: Readonly<Record<Language, string>> = { de: 'de-DE', en: 'en-GB' };

/** Full euro without a sign, for tables that say "in Euro" once. Halves go away from zero; the cents stand beside. */
export function wholeEuro(amountCents: number, language: Language): string {
  const euros = Math.sign(amountCents) * Math.round(Math.abs(amountCents) / 100);
  return (euros === 0 ? 0 : euros).toLocaleString(LOCALES[language]);
}

/** `+1.200`, `−300`: a change between two days. */
export function euroChange(differenceCents: number, language: Language): string {
  return `${differenceCents > 0 ? '+' : '−'}${wholeEuro(Math.abs(differenceCents), language)}`;
}

/** `22,0 Mio. €` to read in passing; the exact amount always stands below. */
export function millionEuro(amountCents: number, language: Language): string {
  const millions = (amountCents / 1e8).toLocaleString(LOCALES[language], {
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
  });
  return language === 'de' ? `${millions}\u00a0Mio.\u00a0€` : `€${millions}\u00a0m`;
}

/** `+1.200,00 €`: a change to the cent; `0,00 €` without a sign. */
export function euroDifference(differenceCents: number, language: Language): string {
  const amount = formatEuro(cents(Math.abs(differenceCents)), language);
  if (differenceCents === 0) return amount;
  return `${differenceCents > 0 ? '+' : '−'}${amount}`;
}
