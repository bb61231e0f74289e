import { TASK_KINDS, type TaskKind } from '@wir/notifications/domain';
import type { Translate } from '@wir/shared/console';
import type { TaskDto } from '@wir/shared/contract';
import type { IconName } from '@wir/shared/ui';

interface TaskLook {
  readonly icon: IconName;
  /** The part of the object's page where it is done; one press instead of two. */
  readonly page?: string;
  /** The list that shows the whole group; the same filters as on the list page. */
  readonly list?: { readonly path: string; readonly filters: Readonly<Record<string, string>> };
}

const applications = (state: string): TaskLook['list'] => ({ path: '/antraege', filters: { state } });
const notices = (state: string): TaskLook['list'] => ({ path: '/bescheide', filters: { state } });
const disbursements = (state: string): TaskLook['list'] => ({ path: '/auszahlungen', filters: { state } });

/** How each kind shows; a new kind fails the build. */
const LOOKS: Readonly<Record<TaskKind, TaskLook>> = {
  ANSWER_INFORMATION_REQUEST: { icon: 'question', page: 'nachforderungen' },
  RETRIEVE_NOTICE: { icon: 'letter' },
  SIGN_APPLICATION: { icon: 'sign', page: 'bearbeiten/einreichen' },
  SEND_DECLARATION: { icon: 'bank', page: 'erklaerung' },
  WAIVE_APPEAL: { icon: 'scale' },
  SUBMIT_DISBURSEMENT: { icon: 'sign' },
  CORRECT_DISBURSEMENT: { icon: 'undo' },
  REQUEST_DISBURSEMENT: { icon: 'payout', page: 'auszahlung' },
  CONTINUE_DRAFT: { icon: 'edit', page: 'bearbeiten' },
  CHECK_COMPLETENESS: { icon: 'application', list: applications('SUBMITTED') },
  REVIEW_APPLICATION: { icon: 'tasks', list: applications('UNDER_REVIEW') },
  COSIGN_NOTICE: { icon: 'edit', list: notices('DRAFT') },
  DISPATCH_NOTICE: { icon: 'send', list: notices('SIGNED,NOT_RETRIEVED') },
  CONFIRM_BANK_ACCOUNT: { icon: 'bank' },
  CHECK_DISBURSEMENT: { icon: 'payout', list: disbursements('SUBMITTED') },
  DECIDE_APPLICATION: { icon: 'scale', list: applications('BUDGET_CONFIRMED') },
  SIGN_NOTICE: { icon: 'sign', list: notices('IN_COSIGN') },
  CONFIRM_BUDGET: { icon: 'budget', list: applications('REVIEWED') },
  RELEASE_BUDGET_ACT: { icon: 'sign', list: { path: '/haushalt/verfuegungen', filters: { state: 'PROPOSED' } } },
  RELEASE_SCENARIO: { icon: 'scale', list: { path: '/haushalt/planspiele', filters: { state: 'PROPOSED' } } },
  RELEASE_RUN: { icon: 'sign' },
  CLARIFY_DISCREPANCY: { icon: 'alert', list: { path: '/zahlungslauf/klaerungsfaelle', filters: { state: 'OPEN' } } },
  IMPORT_RETURN: { icon: 'upload' },
  ORDER_DISBURSEMENT: { icon: 'payout', list: disbursements('CHECKED') },
  EXPORT_ORDER: { icon: 'run' },
};

/** The server may know kinds that this version of the page does not. */
export function taskLook(kind: string): TaskLook {
  return isKnown(kind) ? LOOKS[kind] : { icon: 'tasks' };
}

/** Where it is done. An address of the server that goes deeper already stays as it is. */
export function taskAddress({ kind, link }: TaskDto): string {
  const { page } = taskLook(kind);
  return page && /^\/[a-z]+\/[^/]+$/.test(link) ? `${link}/${page}` : link;
}

/** Verb first; the year of a payout stands behind it. */
export function taskWords(task: TaskDto, t: Translate): string {
  if (!isKnown(task.kind)) return task.title;
  const year = /\((\d{4})\)$/.exec(task.title)?.[1];
  const words = t(`notifications.task.${task.kind}`);
  return year ? `${words} (${year})` : words;
}

export function groupWords(kind: string, t: Translate): string {
  return isKnown(kind) ? t(`notifications.group.${kind}`) : t('notifications.group.other');
}

export function buttonWords(task: TaskDto, t: Translate): string {
  return isKnown(task.kind) ? t(`notifications.button.${task.kind}`) : t('notifications.button.other');
}

function isKnown(kind: string): kind is TaskKind {
  return Object.hasOwn(TASK_KINDS, kind);
}
