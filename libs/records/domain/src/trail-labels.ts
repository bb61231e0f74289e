import { BUNDLE_STATE_LABELS } from './bundle-state';
import { RETENTION_STATE_LABELS } from './retention/retention-state';

/** German words for the trail in a bundle, which must be readable without the portal. */
const ACTS: Readonly<Record<string, string>> = {
  'application.created': 'Antrag begonnen',
  'application.updated': 'Angaben im Antrag geändert',
  'application.plan-saved': 'Kosten- und Finanzierungsplan geändert',
  'application.attachment-added': 'Anlage hinzugefügt',
  'application.attachment-removed': 'Anlage entfernt',
  'application.signature-requested': 'Antrag zur Zeichnung gegeben',
  'application.returned-from-signature': 'Antrag aus der Zeichnung zurückgegeben',
  'application.submitted': 'Antrag eingereicht',
  'application.withdrawn': 'Antrag zurückgenommen',
  'application.expired': 'Antrag verfallen',
  'application.completeness-confirmed': 'Vollständigkeit bestätigt',
  'application.information-requested': 'Nachforderung gesandt',
  'application.information-answered': 'Nachforderung beantwortet',
  'application.check-answered': 'Prüfpunkt beantwortet',
  'application.recommended': 'Entscheidung empfohlen',
  'application.budget-confirmed': 'Mittel bestätigt',
  'application.decided': 'Über den Antrag entschieden',
  'notice.drafted': 'Bescheid entworfen',
  'notice.edited': 'Bescheid geändert',
  'notice.cosigned': 'Bescheid zur Zeichnung gegeben',
  'notice.returned': 'Bescheid zurückgegeben',
  'notice.signed': 'Bescheid gezeichnet',
  'notice.voided': 'Bescheid aufgehoben',
  'notice.dispatched': 'Bescheid abgesandt',
  'notice.retrieved': 'Bescheid abgerufen',
  'notice.not-retrieved': 'Bescheid nicht abgerufen',
  'notice.notified': 'Bescheid bekannt gegeben',
  'notice.appeal-waived': 'Auf Klage verzichtet',
  'notice.became-final': 'Bescheid bestandskräftig',
  'award.created': 'Zuwendung angelegt',
  'award.committed': 'Mittel gebunden',
  'award.voided': 'Zuwendung aufgehoben',
  'award.became-final': 'Zuwendung bestandskräftig',
  'award.declared': 'Erklärung und Bankverbindung abgegeben',
  'award.bank-data-proposed': 'Bankverbindung vorgeschlagen',
  'bank-account.confirmed': 'Bankverbindung bestätigt',
  'bank-account.superseded': 'Bankverbindung ersetzt',
  'disbursement.drafted': 'Mittelabruf begonnen',
  'disbursement.updated': 'Mittelabruf geändert',
  'disbursement.submitted': 'Mittelabruf eingereicht',
  'disbursement.checked': 'Mittelabruf geprüft',
  'disbursement.returned': 'Mittelabruf zurückgegeben',
  'disbursement.returned-to-check': 'Mittelabruf an die Prüfung zurückgegeben',
  'disbursement.ordered': 'Auszahlung angeordnet',
  'disbursement.exported': 'Auszahlung in den Zahlungslauf genommen',
  'disbursement.paid': 'Auszahlung gebucht',
  'disbursement.failed': 'Auszahlung gescheitert',
  'disbursement.cancelled': 'Mittelabruf storniert',
  'payment-order.cancelled': 'Anordnung storniert',
  'payment-run.exported': 'Zahlungslauf ausgegeben',
  'payment-return.imported': 'Rückmeldung der Kasse eingelesen',
  'payment-return.rejected': 'Rückmeldung der Kasse abgewiesen',
  'budget-year.moved': 'Haushaltsjahr weitergeführt',
  'budget.does-not-reconcile': 'Abweichung im Abgleich',
  'access.refused': 'Abgewiesener Versuch',
  'audit.texts-erased': 'Texte gelöscht',
  'bundle.requested': 'Prüfmappe angefordert',
  'bundle.made': 'Prüfmappe zusammengestellt',
  'retention.begun': 'Aufbewahrung begonnen',
  'retention.reopened': 'Aufbewahrung ausgesetzt, Fall wieder offen',
  'retention.due': 'Aufbewahrung beendet',
  'retention.offered': 'Fall dem Landesarchiv angeboten',
  'retention.decided': 'Entscheidung des Landesarchivs vermerkt',
  'retention.deleted': 'Inhalt des Falls vernichtet',
};

const OBJECTS: Readonly<Record<string, string>> = {
  APPLICATION: 'Antrag',
  NOTICE: 'Bescheid',
  AWARD: 'Zuwendung',
  BANK_ACCOUNT: 'Bankverbindung',
  DISBURSEMENT_REQUEST: 'Mittelabruf',
  PAYMENT_ORDER: 'Anordnung',
  PAYMENT_RUN: 'Zahlungslauf',
  PAYMENT_RETURN: 'Rückmeldung der Kasse',
  BUDGET_YEAR: 'Haushaltsjahr',
  LEDGER: 'Haushaltskonten',
  RETENTION: 'Aufbewahrung',
};

const STATES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  AUDIT_BUNDLE: BUNDLE_STATE_LABELS,
  RETENTION: RETENTION_STATE_LABELS,
  APPLICATION: {
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
  },
  NOTICE: {
    DRAFT: 'Entwurf',
    IN_COSIGN: 'zur Zeichnung',
    SIGNED: 'gezeichnet',
    DISPATCHED: 'abgesandt',
    NOT_RETRIEVED: 'nicht abgerufen',
    NOTIFIED: 'bekannt gegeben',
    APPEALED: 'Klage erhoben',
    FINAL: 'bestandskräftig',
    VOIDED: 'aufgehoben',
  },
  AWARD: {
    PENDING: 'in Vorbereitung',
    COMMITTED: 'gebunden',
    FINAL: 'bestandskräftig',
    VOIDED: 'aufgehoben',
  },
  BANK_ACCOUNT: {
    PROPOSED: 'zu bestätigen',
    CONFIRMED: 'bestätigt',
    SUPERSEDED: 'ersetzt',
  },
  DISBURSEMENT_REQUEST: {
    DRAFT: 'in Bearbeitung',
    SUBMITTED: 'eingereicht',
    RETURNED: 'zurückgegeben',
    CHECKED: 'geprüft',
    ORDERED: 'angeordnet',
    EXPORTED: 'im Zahlungslauf',
    PAID: 'ausgezahlt',
    FAILED: 'Rückläufer',
    CANCELLED: 'storniert',
  },
  PAYMENT_ORDER: {
    ORDERED: 'angeordnet',
    EXPORTED: 'im Zahlungslauf',
    PAID: 'ausgezahlt',
    FAILED: 'Rückläufer',
    CANCELLED: 'storniert',
  },
  BUDGET_YEAR: {
    PLANNED: 'geplant',
    PROVISIONAL: 'vorläufig',
    OPEN: 'offen',
    CASH_CLOSED: 'Kassenschluss',
    CLOSED: 'abgeschlossen',
  },
};

/** Something unknown keeps its technical name: nothing of the trail is left out. */
export function actLabel(action: string): string {
  return ACTS[action] ?? action;
}

export function objectLabel(objectType: string): string {
  return OBJECTS[objectType] ?? objectType;
}

export function stateLabel(objectType: string, state: string): string {
  return STATES[objectType]?.[state] ?? state;
}
