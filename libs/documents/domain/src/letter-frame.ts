import { DomainError } from '@wir/shared/kernel';
import { findAdministrativeCourt } from './courts';
import { germanDay } from './german-format';
import type { LabelledValue, LetterData, Letterhead, NoticeBlock, NoticeSection } from './letter-data';
import type { NoticeFacts } from './notice-facts';

export const MINISTRY_LETTERHEAD: Letterhead = {
  state: 'Land Hessen',
  authorityLines: ['Hessisches Ministerium für Arbeit,', 'Integration, Jugend und Soziales'],
  authorityInSentence: 'das Hessische Ministerium für Arbeit, Integration, Jugend und Soziales',
  unit: null,
  street: 'Sonnenberger Straße 2/2a',
  postalCode: '65193',
  town: 'Wiesbaden',
  website: null,
};

export function authorityName(letterhead: Letterhead): string {
  return letterhead.authorityLines.join(' ');
}

/** Text typed by people: one block per line, blank lines dropped. */
export function paragraphs(text: string): NoticeBlock[] {
  return text
    .split(/\r\n|[\n\r\u2028\u2029]/u)
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => ({ kind: 'paragraph', text: line }));
}

export function paragraphTexts(text: string): string[] {
  return paragraphs(text).flatMap((block) => (block.kind === 'paragraph' ? [block.text] : []));
}

/** Our own wording: a section sign stays on the line of its number. */
export function paragraph(text: string): NoticeBlock {
  return { kind: 'paragraph', text: text.replace(/(§§?|Art\.|Abs\.|Nr\.|Buchst\.) (?=[\da-z])/gu, '$1\u00a0') };
}

/**
 * Names remedy, court, seat and term (§ 58 Abs. 1 VwGO) and says nothing about the form of the action: a municipality
 * must file electronically (§ 55d VwGO), and the usual "schriftlich oder zur Niederschrift" would make the notice faulty.
 */
export function remedySection(facts: NoticeFacts): NoticeSection {
  const court = findAdministrativeCourt(facts.court);
  if (court === undefined) throw new DomainError('unprocessable', 'document.court-unknown', { court: facts.court });
  const letterhead = facts.letterhead ?? MINISTRY_LETTERHEAD;
  return {
    heading: 'Rechtsbehelfsbelehrung',
    blocks: [
      paragraph(
        `Gegen diesen Bescheid kann innerhalb eines Monats nach Bekanntgabe Klage bei dem ${court.name}, ` +
          `${court.street}, ${court.postalCode} ${court.town}, erhoben werden.`,
      ),
      paragraph(
        `Die Klage ist gegen das ${letterhead.state}, vertreten durch ${letterhead.authorityInSentence}, zu richten.`,
      ),
    ],
  };
}

/** Art. 13 DSGVO in short form. */
export function privacySection(): NoticeSection {
  return {
    heading: 'Hinweise zum Datenschutz',
    blocks: [
      paragraph(
        'Die im Förderverfahren erhobenen personenbezogenen Daten werden auf Grundlage von Art. 6 Abs. 1 Buchst. e DSGVO ' +
          'in Verbindung mit § 3 HDSIG verarbeitet. Sie dienen der Bewilligung, der Auszahlung, der Prüfung der Verwendung ' +
          'und der Rechnungsprüfung. Sie werden nach Ablauf der Aufbewahrungsfristen dem Hessischen Landesarchiv angeboten.',
      ),
      paragraph(
        'Betroffene Personen haben nach Maßgabe der Art. 15 bis 21 DSGVO Rechte auf Auskunft, Berichtigung, Löschung, ' +
          'Einschränkung der Verarbeitung und Widerspruch. Sie können sich beim Hessischen Beauftragten für Datenschutz ' +
          'und Informationsfreiheit beschweren.',
      ),
    ],
  };
}

function infoRows(facts: NoticeFacts): LabelledValue[] {
  const optional = facts.contactName ? [{ label: 'Bearbeitung', value: facts.contactName }] : [];
  return [
    { label: 'Aktenzeichen', value: facts.fileReference },
    { label: 'Bescheidnummer', value: facts.noticeNumber },
    { label: 'Fallnummer', value: facts.caseNumber },
    ...optional,
    { label: 'Datum', value: germanDay(facts.issuedOn) },
  ];
}

/** The reference to the application, with its last change (number 4 of the mandatory contents). */
export function applicationReference(facts: NoticeFacts): string {
  const amended = facts.applicationAmendedOn ? `, zuletzt geändert am ${germanDay(facts.applicationAmendedOn)}` : '';
  return `Ihren Antrag vom ${germanDay(facts.applicationSubmittedOn)}${amended} (Fallnummer ${facts.caseNumber})`;
}

export function letterFrame(
  facts: NoticeFacts,
  subject: string,
): Omit<LetterData, 'opening' | 'sections' | 'closing' | 'annexes'> {
  return {
    subject,
    subjectLines: [`${facts.programmeTitle}, ${facts.moduleTitle}`, `Vorhaben: ${facts.applicationTitle}`],
    language: 'de',
    letterhead: facts.letterhead ?? MINISTRY_LETTERHEAD,
    addressLines: [facts.recipient.addresseeBody, ...facts.recipient.addressLines],
    infoRows: infoRows(facts),
    runningHead: `Bescheid ${facts.noticeNumber} vom ${germanDay(facts.issuedOn)}`,
    salutation: 'Sehr geehrte Damen und Herren,',
    signature: facts.signature,
    signatureNote: facts.signature
      ? `Elektronisch schlussgezeichnet am ${germanDay(facts.signature.signedOn)}. Dieser Bescheid ist ohne Unterschrift gültig.`
      : 'Die Schlusszeichnung steht noch aus.',
  };
}
