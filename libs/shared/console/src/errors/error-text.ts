import { berlinDay, cents, formatEuro, formatGermanDate, parseLocalDate } from '@wir/shared/kernel';
import type { Language } from '../i18n/texts';
import type { ApiProblem } from './api-problem';
import type { SharedCode } from './error-codes';
import { AUTH_TEXTS } from './texts/auth';
import { CONSOLE_TEXTS } from './texts/console';
import { DOCUMENT_TEXTS } from './texts/document';
import { FIELD_TEXTS } from './texts/field';
import { INPUT_TEXTS } from './texts/input';
import { PLATFORM_TEXTS } from './texts/platform';

/** `{name}` is filled from the problem's members; `…Cents` shows as euro, `YYYY-MM-DD` as dd.mm.yyyy, a moment with its time in Berlin. */
export interface ErrorText {
  readonly de: string;
  readonly en: string;
}

const SHARED: Readonly<Record<SharedCode, ErrorText>> = {
  ...CONSOLE_TEXTS,
  ...FIELD_TEXTS,
  ...AUTH_TEXTS,
  ...PLATFORM_TEXTS,
  ...INPUT_TEXTS,
  ...DOCUMENT_TEXTS,
};
const texts = new Map<string, ErrorText>(Object.entries(SHARED));

const UNKNOWN: ErrorText = {
  de: 'Das hat nicht geklappt. Ihre Eingaben sind noch da. Bitte versuchen Sie es noch einmal.',
  en: 'That did not work. What you entered is still here. Please try again.',
};

/** Called once by the app with the codes of all domains; the map itself is checked by the compiler there. */
export function addErrorTexts(more: Readonly<Record<string, ErrorText>>): void {
  for (const [code, text] of Object.entries(more)) texts.set(code, text);
}

export function isErrorCode(code: string): boolean {
  return texts.has(code);
}

/** The sentence for a code; an unknown one gets an honest generic sentence. */
export function errorText(code: string, language: Language, members: Readonly<Record<string, unknown>> = {}): string {
  return fill((texts.get(code) ?? UNKNOWN)[language], members, language);
}

/** What a person reads about a failed request; the server's own sentence (German) stands in for an unknown code. */
export function problemText(problem: ApiProblem, language: Language): string {
  if (language === 'de' && !isErrorCode(problem.code) && problem.detail) return problem.detail;
  return errorText(problem.code, language, problem.members);
}

function fill(sentence: string, members: Readonly<Record<string, unknown>>, language: Language): string {
  return sentence.replace(/\{(\w+)\}/g, (_match, name: string) => show(name, members[name], language));
}

function show(name: string, value: unknown, language: Language): string {
  if (typeof value === 'number')
    return name.endsWith('Cents') && Number.isSafeInteger(value) ? formatEuro(cents(value), language) : String(value);
  if (typeof value !== 'string') return '…';
  const day = parseLocalDate(value);
  if (day) return formatGermanDate(day);
  return /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/.test(value) ? momentText(new Date(value), language) : value;
}

const TIME = new Intl.DateTimeFormat('de-DE', { timeZone: 'Europe/Berlin', hour: '2-digit', minute: '2-digit' });

function momentText(moment: Date, language: Language): string {
  return `${formatGermanDate(berlinDay(moment))}, ${TIME.format(moment)}${language === 'de' ? ' Uhr' : ''}`;
}
