import type { Language, Translate } from '@wir/shared/console';
import { cents, formatEuro, formatGermanDate, berlinDay, parseLocalDate } from '@wir/shared/kernel';
import type { TimelineChange } from '@wir/shared/ui';

type Image = Readonly<Record<string, unknown>>;

/** References between records: the link of the entry leads there. */
const REFERENCE = /(^id|Id)$/;

/** Every field that one of the two images has, with its value before and after. */
export function changeRows(before: unknown, after: unknown, t: Translate, language: Language): TimelineChange[] {
  const [old, fresh] = [imageOf(before), imageOf(after)];
  const names = [...new Set([...Object.keys(old), ...Object.keys(fresh)])];
  const text = (value: unknown, name: string): string => valueText(value, name, t, language);
  return names
    .filter((name) => !REFERENCE.test(name))
    .map((name) => ({
      label: labelOf(name, t),
      before: text(old[name], name),
      after: text(fresh[name], name),
    }))
    .filter((row) => row.before !== row.after);
}

function imageOf(value: unknown): Image {
  if (typeof value !== 'object' || value === null) return {};
  return Array.isArray(value) ? { items: value } : (value as Image);
}

function labelOf(name: string, t: Translate): string {
  const check = /^checks\.(\w+)$/.exec(name)?.[1];
  const key = check ? `audit.check.${check}` : `audit.field.${name}`;
  const label = t(key);
  return label === key ? name : label;
}

function valueText(value: unknown, name: string, t: Translate, language: Language): string {
  if (value === null || value === undefined || value === '') return '';
  if (typeof value === 'boolean') return t(value ? 'audit.yes' : 'audit.no');
  if (typeof value === 'number') return name.endsWith('Cents') ? formatEuro(cents(value), language) : String(value);
  if (typeof value === 'string') return stringText(value, name, t);
  if (Array.isArray(value)) return value.map((entry) => valueText(entry, name, t, language)).join('; ');
  return Object.entries(imageOf(value))
    .filter(([member, content]) => !REFERENCE.test(member) && content !== null && content !== '')
    .map(([member, content]) => `${labelOf(member, t)}: ${valueText(content, member, t, language)}`)
    .join(', ');
}

function stringText(value: string, name: string, t: Translate): string {
  if (name === 'result') {
    const answer = t(`audit.answer.${value}`);
    return answer.startsWith('audit.') ? value : answer;
  }
  const day = parseLocalDate(value);
  if (day) return formatGermanDate(day);
  return /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(value) ? momentText(new Date(value)) : value;
}

function momentText(moment: Date): string {
  const time = moment.toLocaleTimeString('de-DE', { timeZone: 'Europe/Berlin', timeStyle: 'medium' });
  return `${formatGermanDate(berlinDay(moment))}, ${time}`;
}
