import type { Language, Translate } from '@wir/shared/console';
import type { HistoryEntryDto } from '@wir/shared/contract';
import type { IconName, TimelineEntry } from '@wir/shared/ui';
import { changeRows } from './history-changes';

interface Look {
  readonly icon: IconName;
  readonly tone?: TimelineEntry['tone'];
  /** Text key of the sentence; `{{name}}` is who did it. */
  readonly sentence: string;
}

/** Acts of the trail (`action`) in the words of the portal. An act unknown here is told by its states. */
const LOOKS: Readonly<Record<string, Look>> = {
  'application.created': { icon: 'plus', sentence: 'applications.history.created' },
  'application.updated': { icon: 'edit', sentence: 'applications.history.updated' },
  'application.plan-saved': { icon: 'budget', sentence: 'applications.history.planSaved' },
  'application.attachment-added': { icon: 'upload', sentence: 'applications.history.attachmentAdded' },
  'application.attachment-removed': { icon: 'minus', sentence: 'applications.history.attachmentRemoved' },
  'application.signature-requested': { icon: 'sign', sentence: 'applications.history.signatureRequested' },
  'application.returned-from-signature': { icon: 'back', sentence: 'applications.history.returned' },
  'application.submitted': { icon: 'send', tone: 'info', sentence: 'applications.history.submitted' },
  'application.information-answered': { icon: 'send', tone: 'info', sentence: 'applications.history.answered' },
  'application.withdrawn': { icon: 'undo', tone: 'stop', sentence: 'applications.history.withdrawn' },
  'application.expired': { icon: 'hourglass', tone: 'stop', sentence: 'applications.history.expired' },
  'application.completeness-confirmed': { icon: 'check', tone: 'info', sentence: 'applications.history.complete' },
  'application.information-requested': { icon: 'question', tone: 'info', sentence: 'applications.history.requested' },
  'application.check-answered': { icon: 'tasks', sentence: 'applications.history.checkAnswered' },
  'application.recommended': { icon: 'tasks', tone: 'info', sentence: 'applications.history.recommended' },
  'application.budget-confirmed': { icon: 'budget', tone: 'info', sentence: 'applications.history.budgetConfirmed' },
  'application.assignee-changed': { icon: 'people', sentence: 'applications.history.assigneeChanged' },
  'application.decided': { icon: 'scale', tone: 'done', sentence: 'applications.history.decided' },
  'notice.drafted': { icon: 'notice', sentence: 'applications.history.noticeDrafted' },
  'notice.edited': { icon: 'edit', sentence: 'applications.history.noticeEdited' },
  'notice.cosigned': { icon: 'notice', sentence: 'applications.history.noticeCosigned' },
  'notice.returned': { icon: 'back', sentence: 'applications.history.noticeReturned' },
  'notice.signed': { icon: 'sign', tone: 'done', sentence: 'applications.history.noticeSigned' },
  'notice.dispatched': { icon: 'letter', tone: 'info', sentence: 'applications.history.noticeDispatched' },
  'notice.retrieved': { icon: 'letter', tone: 'info', sentence: 'applications.history.noticeRetrieved' },
  'notice.not-retrieved': { icon: 'alert', sentence: 'applications.history.noticeNotRetrieved' },
  'notice.notified': { icon: 'letter', tone: 'info', sentence: 'applications.history.noticeNotified' },
  'notice.appeal-waived': { icon: 'check', sentence: 'applications.history.noticeWaived' },
  'notice.became-final': { icon: 'check-circle', tone: 'done', sentence: 'applications.history.noticeFinal' },
  'notice.voided': { icon: 'cancel', tone: 'stop', sentence: 'applications.history.noticeVoided' },
  'award.created': { icon: 'plus', sentence: 'applications.history.awardCreated' },
  'award.committed': { icon: 'budget', tone: 'done', sentence: 'applications.history.awardCommitted' },
  'award.became-final': { icon: 'check-circle', tone: 'done', sentence: 'applications.history.awardFinal' },
  'award.voided': { icon: 'cancel', tone: 'stop', sentence: 'applications.history.awardVoided' },
  'payment-order.cancelled': { icon: 'cancel', sentence: 'applications.history.orderCancelled' },
  'award.declared': { icon: 'bank', sentence: 'applications.history.awardDeclared' },
  'bank-account.confirmed': { icon: 'bank', sentence: 'applications.history.bankConfirmed' },
  'bank-account.superseded': { icon: 'bank', sentence: 'applications.history.bankSuperseded' },
  'disbursement.drafted': { icon: 'payout', sentence: 'applications.history.payoutDrafted' },
  'disbursement.submitted': { icon: 'payout', tone: 'info', sentence: 'applications.history.payoutSubmitted' },
  'disbursement.returned': { icon: 'back', sentence: 'applications.history.payoutReturned' },
  'disbursement.check-voided': { icon: 'back', tone: 'stop', sentence: 'applications.history.payoutCheckVoided' },
  'disbursement.checked': { icon: 'check', sentence: 'applications.history.payoutChecked' },
  'disbursement.ordered': { icon: 'sign', tone: 'info', sentence: 'applications.history.payoutOrdered' },
  'disbursement.exported': { icon: 'run', sentence: 'applications.history.payoutExported' },
  'disbursement.paid': { icon: 'payout', tone: 'done', sentence: 'applications.history.payoutPaid' },
  'disbursement.failed': { icon: 'error', tone: 'stop', sentence: 'applications.history.payoutFailed' },
  'disbursement.cancelled': { icon: 'cancel', tone: 'stop', sentence: 'applications.history.payoutCancelled' },
};

export function historyEntry(entry: HistoryEntryDto, t: Translate, language: Language): TimelineEntry {
  const look = LOOKS[entry.action];
  return {
    id: entry.sequence,
    at: entry.occurredAt,
    icon: look?.icon ?? 'history',
    tone: look?.tone ?? (entry.toState ? 'info' : 'neutral'),
    sentence: look ? t(look.sentence, { name: nameIn(entry, t), ...fillings(entry, t) }) : generalSentence(entry, t),
    detail: entry.actorRole
      .split('+')
      .map((role) => t(`applications.role.${role}`))
      .join(', '),
    reason: entry.reason,
    changes: changeRows(entry.changes, t, language),
  };
}

/** Who did it and, in deputy, for whom. */
function nameIn({ actorName, deputyForName }: HistoryEntryDto, t: Translate): string {
  return deputyForName === null
    ? actorName
    : t('applications.history.inDeputy', { name: actorName, represented: deputyForName });
}

/** An act that this list does not know yet is told by its state. */
function generalSentence(entry: HistoryEntryDto, t: Translate): string {
  const { toState } = entry;
  if (toState === null) return t('applications.history.changed', { name: nameIn(entry, t) });
  return t('applications.history.moved', { name: nameIn(entry, t), state: t(`applications.historyState.${toState}`) });
}

function fillings({ action, changes, toState }: HistoryEntryDto, t: Translate): Record<string, string> {
  if (action.startsWith('application.attachment')) {
    const [change] = changes;
    return { file: nameOf(change?.after) ?? nameOf(change?.before) ?? '' };
  }
  if (action === 'application.check-answered') {
    const code = changes[0]?.field.replace('checks.', '') ?? '';
    return { check: code ? t(`applications.checkName.${code}`) : '' };
  }
  if (action === 'application.decided' && toState) return { outcome: t(`applications.state.${toState}`) };
  return {};
}

function nameOf(image: unknown): string | null {
  if (typeof image !== 'object' || image === null || !('fileName' in image)) return null;
  return typeof image.fileName === 'string' ? image.fileName : null;
}
