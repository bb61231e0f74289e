import { defineTransitions, type TransitionTable } from '@wir/shared/kernel';
import type { ActorRole } from '@wir/identity/domain';
import { DECISION_PERMISSIONS } from './permissions';

/** Lifecycle of a notice (Bescheid). */
export const NOTICE_STATE_LABELS = {
  DRAFT: 'Entwurf',
  IN_COSIGN: 'in Mitzeichnung',
  SIGNED: 'schlussgezeichnet',
  DISPATCHED: 'abgesandt',
  NOT_RETRIEVED: 'nicht abgerufen',
  NOTIFIED: 'bekannt gegeben',
  APPEALED: 'Klage erhoben',
  FINAL: 'bestandskräftig',
  VOIDED: 'aufgehoben',
} as const;

export type NoticeState = keyof typeof NOTICE_STATE_LABELS;
export const NOTICE_STATES = Object.keys(NOTICE_STATE_LABELS) as readonly NoticeState[];

export type NoticeKind = 'GRANT' | 'REJECTION';

export type NoticeAct =
  | 'edit'
  | 'cosign'
  | 'return'
  | 'sign'
  | 'void'
  | 'dispatch'
  | 'retrieve'
  | 'waiveAppeal'
  | 'notify'
  | 'expireRetrieval'
  | 'finalise'
  | 'recordAppeal'
  | 'endAppeal';

const may = DECISION_PERMISSIONS;
const SYSTEM: readonly ActorRole[] = ['SYSTEM'];
const CASE_WORKER: readonly ActorRole[] = ['CASE_WORKER'];

/**
 * Retrieval leaves the state alone: the notice counts as notified from the next day, when the due job takes `notify`.
 * A handover takes `notify` at once. Voiding is possible before dispatch only: what was notified never changes.
 */
export const NOTICE_TRANSITIONS: TransitionTable<NoticeState, NoticeAct, ActorRole> = defineTransitions<
  NoticeState,
  NoticeAct,
  ActorRole
>({
  name: 'notice',
  initial: 'DRAFT',
  states: NOTICE_STATE_LABELS,
  edges: [
    { act: 'edit', from: 'DRAFT', to: 'DRAFT', roles: may['notice.draft'], label: 'Bearbeiten' },
    { act: 'cosign', from: 'DRAFT', to: 'IN_COSIGN', roles: may['notice.cosign'], label: 'Zur Zeichnung geben' },
    { act: 'return', from: 'IN_COSIGN', to: 'DRAFT', roles: may['notice.return'], label: 'Zurückgeben' },
    { act: 'sign', from: 'IN_COSIGN', to: 'SIGNED', roles: may['notice.sign'], label: 'Zeichnen' },
    { act: 'void', from: 'SIGNED', to: 'VOIDED', roles: may['notice.void'], label: 'Aufheben' },
    { act: 'dispatch', from: 'SIGNED', to: 'DISPATCHED', roles: may['notice.dispatch'], label: 'Absenden' },
    {
      act: 'dispatch',
      from: 'NOT_RETRIEVED',
      to: 'DISPATCHED',
      roles: may['notice.dispatch'],
      label: 'Erneut absenden',
    },
    { act: 'retrieve', from: 'DISPATCHED', to: 'DISPATCHED', roles: may['notice.retrieve'], label: 'Bescheid abrufen' },
    { act: 'notify', from: 'DISPATCHED', to: 'NOTIFIED', roles: SYSTEM, label: 'Bekanntgabe' },
    { act: 'expireRetrieval', from: 'DISPATCHED', to: 'NOT_RETRIEVED', roles: SYSTEM, label: 'Nicht abgerufen' },
    {
      act: 'waiveAppeal',
      from: 'NOTIFIED',
      to: 'FINAL',
      roles: may['notice.waive-appeal'],
      label: 'Auf Rechtsbehelfe verzichten',
    },
    { act: 'finalise', from: 'NOTIFIED', to: 'FINAL', roles: SYSTEM, label: 'Bestandskraft' },
    { act: 'recordAppeal', from: 'NOTIFIED', to: 'APPEALED', roles: CASE_WORKER, label: 'Klage vermerken' },
    {
      act: 'endAppeal',
      from: 'APPEALED',
      to: 'FINAL',
      roles: CASE_WORKER,
      label: 'Ende des Klageverfahrens vermerken',
    },
  ],
});

/** From here on the notice exists for the applicant. */
export function isVisibleToApplicant(state: NoticeState): boolean {
  return ['DISPATCHED', 'NOT_RETRIEVED', 'NOTIFIED', 'APPEALED', 'FINAL'].includes(state);
}

/** Notified: the decision may be shown to the applicant and, if it is a grant, to the press. */
export function isPublic(state: NoticeState): boolean {
  return ['NOTIFIED', 'APPEALED', 'FINAL'].includes(state);
}
