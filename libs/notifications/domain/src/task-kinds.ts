import type { Role } from '@wir/identity/domain';

export type TaskObjectType =
  | 'APPLICATION'
  | 'NOTICE'
  | 'AWARD'
  | 'BANK_ACCOUNT'
  | 'DISBURSEMENT_REQUEST'
  | 'PAYMENT_ORDER'
  | 'PAYMENT_RUN'
  | 'PAYMENT_DISCREPANCY'
  | 'BUDGET_ACT'
  | 'BUDGET_SCENARIO';

/** What waits for a person: verb first, as on the card. A task follows from the state of its object; nobody ticks it off. */
export interface TaskKindRow {
  readonly roles: readonly Role[];
  readonly objectType: TaskObjectType;
  readonly title: string;
}

const EDITING: readonly Role[] = ['APPLICANT_EDITOR'];
const FINANCE: readonly Role[] = ['APPLICANT_FINANCE'];
const SIGNING: readonly Role[] = ['APPLICANT_SIGNATORY'];

/** In the order in which the groups stand on the start page. */
export const TASK_KINDS = {
  ANSWER_INFORMATION_REQUEST: {
    roles: ['APPLICANT_EDITOR', 'APPLICANT_SIGNATORY'],
    objectType: 'APPLICATION',
    title: 'Angaben nachreichen',
  },
  RETRIEVE_NOTICE: {
    roles: ['APPLICANT_EDITOR', 'APPLICANT_FINANCE', 'APPLICANT_SIGNATORY'],
    objectType: 'NOTICE',
    title: 'Bescheid abrufen',
  },
  SIGN_APPLICATION: { roles: SIGNING, objectType: 'APPLICATION', title: 'Antrag zeichnen und einreichen' },
  SEND_DECLARATION: { roles: SIGNING, objectType: 'AWARD', title: 'Erklärung mit Bankverbindung abgeben' },
  WAIVE_APPEAL: { roles: SIGNING, objectType: 'NOTICE', title: 'Auf Rechtsbehelfe verzichten oder Frist abwarten' },
  SUBMIT_DISBURSEMENT: {
    roles: SIGNING,
    objectType: 'DISBURSEMENT_REQUEST',
    title: 'Mittelabruf zeichnen und einreichen',
  },
  CORRECT_DISBURSEMENT: {
    roles: FINANCE,
    objectType: 'DISBURSEMENT_REQUEST',
    title: 'Zurückgegebenen Mittelabruf klären',
  },
  REQUEST_DISBURSEMENT: { roles: FINANCE, objectType: 'AWARD', title: 'Auszahlung beantragen' },
  CONTINUE_DRAFT: { roles: EDITING, objectType: 'APPLICATION', title: 'Antrag fortsetzen' },
  CHECK_COMPLETENESS: { roles: ['CASE_WORKER'], objectType: 'APPLICATION', title: 'Vollständigkeit prüfen' },
  REVIEW_APPLICATION: { roles: ['CASE_WORKER'], objectType: 'APPLICATION', title: 'Antrag prüfen' },
  COSIGN_NOTICE: { roles: ['CASE_WORKER'], objectType: 'NOTICE', title: 'Bescheid zur Zeichnung geben' },
  DISPATCH_NOTICE: { roles: ['CASE_WORKER'], objectType: 'NOTICE', title: 'Bescheid bekannt geben' },
  CONFIRM_BANK_ACCOUNT: { roles: ['CASE_WORKER'], objectType: 'BANK_ACCOUNT', title: 'Bankverbindung bestätigen' },
  CHECK_DISBURSEMENT: { roles: ['CASE_WORKER'], objectType: 'DISBURSEMENT_REQUEST', title: 'Mittelabruf prüfen' },
  DECIDE_APPLICATION: { roles: ['HEAD_OF_UNIT'], objectType: 'APPLICATION', title: 'Über den Antrag entscheiden' },
  SIGN_NOTICE: { roles: ['HEAD_OF_UNIT'], objectType: 'NOTICE', title: 'Bescheid zeichnen' },
  CONFIRM_BUDGET: { roles: ['BUDGET_OFFICER'], objectType: 'APPLICATION', title: 'Haushaltsmittel bestätigen' },
  RELEASE_BUDGET_ACT: {
    roles: ['HEAD_OF_UNIT', 'BUDGET_OFFICER'],
    objectType: 'BUDGET_ACT',
    title: 'Haushaltsverfügung freigeben',
  },
  RELEASE_SCENARIO: {
    roles: ['HEAD_OF_UNIT', 'BUDGET_OFFICER'],
    objectType: 'BUDGET_SCENARIO',
    title: 'Planspiel freigeben',
  },
  RELEASE_RUN: {
    roles: ['PAYMENT_ORDERER', 'BUDGET_OFFICER'],
    objectType: 'PAYMENT_RUN',
    title: 'Zahlungslauf freigeben',
  },
  CLARIFY_DISCREPANCY: {
    roles: ['BUDGET_OFFICER'],
    objectType: 'PAYMENT_DISCREPANCY',
    title: 'Klärungsfall übernehmen',
  },
  IMPORT_RETURN: { roles: ['BUDGET_OFFICER'], objectType: 'PAYMENT_RUN', title: 'Rückmeldung der Kasse einlesen' },
  ORDER_DISBURSEMENT: { roles: ['PAYMENT_ORDERER'], objectType: 'DISBURSEMENT_REQUEST', title: 'Auszahlung anordnen' },
  EXPORT_ORDER: { roles: ['PAYMENT_ORDERER'], objectType: 'PAYMENT_ORDER', title: 'In einen Zahlungslauf geben' },
} as const satisfies Readonly<Record<string, TaskKindRow>>;

export type TaskKind = keyof typeof TASK_KINDS;

export const TASK_KIND_CODES = Object.keys(TASK_KINDS) as readonly TaskKind[];

/** The kinds a person with these roles can have; the query leaves all others out. */
export function taskKindsOf(roles: readonly string[]): TaskKind[] {
  return TASK_KIND_CODES.filter((kind) => TASK_KINDS[kind].roles.some((role) => roles.includes(role)));
}

/** `Auszahlung beantragen (2026)` */
export function taskTitle(kind: TaskKind, year: number | null): string {
  return year === null ? TASK_KINDS[kind].title : `${TASK_KINDS[kind].title} (${year})`;
}

/** Where the console does it; `awardId` for what is done on the page of the award. */
export function taskLink(kind: TaskKind, objectId: string, awardId: string | null): string {
  switch (TASK_KINDS[kind].objectType) {
    case 'APPLICATION':
      return `/antraege/${objectId}`;
    case 'NOTICE':
      return `/bescheide/${objectId}`;
    case 'AWARD':
    case 'BANK_ACCOUNT':
      return `/zuwendungen/${awardId ?? objectId}`;
    case 'DISBURSEMENT_REQUEST':
      return `/auszahlungen/${objectId}`;
    case 'BUDGET_ACT':
      return `/haushalt/verfuegungen/${objectId}`;
    case 'BUDGET_SCENARIO':
      return `/haushalt/planspiele/${objectId}`;
    case 'PAYMENT_DISCREPANCY':
      return `/zahlungslauf/klaerungsfaelle/${objectId}`;
    case 'PAYMENT_ORDER':
      return '/zahlungslauf';
    case 'PAYMENT_RUN':
      return kind === 'RELEASE_RUN' ? `/zahlungslauf/${objectId}` : '/zahlungslauf';
  }
}
