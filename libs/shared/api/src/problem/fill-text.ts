import { formatEuro, formatGermanDate, isCents, parseLocalDate } from '@wir/shared/kernel';

/** Puts the details of a refusal into `{name}`: amounts as euro, days as German dates. */
export function fillText(template: string, details: Readonly<Record<string, unknown>>): string {
  return template.replace(/\{(\w+)\}/g, (_placeholder, name: string) => shown(name, details[name]));
}

function shown(name: string, value: unknown): string {
  if (name.endsWith('Cents') && isCents(value)) return formatEuro(value);
  const day = typeof value === 'string' ? parseLocalDate(value) : null;
  if (day !== null) return formatGermanDate(day);
  return value === undefined || value === null ? '–' : String(value);
}
