import type { RequestReason } from '@wir/applications/domain';
import type { Translate } from '@wir/shared/console';
import type { CheckDto } from '@wir/shared/contract';
import { placeOfCheck } from './check-places';

export interface RequestItem {
  field: string;
  reason: RequestReason;
  text: string;
}

/** Failed checks as items: the note is the text, or else the question that was answered with no. */
export function itemsOfChecks(checks: readonly CheckDto[], only: string | undefined, t: Translate): RequestItem[] {
  return checks
    .filter(({ code, result }) => result === 'NO' && (only === undefined || code === only))
    .map(({ code, note, question }) => {
      const { field, reason } = placeOfCheck(code);
      return { field, reason, text: note.trim() || `${t('applications.request.clarify')} ${question}` };
    });
}
