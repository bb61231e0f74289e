import { sum, type Cents, type LocalDate } from '@wir/shared/kernel';
import { findAdministrativeCourt } from '@wir/documents/domain';
import type { YearAmount } from '@wir/budget/domain';
import type { AncillaryProvision } from './ancillary-provisions';
import { DECISION_TEXTS, type DecisionCode } from './codes';
import type { NoticeKind } from './notice-state';
import type { NoticeTexts } from './notice-texts';

/** What the 20 contents are looked for in. */
export interface NoticeContent {
  readonly kind: NoticeKind;
  readonly fileReference: string;
  readonly caseNumber: string;
  readonly applicationSubmittedOn: LocalDate | null;
  readonly applicantName: string;
  readonly addresseeBody: string;
  readonly court: string;
  readonly texts: NoticeTexts;
  readonly ancillaryProvisions: readonly AncillaryProvision[];
  readonly periodStart: LocalDate;
  readonly periodEnd: LocalDate;
  readonly years: readonly YearAmount[];
  readonly totalCents: Cents;
  /** What the decision allows; the notice may not grant more. */
  readonly decidedCents: Cents;
  /** Less was granted than asked for: reasons are obligatory. */
  readonly isCut: boolean;
}

/** One of the contents of a notice (VV Nr. 4 zu § 44 LHO, §§ 37, 39 HVwVfG). */
export interface NoticeContentItem {
  readonly number: number;
  readonly title: string;
  /** Kinds of notice that need it. */
  readonly kinds: readonly NoticeKind[];
  /** What is wrong; `null` stands for a part the template always brings. */
  readonly fault: ((notice: NoticeContent) => DecisionCode | null) | null;
}

const GRANT: readonly NoticeKind[] = ['GRANT'];
const BOTH: readonly NoticeKind[] = ['GRANT', 'REJECTION'];
const when = (isFaulty: boolean, code: DecisionCode): DecisionCode | null => (isFaulty ? code : null);
const isBlank = (text: string): boolean => text.trim() === '';

export const NOTICE_CONTENTS: readonly NoticeContentItem[] = [
  { number: 1, title: 'Erlassende Behörde und Name der zeichnenden Person', kinds: BOTH, fault: null },
  { number: 2, title: 'Datum, Aktenzeichen, Empfängerin und ihr Organ', kinds: BOTH, fault: recipientFault },
  { number: 3, title: 'Bezeichnung als Bescheid', kinds: BOTH, fault: null },
  {
    number: 4,
    title: 'Bezug auf den Antrag',
    kinds: BOTH,
    fault: (notice) =>
      when(
        isBlank(notice.caseNumber) || notice.applicationSubmittedOn === null,
        'notice.application-reference-missing',
      ),
  },
  {
    number: 5,
    title: 'Zuwendungszweck',
    kinds: GRANT,
    fault: (notice) => when(isBlank(notice.texts.purpose), 'notice.purpose-missing'),
  },
  { number: 6, title: 'Höhe der Zuwendung', kinds: GRANT, fault: amountFault },
  { number: 7, title: 'Art der Zuwendung und Finanzierungsart', kinds: GRANT, fault: null },
  {
    number: 8,
    title: 'Zuwendungsfähige Ausgaben und Finanzierungsplan',
    kinds: GRANT,
    fault: (notice) => when(notice.years.length === 0, 'notice.plan-missing'),
  },
  {
    number: 9,
    title: 'Bewilligungszeitraum',
    kinds: GRANT,
    fault: (notice) => when(notice.periodStart > notice.periodEnd, 'notice.period-missing'),
  },
  { number: 10, title: 'Aufteilung auf Haushaltsjahre und Haushaltsvorbehalt', kinds: GRANT, fault: yearsFault },
  {
    number: 11,
    title: 'Auszahlung',
    kinds: GRANT,
    fault: (notice) => when(isBlank(notice.texts.payoutRule), 'notice.payout-rule-missing'),
  },
  {
    number: 12,
    title: 'Nebenbestimmungen',
    kinds: GRANT,
    fault: ({ ancillaryProvisions: all }) =>
      when(all.length === 0 || all.some(({ text }) => isBlank(text)), 'notice.provisions-missing'),
  },
  {
    number: 13,
    title: 'Verwendungsnachweis',
    kinds: GRANT,
    fault: (notice) => when(isBlank(notice.texts.proofRule), 'notice.proof-rule-missing'),
  },
  { number: 14, title: 'Prüfungsrecht der Behörde und des Rechnungshofs', kinds: GRANT, fault: null },
  {
    number: 15,
    title: 'Widerrufsvorbehalt',
    kinds: GRANT,
    fault: ({ ancillaryProvisions: all }) =>
      when(!all.some(({ type }) => type === 'REVOCATION_RESERVE'), 'notice.revocation-reserve-missing'),
  },
  { number: 16, title: 'Hinweis zum Datenschutz', kinds: BOTH, fault: null },
  {
    number: 17,
    title: 'Begründung',
    kinds: BOTH,
    fault: (notice) =>
      when(isBlank(notice.texts.reasons) && (notice.isCut || notice.kind === 'REJECTION'), 'notice.reasons-missing'),
  },
  {
    number: 18,
    title: 'Rechtsbehelfsbelehrung mit dem Gericht des Sitzes',
    kinds: BOTH,
    fault: (notice) => when(findAdministrativeCourt(notice.court) === undefined, 'notice.court-missing'),
  },
  { number: 19, title: 'Verzeichnis der Anlagen', kinds: GRANT, fault: null },
  { number: 20, title: 'Erklärung zum Zuwendungsbescheid', kinds: GRANT, fault: null },
];

export interface ContentCheck {
  readonly number: number;
  readonly title: string;
  readonly code: DecisionCode | null;
}

/** The checklist beside the preview: each content with its fault, if any. */
export function noticeChecklist(notice: NoticeContent): ContentCheck[] {
  return NOTICE_CONTENTS.filter(({ kinds }) => kinds.includes(notice.kind)).map(({ number, title, fault }) => ({
    number,
    title,
    code: fault === null ? null : fault(notice),
  }));
}

/** What hinders cosigning, with its German sentence. */
export function noticeWarnings(notice: NoticeContent): { readonly code: DecisionCode; readonly text: string }[] {
  return noticeChecklist(notice).flatMap(({ code }) => (code === null ? [] : [{ code, text: DECISION_TEXTS[code] }]));
}

function recipientFault(notice: NoticeContent): DecisionCode | null {
  if (isBlank(notice.fileReference)) return 'notice.file-reference-missing';
  return when(isBlank(notice.applicantName) || isBlank(notice.addresseeBody), 'notice.recipient-missing');
}

function amountFault({ totalCents, decidedCents }: NoticeContent): DecisionCode | null {
  return (
    when(totalCents <= 0, 'notice.amount-missing') ?? when(totalCents > decidedCents, 'notice.total-over-decision')
  );
}

function yearsFault({ years, totalCents, periodStart, periodEnd }: NoticeContent): DecisionCode | null {
  if (sum(years.map(({ amountCents }) => amountCents)) !== totalCents) return 'notice.years-differ-from-total';
  const isOutside = years.some(({ year }) => `${year}` < periodStart.slice(0, 4) || `${year}` > periodEnd.slice(0, 4));
  return when(isOutside, 'notice.year-outside-period');
}
