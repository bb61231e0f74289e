import { defineTransitions, type TransitionTable } from '@wir/shared/kernel';
import type { ActorRole } from '@wir/identity/domain';
import { APPLICATION_PERMISSIONS } from './permissions';

/** Lifecycle of an application (Förderantrag). */
export const APPLICATION_STATE_LABELS = {
  DRAFT: 'in Bearbeitung',
  READY_TO_SIGN: 'zur Zeichnung',
  SUBMITTED: 'eingereicht',
  INFO_REQUESTED: 'Nachforderung',
  UNDER_REVIEW: 'in Prüfung',
  REVIEWED: 'geprüft',
  BUDGET_CONFIRMED: 'Mittel bestätigt',
  APPROVED: 'bewilligt',
  PARTLY_APPROVED: 'teilweise bewilligt',
  REJECTED: 'abgelehnt',
  WITHDRAWN: 'zurückgenommen',
  EXPIRED: 'verfallen',
} as const;

export type ApplicationState = keyof typeof APPLICATION_STATE_LABELS;
export const APPLICATION_STATES = Object.keys(APPLICATION_STATE_LABELS) as readonly ApplicationState[];

/** How an application may be decided. */
export const DECISION_OUTCOMES = ['APPROVED', 'PARTLY_APPROVED', 'REJECTED'] as const;
export type DecisionOutcome = (typeof DECISION_OUTCOMES)[number];

export type ApplicationAct =
  | 'edit'
  | 'requestSignature'
  | 'returnFromSignature'
  | 'submit'
  | 'withdraw'
  | 'confirmCompleteness'
  | 'requestInformation'
  | 'answerChecks'
  | 'recommend'
  | 'confirmBudget'
  | 'decide'
  | 'expire';

const may = APPLICATION_PERMISSIONS;
const SYSTEM: readonly ActorRole[] = ['SYSTEM'];

/** Submission from INFO_REQUESTED answers the request; the earlier snapshot is kept. Money is reserved at BUDGET_CONFIRMED only. */
export const APPLICATION_TRANSITIONS: TransitionTable<ApplicationState, ApplicationAct, ActorRole> = defineTransitions<
  ApplicationState,
  ApplicationAct,
  ActorRole
>({
  name: 'application',
  initial: 'DRAFT',
  states: APPLICATION_STATE_LABELS,
  edges: [
    { act: 'edit', from: 'DRAFT', to: 'DRAFT', roles: may['application.edit'], label: 'Bearbeiten' },
    { act: 'edit', from: 'INFO_REQUESTED', to: 'INFO_REQUESTED', roles: may['application.edit'], label: 'Bearbeiten' },
    {
      act: 'requestSignature',
      from: 'DRAFT',
      to: 'READY_TO_SIGN',
      roles: may['application.edit'],
      label: 'Zur Zeichnung geben',
    },
    {
      act: 'returnFromSignature',
      from: 'READY_TO_SIGN',
      to: 'DRAFT',
      roles: may['application.return-from-signature'],
      label: 'Zurückgeben',
    },
    { act: 'submit', from: 'DRAFT', to: 'SUBMITTED', roles: may['application.submit'], label: 'Einreichen' },
    { act: 'submit', from: 'READY_TO_SIGN', to: 'SUBMITTED', roles: may['application.submit'], label: 'Einreichen' },
    {
      act: 'submit',
      from: 'INFO_REQUESTED',
      to: 'SUBMITTED',
      roles: may['application.submit'],
      label: 'Nachforderung beantworten',
    },
    {
      act: 'confirmCompleteness',
      from: 'SUBMITTED',
      to: 'UNDER_REVIEW',
      roles: may['application.completeness'],
      label: 'Vollständigkeit bestätigen',
    },
    {
      act: 'requestInformation',
      from: 'SUBMITTED',
      to: 'INFO_REQUESTED',
      roles: may['application.request-information'],
      label: 'Nachforderung',
    },
    {
      act: 'requestInformation',
      from: 'UNDER_REVIEW',
      to: 'INFO_REQUESTED',
      roles: may['application.request-information'],
      label: 'Nachforderung',
    },
    { act: 'answerChecks', from: 'UNDER_REVIEW', to: 'UNDER_REVIEW', roles: may['application.check'], label: 'Prüfen' },
    {
      act: 'recommend',
      from: 'UNDER_REVIEW',
      to: 'REVIEWED',
      roles: may['application.recommend'],
      label: 'Prüfvermerk abschließen',
    },
    {
      act: 'confirmBudget',
      from: 'REVIEWED',
      to: 'BUDGET_CONFIRMED',
      roles: may['application.confirm-budget'],
      label: 'Mittel bestätigen',
    },
    { act: 'decide', from: 'BUDGET_CONFIRMED', to: 'APPROVED', roles: may['application.decide'], label: 'Bewilligen' },
    {
      act: 'decide',
      from: 'BUDGET_CONFIRMED',
      to: 'PARTLY_APPROVED',
      roles: may['application.decide'],
      label: 'Teilweise bewilligen',
    },
    { act: 'decide', from: 'BUDGET_CONFIRMED', to: 'REJECTED', roles: may['application.decide'], label: 'Ablehnen' },
    { act: 'decide', from: 'REVIEWED', to: 'REJECTED', roles: may['application.decide'], label: 'Ablehnen' },
    ...(['SUBMITTED', 'INFO_REQUESTED', 'UNDER_REVIEW', 'REVIEWED', 'BUDGET_CONFIRMED'] as const).map(
      (from) =>
        ({
          act: 'withdraw',
          from,
          to: 'WITHDRAWN',
          roles: may['application.withdraw'],
          label: 'Antrag zurücknehmen',
        }) as const,
    ),
    { act: 'expire', from: 'DRAFT', to: 'EXPIRED', roles: SYSTEM, label: 'Verfall nach Ende des Aufrufs' },
    { act: 'expire', from: 'READY_TO_SIGN', to: 'EXPIRED', roles: SYSTEM, label: 'Verfall nach Ende des Aufrufs' },
  ],
});

/** States in which the authority has a reservation of money for the application. */
export function hasReservation(state: ApplicationState): boolean {
  return state === 'BUDGET_CONFIRMED' || state === 'APPROVED' || state === 'PARTLY_APPROVED';
}

/** Live: blocks another application of the same applicant, module and overlapping period. */
export function isLive(state: ApplicationState): boolean {
  return state !== 'REJECTED' && state !== 'WITHDRAWN' && state !== 'EXPIRED';
}
