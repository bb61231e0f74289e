/** Length of a German IBAN; others are judged when they are complete. */
const GERMAN_LENGTH = 22;

export interface IbanProgress {
  readonly kind: 'empty' | 'short' | 'valid' | 'wrong' | 'open';
  readonly missing: number;
}

/** What can be said while typing: a German IBAN has its length, a foreign one is told right as soon as it is. */
export function ibanProgress(iban: string, isValid: boolean): IbanProgress {
  if (iban === '') return { kind: 'empty', missing: 0 };
  if (isValid) return { kind: 'valid', missing: 0 };
  if (!/^[A-Z]{0,2}$/.test(iban.slice(0, 2)) || !/^[A-Z0-9]*$/.test(iban)) return { kind: 'wrong', missing: 0 };
  if (!iban.startsWith('DE')) return { kind: iban.length < 15 ? 'open' : 'wrong', missing: 0 };
  const missing = GERMAN_LENGTH - iban.length;
  return missing > 0 ? { kind: 'short', missing } : { kind: 'wrong', missing: 0 };
}

/** Position in the grouped text behind its `count`-th character that is not a blank. */
export function caretAfter(grouped: string, count: number): number {
  let seen = 0;
  for (let index = 0; index < grouped.length; index += 1) {
    if (seen === count) return index;
    if (grouped[index] !== ' ') seen += 1;
  }
  return grouped.length;
}
