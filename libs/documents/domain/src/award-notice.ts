import { DomainError, type LocalDate } from '@wir/shared/kernel';
import { amountInWords } from './amount-in-words';
import { budgetYearsTable, eligibleExpenses, financingPlanTable, grantTotal } from './financing-table';
import { germanDay, germanEuro } from './german-format';
import type { AwardNoticeData, NoticeSection } from './letter-data';
import {
  applicationReference,
  letterFrame,
  MINISTRY_LETTERHEAD,
  paragraph,
  paragraphs,
  paragraphTexts,
  privacySection,
  remedySection,
} from './letter-frame';
import { declarationForm } from './declaration-form';
import type { AwardNoticeFacts, FinancingType, ProvisionType } from './notice-facts';

const FINANCING_TYPES: Record<FinancingType, string> = {
  SHARE: 'Anteilfinanzierung',
  DEFICIT: 'Fehlbedarfsfinanzierung',
  FIXED_AMOUNT: 'Festbetragsfinanzierung',
  FULL: 'Vollfinanzierung',
};
const PROVISION_TYPES: Record<ProvisionType, string> = {
  TIME_LIMIT: 'Befristung',
  CONDITION: 'Bedingung',
  REVOCATION_RESERVE: 'Widerrufsvorbehalt',
  OBLIGATION: 'Auflage',
  OBLIGATION_RESERVE: 'Auflagenvorbehalt',
};
const GUIDELINE = 'Förderrichtlinie zum Landesprogramm „WIR – Vielfalt und Teilhabe“';
const PROVISIONS_VERSION =
  'Fassung der Anlage 3 zu den Verwaltungsvorschriften zu § 44 LHO, die am Tag dieses Bescheids gilt';

function period(start: LocalDate, end: LocalDate): string {
  return `${germanDay(start)} bis ${germanDay(end)}`;
}

function grantSections(facts: AwardNoticeFacts): NoticeSection[] {
  const total = grantTotal(facts.years);
  return [
    {
      heading: 'Bewilligung',
      blocks: [
        paragraph(
          `Das ${(facts.letterhead ?? MINISTRY_LETTERHEAD).state} bewilligt Ihnen für das Vorhaben ` +
            `„${facts.applicationTitle}“ eine Zuwendung in Höhe von`,
        ),
        { kind: 'amount', figures: germanEuro(total), words: amountInWords(total) },
        paragraph(`Rechtsgrundlagen sind §§ 23 und 44 LHO, § 11 IntTG und die ${facts.guidelineTitle ?? GUIDELINE}.`),
      ],
    },
    {
      heading: 'Zuwendungszweck',
      blocks: [
        ...paragraphs(facts.texts.purpose),
        paragraph('Die Zielvereinbarung (Anlage) konkretisiert den Zuwendungszweck.'),
      ],
    },
    {
      heading: 'Art, Umfang und Bewilligungszeitraum',
      blocks: [
        {
          kind: 'facts',
          rows: [
            { label: 'Zuwendungsempfänger', value: facts.recipient.officialName },
            { label: 'Art der Zuwendung', value: 'Projektförderung als nicht rückzahlbarer Zuschuss' },
            { label: 'Finanzierungsart', value: FINANCING_TYPES[facts.financingType] },
            { label: 'Zuwendungsfähige Ausgaben', value: germanEuro(eligibleExpenses(facts.years)) },
            { label: 'Zuwendung', value: germanEuro(total) },
            { label: 'Bewilligungszeitraum', value: period(facts.periodStart, facts.periodEnd) },
          ],
        },
      ],
    },
  ];
}

function moneySections(facts: AwardNoticeFacts): NoticeSection[] {
  const severalYears = facts.years.length > 1;
  return [
    {
      heading: 'Finanzierungsplan',
      blocks: [
        paragraph(
          'Der folgende Finanzierungsplan ist hinsichtlich des Gesamtergebnisses verbindlich. Ausgaben außerhalb des ' +
            'Bewilligungszeitraums sind nicht zuwendungsfähig.',
        ),
        financingPlanTable(facts.years),
      ],
    },
    {
      heading: 'Haushaltsjahre und Haushaltsvorbehalt',
      blocks: [
        budgetYearsTable(facts.years),
        paragraph(
          severalYears
            ? 'Die Beträge der späteren Haushaltsjahre stehen unter dem Vorbehalt, dass der Haushaltsgesetzgeber die Mittel ' +
                'bereitstellt. Nicht abgerufene Beträge eines Haushaltsjahres verfallen mit dessen Ablauf. Sie werden nur mit ' +
                'gesonderter Zustimmung in ein späteres Haushaltsjahr übertragen.'
            : 'Nicht abgerufene Beträge verfallen mit Ablauf des Haushaltsjahres.',
        ),
      ],
    },
    {
      heading: 'Auszahlung',
      blocks: [
        ...paragraphs(facts.texts.payoutRule),
        paragraph(
          'Die Auszahlung setzt voraus, dass dieser Bescheid bestandskräftig ist oder wirksam auf Rechtsbehelfe verzichtet ' +
            'wurde und dass die Erklärung zum Zuwendungsbescheid mit der Bankverbindung vorliegt.',
        ),
      ],
    },
  ];
}

function provisionsSection(facts: AwardNoticeFacts): NoticeSection {
  const version = facts.generalProvisionsVersion ?? PROVISIONS_VERSION;
  const special = facts.ancillaryProvisions.map((provision) => ({
    type: PROVISION_TYPES[provision.type],
    text: provision.text,
    due: provision.dueDate ? germanDay(provision.dueDate) : null,
  }));
  return {
    heading: 'Nebenbestimmungen',
    blocks: [
      paragraph(
        'Die Allgemeinen Nebenbestimmungen für Zuwendungen zur Projektförderung an Gebietskörperschaften und ' +
          `Zusammenschlüsse von Gebietskörperschaften (ANBest-GK) sind Bestandteil dieses Bescheids. Maßgeblich ist die ${version}.`,
      ),
      ...(special.length > 0
        ? [
            paragraph('Ergänzend gelten die folgenden besonderen Nebenbestimmungen (§ 36 HVwVfG):'),
            { kind: 'provisions', items: special } as const,
          ]
        : []),
    ],
  };
}

function controlSections(facts: AwardNoticeFacts): NoticeSection[] {
  return [
    { heading: 'Nachweis der Verwendung', blocks: paragraphs(facts.texts.proofRule) },
    {
      heading: 'Prüfungsrecht',
      blocks: [
        paragraph(
          'Die Bewilligungsbehörde darf Bücher, Belege und sonstige Geschäftsunterlagen anfordern und die Verwendung der ' +
            'Zuwendung durch örtliche Erhebungen prüfen oder durch Beauftragte prüfen lassen. Der Hessische Rechnungshof ist ' +
            'zur Prüfung berechtigt (§ 91 LHO). Die Prüfungsrechte erstrecken sich auf Dritte, an die Mittel weitergeleitet werden.',
        ),
      ],
    },
    {
      heading: 'Vorbehalt der endgültigen Festsetzung und Widerruf',
      blocks: [
        paragraph(
          'Die Höhe der Zuwendung wird nach Prüfung des Verwendungsnachweises endgültig festgesetzt. Bis dahin steht die ' +
            'Bewilligung der Höhe nach unter dem Vorbehalt dieser Festsetzung.',
        ),
        paragraph(
          'Der Bescheid kann nach §§ 48 und 49 HVwVfG ganz oder teilweise zurückgenommen oder widerrufen werden. Das gilt ' +
            'insbesondere, wenn die Zuwendung nicht, nicht alsbald oder nicht mehr für den Zuwendungszweck verwendet oder eine ' +
            'Auflage nicht fristgerecht erfüllt wird. Zu erstattende Beträge werden nach § 49a HVwVfG mit fünf Prozentpunkten ' +
            'über dem Basiszinssatz verzinst.',
        ),
      ],
    },
    privacySection(),
    {
      heading: 'Begründung',
      blocks:
        facts.texts.reasons.trim() === ''
          ? [
              paragraph(
                'Dem Antrag wird in vollem Umfang entsprochen. Einer weiteren Begründung bedarf es nicht (§ 39 Abs. 2 Nr. 1 HVwVfG).',
              ),
            ]
          : paragraphs(facts.texts.reasons),
    },
    remedySection(facts),
  ];
}

/** The Zuwendungsbescheid with the twenty contents that VV Nr. 4 zu § 44 LHO and §§ 36, 37, 39 HVwVfG ask for. */
export function awardNotice(facts: AwardNoticeFacts): AwardNoticeData {
  if (facts.years.length === 0) throw new DomainError('unprocessable', 'document.years-missing');
  const letterhead = facts.letterhead ?? MINISTRY_LETTERHEAD;
  const form = declarationForm(facts);
  return {
    ...letterFrame(facts, `Zuwendungsbescheid (Projektförderung) Nr. ${facts.noticeNumber}`),
    opening: [`auf ${applicationReference(facts)} erlässt ${letterhead.authorityInSentence} folgenden Bescheid:`],
    sections: [...grantSections(facts), ...moneySections(facts), provisionsSection(facts), ...controlSections(facts)],
    closing: paragraphTexts(facts.texts.closing),
    annexes: ['ANBest-GK', 'Zielvereinbarung', `${form.heading} (Formular)`],
    declaration: form,
  };
}
