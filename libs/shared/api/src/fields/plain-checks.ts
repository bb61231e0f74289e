import { parseLocalDate } from '@wir/shared/kernel';
import { UUID_PATTERN } from '../request/id-param';
import type { Check } from './field';

/** Control characters, bidirectional overrides, separators that look like line breaks, byte order mark, noncharacters. */
const FORBIDDEN =
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ufffe\uffff]/;
const FORBIDDEN_IN_LINE = /[\t\n]/;
const EMAIL = /^[^\s@"<>()[\],;:\\]+@[^\s@"<>()[\],;:\\]+\.[^\s@"<>()[\],;:\\.]{2,}$/;
const MOMENT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,6})?)?(Z|[+-]\d{2}:\d{2})$/;

export const uuidCheck: Check = (value) =>
  typeof value === 'string' && UUID_PATTERN.test(value) ? null : 'input.not-a-uuid';

export const booleanCheck: Check = (value) => (typeof value === 'boolean' ? null : 'input.not-a-boolean');

export const dayCheck: Check = (value) =>
  typeof value === 'string' && parseLocalDate(value) !== null ? null : 'input.not-a-day';

export const momentCheck: Check = (value) =>
  typeof value === 'string' &&
  MOMENT.test(value) &&
  parseLocalDate(value.slice(0, 10)) !== null &&
  !Number.isNaN(Date.parse(value))
    ? null
    : 'input.not-a-moment';

export const emailCheck: Check = (value) =>
  typeof value === 'string' && value.length <= 254 && !FORBIDDEN.test(value) && EMAIL.test(value)
    ? null
    : 'input.not-an-email';

export function wholeNumberCheck(min: number, max: number): Check {
  return (value) => {
    if (!Number.isSafeInteger(value) || typeof value !== 'number') return 'input.not-a-whole-number';
    return rangeFault(value, min, max);
  };
}

export function decimalCheck(min: number, max: number, decimals: number): Check {
  return (value) => {
    if (typeof value !== 'number' || !Number.isFinite(value)) return 'input.not-a-number';
    const scaled = value * 10 ** decimals;
    if (Math.abs(scaled - Math.round(scaled)) > 1e-6) return 'input.too-many-decimals';
    return rangeFault(value, min, max);
  };
}

function rangeFault(value: number, min: number, max: number): string | null {
  if (value < min) return 'input.too-small';
  return value > max ? 'input.too-big' : null;
}

export function textCheck(min: number, max: number, multiline: boolean): Check {
  return (value) => {
    if (typeof value !== 'string') return 'input.not-text';
    if (FORBIDDEN.test(value) || !value.isWellFormed() || (!multiline && FORBIDDEN_IN_LINE.test(value)))
      return 'input.forbidden-character';
    if (value.length < min) return value.length === 0 ? 'input.required' : 'input.too-short';
    return value.length > max ? 'input.too-long' : null;
  };
}

export function enumCheck(values: readonly string[]): Check {
  return (value) => (typeof value === 'string' && values.includes(value) ? null : 'input.not-an-option');
}

/** One spelling for the same letters (NFC), one kind of line break; single lines lose blanks at both ends. */
export function tidyText(multiline: boolean): (value: unknown) => unknown {
  return (value) => {
    if (typeof value !== 'string') return value;
    const composed = value.normalize('NFC');
    return multiline ? composed.replace(/\r\n?/g, '\n') : composed.trim();
  };
}
