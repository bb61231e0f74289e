import { formatEuro, formatGermanDate, sum, type LocalDate } from '@wir/shared/kernel';
import { APPLICANT_KIND_LABELS, isApplicantKind } from '@wir/programme/domain';
import type { ApplicationContent } from './application';
import { expensesOf, fundableOf, imbalanceOf, requestedOf } from './plan-sums';
import { periodProblems, type CallRules } from './submission-problems';

export const CHECK_GROUP_LABELS = {
  FORMAL: 'Formal',
  TECHNICAL: 'Fachlich',
  FINANCIAL: 'Finanziell',
  STATE_AID: 'Beihilfe und Vergabe',
  BUDGET: 'Haushalt',
} as const;

export type CheckGroup = keyof typeof CHECK_GROUP_LABELS;

export const CHECK_RESULTS = ['YES', 'NO', 'NOT_APPLICABLE'] as const;
export type CheckResult = (typeof CHECK_RESULTS)[number];

/** What the machine found out by itself, with the figures; a person answers the check nevertheless. */
export interface AutomaticResult {
  readonly result: 'YES' | 'NO';
  readonly text: string;
}

/** The application as submitted, with the facts that the checks look at. */
export interface CheckSubject {
  readonly content: ApplicationContent;
  readonly call: CallRules;
  readonly applicantName: string;
  readonly applicantKind: string;
  readonly submittedOn: LocalDate | null;
  readonly late: boolean;
}

/** A question of the review note (Prüfvermerk). Every one of them must be answered. */
export interface Check {
  readonly code: string;
  readonly group: CheckGroup;
  readonly question: string;
  readonly source: string;
  readonly automatic: ((subject: CheckSubject) => AutomaticResult) | null;
}

const found = (isMet: boolean, text: string): AutomaticResult => ({ result: isMet ? 'YES' : 'NO', text });
const declared = (isDeclared: boolean): AutomaticResult =>
  found(isDeclared, isDeclared ? 'Im Antrag erklärt.' : 'Im Antrag nicht erklärt.');

export const CHECK_CATALOGUE: readonly Check[] = [
  {
    code: 'ELIGIBLE_APPLICANT',
    group: 'FORMAL',
    question: 'Ist die Antragstellerin ein Landkreis, eine kreisfreie Stadt oder eine Sonderstatusstadt?',
    source: 'Nr. 2.1 Förderrichtlinie WIR',
    automatic: ({ applicantName, applicantKind }) => {
      const isEligible = isApplicantKind(applicantKind);
      return found(
        isEligible,
        `${applicantName}: ${isEligible ? APPLICANT_KIND_LABELS[applicantKind] : 'nicht antragsberechtigt'}.`,
      );
    },
  },
  {
    code: 'SUBMITTED_IN_TIME',
    group: 'FORMAL',
    question: 'Ist der Antrag innerhalb der Frist eingegangen?',
    source: 'Förderaufruf; § 31 HVwVfG',
    automatic: ({ late, submittedOn }) =>
      found(
        !late,
        `${submittedOn === null ? 'Noch nicht eingegangen' : `Eingang am ${formatGermanDate(submittedOn)}`}${late ? ', nach Ende der Frist' : ''}.`,
      ),
  },
  {
    code: 'ANNEXES_COMPLETE',
    group: 'FORMAL',
    question: 'Liegen Konzeption und Finanzierungsplan vollständig vor?',
    source: 'Nr. 3.1, 3.2 Förderrichtlinie WIR',
    automatic: ({ content }) => {
      const hasConcept = content.attachments.some(({ kind }) => kind === 'CONCEPT');
      return found(
        hasConcept && content.years.length > 0,
        `Konzeption ${hasConcept ? 'liegt vor' : 'fehlt'}, Finanzierungsplan für ${content.years.length} Haushaltsjahre.`,
      );
    },
  },
  {
    code: 'NO_PREMATURE_START',
    group: 'FORMAL',
    question: 'Wurde mit der Maßnahme noch nicht begonnen oder liegt eine Zustimmung zum vorzeitigen Beginn vor?',
    source: 'VV Nr. 1.3 zu § 44 LHO',
    automatic: ({ content }) => declared(content.declarations.noPrematureStart),
  },
  {
    code: 'STATE_INTEREST',
    group: 'TECHNICAL',
    question: 'Besteht ein erhebliches Landesinteresse, das ohne die Zuwendung nicht befriedigt werden kann?',
    source: '§ 23 LHO, § 14 HGrG',
    automatic: null,
  },
  {
    code: 'CONCEPT_FITS_GUIDELINE',
    group: 'TECHNICAL',
    question:
      'Entspricht die Konzeption den Zielen vielfaltsorientierte Öffnung und Willkommens- und Anerkennungskultur?',
    source: 'Nr. 2.1 Förderrichtlinie WIR; § 11 IntTG',
    automatic: null,
  },
  {
    code: 'PLAN_BALANCED',
    group: 'FINANCIAL',
    question: 'Ist der Finanzierungsplan in jedem Haushaltsjahr ausgeglichen?',
    source: 'Nr. 3.2 Förderrichtlinie WIR',
    automatic: ({ content }) => {
      const wrong = content.years.filter((year) => imbalanceOf(year) !== 0).map(({ year }) => year);
      const total = formatEuro(sum(content.years.map(expensesOf)));
      return found(
        wrong.length === 0,
        wrong.length === 0 ? `Ausgaben und Einnahmen je ${total}.` : `Nicht ausgeglichen: ${wrong.join(', ')}.`,
      );
    },
  },
  {
    code: 'WITHIN_CAPS',
    group: 'FINANCIAL',
    question: 'Halten die beantragten Beträge die Höchstförderung je Stelle und Jahr ein?',
    source: 'Nr. 2.1 Förderrichtlinie WIR',
    automatic: withinCaps,
  },
  {
    code: 'TOTAL_FINANCING_SECURED',
    group: 'FINANCIAL',
    question: 'Ist die Gesamtfinanzierung gesichert?',
    source: 'Nr. 3.2 Förderrichtlinie WIR; VV Nr. 1.2 zu § 44 LHO',
    automatic: ({ content }) => declared(content.declarations.totalFinancingSecured),
  },
  {
    code: 'NO_DOUBLE_FUNDING',
    group: 'FINANCIAL',
    question: 'Ist eine Doppelförderung ausgeschlossen?',
    source: 'VV Nr. 1 zu § 44 LHO',
    automatic: ({ content }) => declared(content.declarations.noDoubleFunding),
  },
  {
    code: 'NO_INPUT_TAX_DEDUCTION',
    group: 'FINANCIAL',
    question: 'Ist die Umsatzsteuer zu Recht als Ausgabe angesetzt, weil kein Vorsteuerabzug besteht?',
    source: '§ 15 UStG; VV Nr. 2 zu § 44 LHO',
    automatic: ({ content }) => declared(content.declarations.noInputTaxDeduction),
  },
  {
    code: 'ECONOMICAL',
    group: 'FINANCIAL',
    question: 'Sind die Ausgaben wirtschaftlich und sparsam bemessen?',
    source: '§ 7 LHO',
    automatic: null,
  },
  {
    code: 'NO_STATE_AID',
    group: 'STATE_AID',
    question: 'Ist die Förderung keine staatliche Beihilfe?',
    source: 'Art. 107 AEUV; Verordnung (EU) 2023/2831',
    automatic: null,
  },
  {
    code: 'PERIOD_WITHIN_CALL',
    group: 'BUDGET',
    question: 'Liegt der Bewilligungszeitraum in den Haushaltsjahren des Aufrufs?',
    source: '§ 45 LHO; Förderaufruf',
    automatic: ({ content, call }) => {
      const period = { start: content.periodStart, end: content.periodEnd };
      return found(
        periodProblems(period, call.period).length === 0,
        `${formatGermanDate(period.start)} bis ${formatGermanDate(period.end)}.`,
      );
    },
  },
];

export const CHECK_CODES: readonly string[] = CHECK_CATALOGUE.map(({ code }) => code);

function withinCaps({ content, call }: CheckSubject): AutomaticResult {
  const period = { start: content.periodStart, end: content.periodEnd };
  const over = content.years.filter((year) => requestedOf([year]) > fundableOf(year, period, call.caps));
  if (over.length > 0) {
    const parts = over.map(
      (year) => `${year.year}: ${formatEuro(requestedOf([year]))} > ${formatEuro(fundableOf(year, period, call.caps))}`,
    );
    return found(false, `Überschritten: ${parts.join('; ')}.`);
  }
  const limit = sum(content.years.map((year) => fundableOf(year, period, call.caps)));
  return found(true, `Beantragt ${formatEuro(requestedOf(content.years))} ≤ ${formatEuro(limit)}.`);
}
