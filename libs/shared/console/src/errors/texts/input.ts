import type { InputCode } from '../error-codes';
import type { ErrorText } from '../error-text';

const UNEXPECTED: ErrorText = {
  de: 'Diese Angabe war so nicht erwartet. Bitte laden Sie die Seite neu.',
  en: 'This entry was not expected. Please reload the page.',
};

export const INPUT_TEXTS: Readonly<Record<InputCode, ErrorText>> = {
  'input.invalid': { de: 'Einige Angaben fehlen oder stimmen nicht.', en: 'Some entries are missing or wrong.' },
  'input.required': { de: 'Bitte füllen Sie dieses Feld aus.', en: 'Please fill in this field.' },
  'input.too-long': { de: 'Der Text ist zu lang.', en: 'The text is too long.' },
  'input.too-short': { de: 'Der Text ist zu kurz.', en: 'The text is too short.' },
  'input.too-many': { de: 'Das sind zu viele Einträge.', en: 'These are too many entries.' },
  'input.too-few': { de: 'Es fehlen Einträge.', en: 'Entries are missing.' },
  'input.too-small': { de: 'Der Wert ist zu klein.', en: 'The value is too small.' },
  'input.too-big': { de: 'Der Wert ist zu groß.', en: 'The value is too large.' },
  'input.too-many-decimals': { de: 'Der Wert hat zu viele Nachkommastellen.', en: 'The value has too many decimals.' },
  'input.headers-too-large': {
    de: 'Die Kopfzeilen der Anfrage sind zu groß oder zu viele.',
    en: 'The headers of the request are too large or too many.',
  },
  'input.too-large': {
    de: 'Die Daten sind zu groß für eine Übertragung.',
    en: 'The data is too large for one transfer.',
  },
  'input.file-too-large': {
    de: 'Die Datei ist zu groß (höchstens 25 MB).',
    en: 'The file is too large (25 MB at most).',
  },
  'input.file-missing': { de: 'Bitte wählen Sie eine Datei aus.', en: 'Please choose a file.' },
  'input.media-type': { de: 'Dieses Format wird hier nicht angenommen.', en: 'This format is not accepted here.' },
  'input.not-text': { de: 'Bitte geben Sie einen Text ein.', en: 'Please enter a text.' },
  'input.not-a-day': {
    de: 'Bitte geben Sie ein Datum wie 03.10.2026 ein.',
    en: 'Please enter a date like 03.10.2026.',
  },
  'input.not-a-moment': { de: 'Bitte geben Sie einen gültigen Zeitpunkt ein.', en: 'Please enter a valid moment.' },
  'input.not-an-email': {
    de: 'Bitte geben Sie eine vollständige E-Mail-Adresse ein, zum Beispiel name@stadt.de.',
    en: 'Please enter a complete e-mail address, for example name@city.de.',
  },
  'input.not-an-option': { de: 'Bitte wählen Sie eine der Möglichkeiten.', en: 'Please choose one of the options.' },
  'input.not-a-whole-number': { de: 'Bitte geben Sie eine ganze Zahl ein.', en: 'Please enter a whole number.' },
  'input.not-a-number': { de: 'Bitte geben Sie eine Zahl ein.', en: 'Please enter a number.' },
  'input.not-a-boolean': { de: 'Bitte wählen Sie Ja oder Nein.', en: 'Please choose yes or no.' },
  'input.not-a-uuid': {
    de: 'Das gibt es nicht, oder es gehört nicht zu Ihnen.',
    en: 'This does not exist or is not yours.',
  },
  'input.not-a-list': UNEXPECTED,
  'input.not-an-object': UNEXPECTED,
  'input.unsafe-number': { de: 'Die Zahl ist zu groß.', en: 'The number is too large.' },
  'input.forbidden-character': {
    de: 'Der Text enthält ein Zeichen, das nicht erlaubt ist.',
    en: 'The text contains a character that is not allowed.',
  },
  'input.unknown-field': UNEXPECTED,
  'input.unknown-parameter': {
    de: 'Die Adresse enthält einen unbekannten Filter.',
    en: 'The address contains an unknown filter.',
  },
  'input.unknown-sort': {
    de: 'Nach dieser Spalte kann nicht sortiert werden.',
    en: 'It is not possible to sort by this column.',
  },
  'input.repeated-parameter': {
    de: 'Die Adresse nennt einen Filter doppelt.',
    en: 'The address names a filter twice.',
  },
  'input.malformed-request': UNEXPECTED,
};
