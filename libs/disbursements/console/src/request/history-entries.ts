import type { Language, Translate } from '@wir/shared/console';
import type { DisbursementRequestDto, HistoryEntryDto } from '@wir/shared/contract';
import { cents, formatEuro, formatGermanDate, isCents, parseLocalDate } from '@wir/shared/kernel';
import type { IconName, TimelineChange, TimelineEntry } from '@wir/shared/ui';

interface Look {
  readonly icon: IconName;
  readonly tone: NonNullable<TimelineEntry['tone']>;
  /** Text key of the sentence; `{{name}}` is who did it. */
  readonly sentence: string;
}

const LOOKS: Readonly<Record<string, Look>> = {
  'disbursement.drafted': { icon: 'plus', tone: 'neutral', sentence: 'disbursements.history.drafted' },
  'disbursement.submitted': { icon: 'send', tone: 'info', sentence: 'disbursements.history.submitted' },
  'disbursement.checked': { icon: 'check', tone: 'info', sentence: 'disbursements.history.checked' },
  'disbursement.check-voided': { icon: 'undo', tone: 'stop', sentence: 'disbursements.history.checkVoided' },
  'disbursement.returned': { icon: 'undo', tone: 'stop', sentence: 'disbursements.history.returned' },
  'disbursement.ordered': { icon: 'sign', tone: 'info', sentence: 'disbursements.history.ordered' },
  'disbursement.exported': { icon: 'run', tone: 'info', sentence: 'disbursements.history.exported' },
  'disbursement.paid': { icon: 'check-circle', tone: 'done', sentence: 'disbursements.history.paid' },
  'disbursement.failed': { icon: 'error', tone: 'stop', sentence: 'disbursements.history.failed' },
  'disbursement.cancelled': { icon: 'cancel', tone: 'stop', sentence: 'disbursements.history.cancelled' },
};

const LABELS: Readonly<Record<string, string>> = {
  requestNumber: 'disbursements.column.request',
  year: 'disbursements.column.year',
  amountCents: 'disbursements.column.amount',
  neededUntil: 'disbursements.fact.neededUntil',
  orderNumber: 'disbursements.order.number',
  runNumber: 'disbursements.column.run',
  valueDate: 'disbursements.order.valueDate',
  documentNumber: 'disbursements.order.document',
  note: 'disbursements.check.note',
};

/** Of the trail of the case what concerns this request or its order; identities of rows say nothing to a reader. */
export function requestEntries(
  entries: readonly HistoryEntryDto[],
  { id, order }: DisbursementRequestDto,
  t: Translate,
  language: Language,
): TimelineEntry[] {
  return entries
    .filter(({ objectId }) => objectId === id || objectId === order?.id)
    .map((entry) => {
      const look = LOOKS[entry.action];
      return {
        id: entry.sequence,
        at: entry.occurredAt,
        icon: look?.icon ?? 'history',
        tone: look?.tone ?? 'neutral',
        sentence: t(look?.sentence ?? 'disbursements.history.other', { name: nameIn(entry, t) }),
        detail: entry.actorRole
          .split('+')
          .map((role) => t(`disbursements.role.${role}`))
          .join(' · '),
        reason: entry.reason,
        changes: changesOf(entry, t, language),
      };
    });
}

/** Who did it and, in deputy, for whom. */
function nameIn({ actorName, deputyForName }: HistoryEntryDto, t: Translate): string {
  return deputyForName === null
    ? actorName
    : t('disbursements.history.inDeputy', { name: actorName, represented: deputyForName });
}

function changesOf({ changes }: HistoryEntryDto, t: Translate, language: Language): TimelineChange[] {
  return changes.flatMap(({ field, before, after }) => {
    const label = LABELS[field];
    return label
      ? [{ label: t(label), before: textOf(field, before, language), after: textOf(field, after, language) }]
      : [];
  });
}

function textOf(field: string, value: unknown, language: Language): string {
  if (typeof value === 'number')
    return field.endsWith('Cents') && isCents(value) ? formatEuro(cents(value), language) : String(value);
  if (typeof value !== 'string') return '';
  const day = parseLocalDate(value);
  return day ? formatGermanDate(day) : value;
}
