import type { Role } from '@wir/identity/domain';

/** What a message needs to know about the case; the worker looks it up, so that jobs carry ids only. */
export interface MessageFacts {
  /** Aktenzeichen, or the number of the payment run. */
  readonly caseNumber: string;
  readonly applicantName: string;
}

interface MessageRow {
  readonly roles: readonly Role[];
  /** APPLICANT: to the people of the case's municipality; STAFF: to the authority. */
  readonly to: 'APPLICANT' | 'STAFF';
  readonly subject: string;
  readonly body: string;
}

const APPLICANTS: readonly Role[] = ['APPLICANT_EDITOR', 'APPLICANT_FINANCE', 'APPLICANT_SIGNATORY'];
const CASE_WORKERS: readonly Role[] = ['CASE_WORKER'];

/**
 * Who is told what when something was handed over. Plain sentences without amounts, names of persons or bank data:
 * mail leaves the house, the portal does not. `{caseNumber}` and `{applicantName}` are filled in.
 */
export const MESSAGES = {
  'application.ready-to-sign': row(
    'APPLICANT',
    ['APPLICANT_SIGNATORY'],
    'Antrag {caseNumber} wartet auf Ihre Zeichnung',
    'Der Antrag ist ausgefüllt und kann gezeichnet und eingereicht werden.',
  ),
  'application.returned-from-signature': row(
    'APPLICANT',
    ['APPLICANT_EDITOR'],
    'Antrag {caseNumber} zur Überarbeitung zurück',
    'Der Antrag wurde nicht gezeichnet und kann wieder bearbeitet werden.',
  ),
  'application.submitted': row(
    'STAFF',
    CASE_WORKERS,
    'Neuer Antrag {caseNumber}',
    'Ein Antrag von {applicantName} ist eingegangen. Bitte prüfen Sie die Vollständigkeit.',
  ),
  'application.information-requested': row(
    'APPLICANT',
    APPLICANTS,
    'Nachforderung zum Antrag {caseNumber}',
    'Die Bewilligungsbehörde bittet um Angaben oder Unterlagen. Was fehlt und bis wann, steht im Portal.',
  ),
  'application.information-answered': row(
    'STAFF',
    CASE_WORKERS,
    'Nachforderung zu {caseNumber} beantwortet',
    '{applicantName} hat die Nachforderung beantwortet. Bitte prüfen Sie die Vollständigkeit.',
  ),
  'application.completeness-confirmed': row(
    'APPLICANT',
    APPLICANTS,
    'Antrag {caseNumber} ist vollständig',
    'Ihr Antrag ist vollständig und wird nun inhaltlich geprüft. Sie brauchen im Augenblick nichts zu tun.',
  ),
  'application.reviewed': row(
    'STAFF',
    ['BUDGET_OFFICER'],
    'Haushaltsmittel für {caseNumber} bestätigen',
    'Die Prüfung des Antrags von {applicantName} ist abgeschlossen. Bitte bestätigen Sie die Haushaltsmittel.',
  ),
  'application.budget-confirmed': row(
    'STAFF',
    ['HEAD_OF_UNIT'],
    'Entscheidung zum Antrag {caseNumber}',
    'Die Haushaltsmittel für {applicantName} sind vorgemerkt. Der Antrag wartet auf Ihre Entscheidung.',
  ),
  'application.decided': row(
    'STAFF',
    CASE_WORKERS,
    'Über den Antrag {caseNumber} ist entschieden',
    'Der Bescheid an {applicantName} ist angelegt. Bitte prüfen Sie den Entwurf und geben Sie ihn zur Zeichnung.',
  ),
  'application.withdrawn': row(
    'STAFF',
    CASE_WORKERS,
    'Antrag {caseNumber} zurückgenommen',
    '{applicantName} hat den Antrag zurückgenommen. Vorgemerkte Mittel sind wieder frei.',
  ),
  'notice.in-cosign': row(
    'STAFF',
    ['HEAD_OF_UNIT'],
    'Bescheid zu {caseNumber} zur Zeichnung',
    'Der Bescheid an {applicantName} liegt zur Zeichnung bereit.',
  ),
  'notice.returned': row(
    'STAFF',
    CASE_WORKERS,
    'Bescheid zu {caseNumber} zurückgegeben',
    'Der Entwurf des Bescheids an {applicantName} wurde mit einem Vermerk zurückgegeben.',
  ),
  'notice.signed': row(
    'STAFF',
    CASE_WORKERS,
    'Bescheid zu {caseNumber} ist gezeichnet',
    'Der Bescheid an {applicantName} ist gezeichnet und kann bekannt gegeben werden.',
  ),
  'notice.dispatched': row(
    'APPLICANT',
    APPLICANTS,
    'Bescheid zum Antrag {caseNumber}',
    'Zu Ihrem Antrag ist ein Bescheid ergangen. Im Portal bereitgestellte Bescheide rufen Sie dort ab; mit dem Abruf beginnen Fristen.',
  ),
  'notice.not-retrieved': row(
    'STAFF',
    CASE_WORKERS,
    'Bescheid zu {caseNumber} nicht abgerufen',
    'Der Bescheid an {applicantName} wurde nicht rechtzeitig abgerufen und ist damit nicht bekannt gegeben. Bitte geben Sie ihn erneut bekannt.',
  ),
  'notice.notified': row(
    'APPLICANT',
    ['APPLICANT_SIGNATORY'],
    'Bescheid zu {caseNumber} ist bekannt gegeben',
    'Bitte geben Sie die Erklärung mit der Bankverbindung ab. Auszahlungen sind möglich, sobald der Bescheid bestandskräftig ist.',
  ),
  'notice.final': row(
    'APPLICANT',
    ['APPLICANT_FINANCE', 'APPLICANT_SIGNATORY'],
    'Bescheid zu {caseNumber} ist bestandskräftig',
    'Sobald die Bankverbindung bestätigt ist, können Sie Auszahlungen beantragen.',
  ),
  'award.declared': row(
    'STAFF',
    CASE_WORKERS,
    'Bankverbindung zu {caseNumber} bestätigen',
    '{applicantName} hat die Erklärung zum Bescheid mit einer Bankverbindung abgegeben. Bitte gleichen Sie die Bankverbindung ab und bestätigen Sie sie.',
  ),
  'award.bank-data-proposed': row(
    'APPLICANT',
    APPLICANTS,
    'Neue Bankverbindung zu {caseNumber} angegeben',
    'Für die Auszahlung wurde eine Bankverbindung angegeben. Wenn Sie davon nichts wissen, wenden Sie sich bitte sofort an die Bewilligungsbehörde.',
  ),
  'bank-account.confirmed': row(
    'APPLICANT',
    ['APPLICANT_FINANCE', 'APPLICANT_SIGNATORY'],
    'Bankverbindung zu {caseNumber} bestätigt',
    'Die angegebene Bankverbindung ist bestätigt. Sie wird für künftige Auszahlungen benutzt.',
  ),
  'disbursement.drafted': row(
    'APPLICANT',
    ['APPLICANT_SIGNATORY'],
    'Mittelabruf zu {caseNumber} wartet auf Ihre Zeichnung',
    'Ein Mittelabruf ist vorbereitet und kann gezeichnet und eingereicht werden.',
  ),
  'disbursement.submitted': row(
    'STAFF',
    CASE_WORKERS,
    'Mittelabruf zu {caseNumber} prüfen',
    '{applicantName} hat einen Mittelabruf eingereicht.',
  ),
  'disbursement.returned': row(
    'APPLICANT',
    ['APPLICANT_FINANCE', 'APPLICANT_SIGNATORY'],
    'Mittelabruf zu {caseNumber} zurückgegeben',
    'Ein Mittelabruf wurde zurückgegeben. Der Grund steht im Portal.',
  ),
  'disbursement.returned-to-check': row(
    'STAFF',
    CASE_WORKERS,
    'Mittelabruf zu {caseNumber} zurück an die Prüfung',
    'Der Mittelabruf von {applicantName} wurde nicht angeordnet. Der Grund steht im Portal.',
  ),
  'disbursement.checked': row(
    'STAFF',
    ['PAYMENT_ORDERER'],
    'Auszahlung zu {caseNumber} anordnen',
    'Ein Mittelabruf von {applicantName} ist sachlich und rechnerisch richtig und wartet auf die Anordnung.',
  ),
  'budget-scenario.follow-ups': row(
    'STAFF',
    CASE_WORKERS,
    'Planspiel »{caseNumber}« gebucht: Bescheide folgen',
    'Für die gebuchten Änderungen am Haushalt sind Änderungsbescheide oder Entscheidungen nötig. Die Liste steht im Portal beim Planspiel.',
  ),
  'payment-run.exported': row(
    'STAFF',
    ['BUDGET_OFFICER'],
    'Zahlungslauf {caseNumber} an die Kasse gegeben',
    'Ein Zahlungslauf ist ausgegeben. Bitte lesen Sie die Rückmeldung der Kasse ein, sobald sie vorliegt.',
  ),
  'disbursement.paid': row(
    'APPLICANT',
    ['APPLICANT_FINANCE', 'APPLICANT_SIGNATORY'],
    'Auszahlung zu {caseNumber} ausgeführt',
    'Die Kasse hat die Auszahlung ausgeführt. Betrag und Tag der Wertstellung stehen im Portal.',
  ),
  'disbursement.failed': row(
    'APPLICANT',
    ['APPLICANT_FINANCE', 'APPLICANT_SIGNATORY'],
    'Auszahlung zu {caseNumber} nicht ausgeführt',
    'Die Bank hat die Auszahlung nicht ausgeführt. Bitte prüfen Sie die Bankverbindung und reichen Sie den Mittelabruf erneut ein.',
  ),
} as const satisfies Readonly<Record<string, MessageRow>>;

export type MessageCode = keyof typeof MESSAGES;

export const MESSAGE_CODES = Object.keys(MESSAGES) as readonly MessageCode[];

export interface Message {
  readonly roles: readonly Role[];
  readonly to: 'APPLICANT' | 'STAFF';
  readonly subject: string;
  readonly body: string;
}

export function isMessageCode(value: string): value is MessageCode {
  return Object.hasOwn(MESSAGES, value);
}

/** The message in the words of the case. */
export function messageOf(code: MessageCode, facts: MessageFacts): Message {
  const { roles, to, subject, body } = MESSAGES[code];
  const closing =
    'Diese Nachricht wurde automatisch erstellt. Bitte melden Sie sich im WIR-Förderportal an, um den Vorgang zu bearbeiten.';
  return {
    roles,
    to,
    subject: filled(subject, facts),
    body: `Vorgang: ${facts.caseNumber}\n\n${filled(body, facts)}\n\n${closing}\n`,
  };
}

function filled(text: string, facts: MessageFacts): string {
  return text.replaceAll('{caseNumber}', facts.caseNumber).replaceAll('{applicantName}', facts.applicantName);
}

function row(to: MessageRow['to'], roles: readonly Role[], subject: string, body: string): MessageRow {
  return { to, roles, subject, body };
}
