import { germanDay, germanEuro } from './german-format';
import { grantTotal } from './financing-table';
import type { DeclarationForm } from './letter-data';
import { authorityName, MINISTRY_LETTERHEAD } from './letter-frame';
import type { AwardNoticeFacts } from './notice-facts';

/** Erklärung zum Zuwendungsbescheid: without it nothing is paid. */
export function declarationForm(facts: AwardNoticeFacts): DeclarationForm {
  const letterhead = facts.letterhead ?? MINISTRY_LETTERHEAD;
  const months = facts.declarationReturnMonths ?? 1;
  const term = months === 1 ? 'eines Monats' : `von ${months} Monaten`;
  return {
    heading: 'Erklärung zum Zuwendungsbescheid',
    returnTo: [authorityName(letterhead), letterhead.street, `${letterhead.postalCode} ${letterhead.town}`],
    intro:
      `Bitte geben Sie diese Erklärung innerhalb ${term} nach Bekanntgabe ab. Am einfachsten geht das im ` +
      'WIR-Förderportal; dieses Formular ist der Ersatzweg auf Papier.',
    facts: [
      { label: 'Zuwendungsempfänger', value: facts.recipient.officialName },
      { label: 'Bescheid', value: `${facts.noticeNumber} vom ${germanDay(facts.issuedOn)}` },
      { label: 'Aktenzeichen', value: facts.fileReference },
      { label: 'Zuwendung', value: germanEuro(grantTotal(facts.years)) },
    ],
    statements: [
      {
        text: 'Der Zuwendungsbescheid ist zugegangen. Inhalt und Nebenbestimmungen werden als verbindlich anerkannt.',
        optional: false,
      },
      {
        text:
          'Auf die Einlegung eines Rechtsbehelfs gegen den Bescheid wird verzichtet. Der Verzicht ist freiwillig. Er ist erst ' +
          'ab dem Tag der Bekanntgabe möglich und macht den Bescheid sofort bestandskräftig.',
        optional: true,
      },
    ],
    bankFields: ['Kontoinhaberin oder Kontoinhaber', 'IBAN', 'Kreditinstitut'],
    signatureFields: [
      'Ort, Datum',
      'Dienstsiegel',
      'Erste Unterschrift, Name und Funktion',
      'Zweite Unterschrift, Name und Funktion',
    ],
    note: 'Das Konto muss auf den Zuwendungsempfänger lauten. Geänderte Bankverbindungen werden vor der nächsten Zahlung geprüft.',
  };
}
