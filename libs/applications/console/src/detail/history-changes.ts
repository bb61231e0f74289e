import type { Language, Translate } from '@wir/shared/console';
import type { HistoryEntryDto } from '@wir/shared/contract';
import { cents, formatEuro, formatGermanDate, isCents, parseLocalDate } from '@wir/shared/kernel';
import type { TimelineChange } from '@wir/shared/ui';

/** Fields that say nothing to a reader beside the sentence itself. */
const SILENT = new Set(['contentSha256', 'version', 'assigneeAccountId']);

const LABELS: Readonly<Record<string, string>> = {
  title: 'applications.field.title',
  purpose: 'applications.field.purpose',
  periodStart: 'applications.field.periodStart',
  periodEnd: 'applications.field.periodEnd',
  contactName: 'applications.field.contactName',
  contactEmail: 'applications.field.contactEmail',
  noPrematureStart: 'applications.declaration.noPrematureStart',
  totalFinancingSecured: 'applications.declaration.totalFinancingSecured',
  noDoubleFunding: 'applications.declaration.noDoubleFunding',
  noInputTaxDeduction: 'applications.declaration.noInputTaxDeduction',
  requestedCents: 'applications.field.requested',
  approvedCents: 'applications.field.approved',
  dueDate: 'applications.field.due',
  submittedAt: 'applications.field.submitted',
  submissionCount: 'applications.field.submissionCount',
  late: 'applications.list.late',
  items: 'applications.field.items',
  years: 'applications.plan.title',
  attachments: 'applications.part.attachments',
  outcome: 'applications.decision.outcome',
  decisionReasons: 'applications.reason',
  reasons: 'applications.reason',
  decidedAt: 'applications.field.decided',
};

/** Before and after, field by field, as a person reads them. */
export function changeRows(changes: HistoryEntryDto['changes'], t: Translate, language: Language): TimelineChange[] {
  return changes
    .filter(({ field }) => !SILENT.has(field))
    .map(({ field, before, after }) => ({
      label: labelOf(field, t),
      before: valueText(field, before, t, language),
      after: valueText(field, after, t, language),
    }));
}

function labelOf(field: string, t: Translate): string {
  const check = /^checks\.(\w+)$/.exec(field)?.[1];
  if (check) return t(`applications.checkName.${check}`);
  const key = LABELS[field];
  return key ? t(key) : field;
}

function valueText(field: string, value: unknown, t: Translate, language: Language): string {
  if (value === null || value === undefined || value === '') return '';
  if (typeof value === 'boolean') return t(value ? 'applications.yes' : 'applications.no');
  if (typeof value === 'number')
    return field.endsWith('Cents') && isCents(value) ? formatEuro(value, language) : String(value);
  if (typeof value === 'string') return textOf(field, value, t);
  if (Array.isArray(value)) return value.map((entry) => valueText(field, entry, t, language)).join('\n');
  return typeof value === 'object' ? objectText(value as Record<string, unknown>, t, language) : String(value);
}

function textOf(field: string, value: string, t: Translate): string {
  if (field === 'outcome') return t(`applications.outcome.${value}`);
  const day = parseLocalDate(value);
  if (day) return formatGermanDate(day);
  return /^\d{4}-\d{2}-\d{2}T/.test(value) ? new Date(value).toLocaleString('de-DE', MOMENT) : value;
}

const MOMENT: Intl.DateTimeFormatOptions = { timeZone: 'Europe/Berlin', dateStyle: 'medium', timeStyle: 'short' };

/** A year of the plan, an annex, an answer to a check, an item of a request. */
function objectText(image: Readonly<Record<string, unknown>>, t: Translate, language: Language): string {
  const { year, requestedCents, expenses, fileName, result, note, text } = image;
  if (typeof fileName === 'string') return fileName;
  if (typeof result === 'string') {
    const answer = t(`applications.answer.${result}`);
    return typeof note === 'string' && note !== '' ? `${answer}: ${note}` : answer;
  }
  if (typeof year === 'number' && typeof requestedCents === 'number') {
    const costs = Array.isArray(expenses) ? expenses.length : 0;
    return t('applications.history.planYear', {
      year,
      lines: costs,
      requested: formatEuro(cents(requestedCents), language),
    });
  }
  if (typeof year === 'number' && typeof image['proposedCents'] === 'number')
    return `${year}: ${formatEuro(cents(image['proposedCents']), language)}`;
  return typeof text === 'string' ? text : JSON.stringify(image);
}
