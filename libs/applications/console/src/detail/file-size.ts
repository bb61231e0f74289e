import type { Language } from '@wir/shared/console';

/** `1,2 MB`; files are never money, so a rounded figure will do. */
export function fileSize(bytes: number, language: Language): string {
  const locale = language === 'de' ? 'de-DE' : 'en-GB';
  if (bytes < 1024) return `${bytes} B`;
  const isLarge = bytes >= 1024 * 1024;
  const size = bytes / (isLarge ? 1024 * 1024 : 1024);
  return `${size.toLocaleString(locale, { maximumFractionDigits: size < 10 ? 1 : 0 })} ${isLarge ? 'MB' : 'kB'}`;
}
