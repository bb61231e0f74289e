import { actLabel } from '@wir/records/domain';
import type { Translate } from '@wir/shared/console';
import type { PaymentTraceDto, TracedEventDto } from '@wir/shared/contract';
import type { TimelineEntry } from '@wir/shared/ui';

const STOPPING = /\.(check-voided|returned|returned-to-check|voided|failed|cancelled|rejected|taken-back|opened)$/;
const FINISHING = /\.(decided|signed|became-final|paid|imported|released|exported|resolved)$/;

/** The trail of the payment as a person reads it; an act without words keeps its technical name. */
export function traceEntries({ events }: Pick<PaymentTraceDto, 'events'>, t: Translate): TimelineEntry[] {
  return events.map((event) => ({
    id: event.sequence,
    at: event.occurredAt,
    icon: STOPPING.test(event.action) ? 'undo' : 'history',
    tone: STOPPING.test(event.action) ? 'stop' : FINISHING.test(event.action) ? 'done' : 'neutral',
    sentence: t('records.trace.sentence', { act: wordsOf(event, t), name: event.actorName ?? '–' }),
    detail: [
      event.deputyForName === null ? '' : t('records.trace.inDeputy', { name: event.deputyForName }),
      t('records.trace.entry', { number: event.sequence }),
    ]
      .filter(Boolean)
      .join(' · '),
    reason: event.reason,
  }));
}

function wordsOf({ action }: TracedEventDto, t: Translate): string {
  const key = `records.act.${action}`;
  const words = t(key);
  return words === key ? actLabel(action) : words;
}
