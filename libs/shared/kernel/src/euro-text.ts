import { cents, type Cents } from './cents';

export type EuroLanguage = 'de' | 'en';

export type EuroParseCode =
  'euro.empty' | 'euro.ambiguous' | 'euro.invalid' | 'euro.negative' | 'euro.too-many-decimals' | 'euro.too-large';

export type EuroParseResult =
  { readonly ok: true; readonly cents: Cents } | { readonly ok: false; readonly code: EuroParseCode };

const NO_BREAK_SPACE = '\u00a0';

/** `1.234,56 €` with a no-break space before the sign, so that no line ends between number and currency. */
export function formatEuro(amount: Cents, language: EuroLanguage = 'de'): string {
  const sign = amount < 0 ? '-' : '';
  const digits = String(Math.abs(amount)).padStart(3, '0');
  const whole = digits.slice(0, -2).replace(/\B(?=(\d{3})+$)/g, language === 'de' ? '.' : ',');
  const fraction = digits.slice(-2);
  return language === 'de' ? `${sign}${whole},${fraction}${NO_BREAK_SPACE}€` : `${sign}€${whole}.${fraction}`;
}

/** The plain figure for an input field: `1.234,56`. */
export function formatEuroInput(amount: Cents): string {
  return formatEuro(amount, 'de').slice(0, -2);
}

const PLAIN = /^\d+(?:,\d{1,2})?$/;
const GROUPED = /^\d{1,3}(?:([. ])\d{3})(?:\1\d{3})*(?:,\d{1,2})?$/;
/** A dot where German writes a comma: 1.5, 12.34, 1,234.50, 0.123 — could be meant either way. */
const ENGLISH = /^(?:\d+\.\d{1,2}|\d{1,3}(?:,\d{3})+\.\d{1,2}|0\d*(?:\.\d{3})+)$/;
const TOO_FINE = /^(?:\d+|\d{1,3}(?:[. ]\d{3})+),\d{3,}$/;

/**
 * Reads an amount as typed in German: `1234,5`, `1.234,50`, `1 234,50 €`.
 * What could be an English decimal point (`1.5`) is not guessed but refused, since a factor of 100 is at stake.
 */
export function parseEuro(text: string): EuroParseResult {
  const trimmed = text
    .replace(/[\u00a0\u2007\u2009\u202f\s]+/g, ' ')
    .replace(/^ ?(?:€|EUR) ?| ?(?:€|EUR) ?$/gi, '')
    .trim();
  if (trimmed === '') return refuse('euro.empty');
  if (/^[-\u2212\u2013]/.test(trimmed)) return refuse('euro.negative');
  if (ENGLISH.test(trimmed)) return refuse('euro.ambiguous');
  if (TOO_FINE.test(trimmed)) return refuse('euro.too-many-decimals');
  if (!PLAIN.test(trimmed) && !GROUPED.test(trimmed)) return refuse('euro.invalid');
  const [whole = '', fraction = ''] = trimmed.replace(/[. ]/g, '').split(',');
  const value = BigInt(whole + fraction.padEnd(2, '0'));
  if (value > BigInt(Number.MAX_SAFE_INTEGER)) return refuse('euro.too-large');
  return { ok: true, cents: cents(Number(value)) };
}

function refuse(code: EuroParseCode): EuroParseResult {
  return { ok: false, code };
}
