import { errorText, isErrorCode, type Language, type Translate } from '@wir/shared/console';
import type { IconName, TimelineEntry } from '@wir/shared/ui';
import type { AuditEvent } from '../data/audit-types';
import { changeRows } from './change-rows';

const ICONS: Readonly<Record<string, IconName>> = {
  application: 'application',
  notice: 'notice',
  award: 'flag',
  'bank-account': 'bank',
  disbursement: 'payout',
  'payment-block': 'lock',
  'order-limit': 'scale',
  'payment-order': 'payout',
  'payment-run': 'run',
  'payment-return': 'upload',
  'payment-discrepancy': 'scale',
  'payment-reconciliation': 'scale',
  'budget-year': 'budget',
  'budget-act': 'budget',
  'budget-scenario': 'budget',
  'budget-line': 'budget',
  budget: 'scale',
  auth: 'key',
  access: 'lock',
  account: 'person',
  delegation: 'people',
  conflict: 'scale',
  bundle: 'archive',
  retention: 'archive',
};

const STOPPING =
  /\.(withdrawn|expired|check-voided|returned|returned-to-check|voided|failed|cancelled|rejected|does-not-reconcile)$/;
const FINISHING = /\.(decided|signed|became-final|paid|imported|applied)$/;

/** Pages of the objects; those without one are told by the sentence alone. */
const PAGES: Readonly<Record<string, (id: string) => readonly string[]>> = {
  APPLICATION: (id) => ['/antraege', id],
  NOTICE: (id) => ['/bescheide', id],
  AWARD: (id) => ['/zuwendungen', id],
  DISBURSEMENT_REQUEST: (id) => ['/auszahlungen', id],
  PAYMENT_RUN: (id) => ['/zahlungslauf', id],
  BUDGET_YEAR: (id) => ['/haushalt', id, 'ansatz'],
  BUDGET_ACT: (id) => ['/haushalt/verfuegungen', id],
  BUDGET_SCENARIO: (id) => ['/haushalt/planspiele', id],
  BUDGET_LINE: () => ['/haushalt/stellen'],
  AUDIT_BUNDLE: (id) => ['/akten/pruefmappen', id],
};

/** Where an object is shown; null when it has no page of its own. */
export function pageOf(objectType: string, objectId: string): readonly string[] | null {
  return PAGES[objectType]?.(objectId) ?? null;
}

/** One event of the trail as a person reads it. */
export function auditEntry(event: AuditEvent, t: Translate, language: Language): TimelineEntry {
  const { action, objectType, objectId } = event;
  const path = pageOf(objectType, objectId);
  const isRefused = event.outcome === 'REFUSED';
  return {
    id: event.sequence,
    at: event.occurredAt,
    icon: isRefused ? 'cancel' : (ICONS[action.split('.')[0] ?? ''] ?? 'history'),
    tone: isRefused || STOPPING.test(action) ? 'stop' : FINISHING.test(action) ? 'done' : 'neutral',
    sentence: t(isRefused ? 'audit.refused' : 'audit.sentence', {
      act: known(t, `audit.action.${action}`, action),
      name: event.actorName,
    }),
    detail: [
      refusalText(event, language),
      numberOf(event.after),
      roleText(event.actorRole, t),
      event.deputyForName ? t('audit.deputy', { name: event.deputyForName }) : '',
      stateText(event, t),
      event.textsErased ? t('audit.erased') : '',
      t('audit.number', { number: event.sequence.toLocaleString('de-DE') }),
    ]
      .filter(Boolean)
      .join(' · '),
    reason: event.reason,
    changes: changeRows(event.before, event.after, t, language),
    link: path ? { path, label: t('audit.open', { object: t(`audit.object.${objectType}`) }) } : null,
  };
}

/** Why it was refused, in the sentence the person was told, and the code to search for. */
function refusalText({ outcome, code }: AuditEvent, language: Language): string {
  if (outcome !== 'REFUSED' || !code) return '';
  return isErrorCode(code) ? `${errorText(code, language)} (${code})` : code;
}

/** The word for a code, or the code itself: nothing of the trail is ever left out. */
export function known(t: Translate, key: string, code: string): string {
  const text = t(key);
  return text === key ? code : text;
}

/** The number a person knows the object by, where the event tells it. */
function numberOf(after: AuditEvent['after']): string {
  const number = NUMBERS.map((name): unknown => after?.[name]).find((value) => typeof value === 'string');
  return typeof number === 'string' ? number : '';
}

const NUMBERS = [
  'actNumber',
  'orderNumber',
  'requestNumber',
  'runNumber',
  'noticeNumber',
  'awardNumber',
  'caseNumber',
] as const;

/** An account may hold several roles at once: `APPLICANT_EDITOR+APPLICANT_FINANCE`. */
export function roleText(roles: string, t: Translate): string {
  return roles
    .split('+')
    .map((role) => known(t, `audit.role.${role}`, role))
    .join(', ');
}

function stateText({ objectType, fromState, toState }: AuditEvent, t: Translate): string {
  if (toState === null || fromState === toState) return '';
  const to = known(t, `audit.state.${objectType}.${toState}`, toState);
  if (fromState === null) return to;
  return `${known(t, `audit.state.${objectType}.${fromState}`, fromState)} → ${to}`;
}
