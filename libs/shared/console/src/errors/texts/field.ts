import type { FieldCode } from '../error-codes';
import type { ErrorText } from '../error-text';

export const FIELD_TEXTS: Readonly<Record<FieldCode, ErrorText>> = {
  'field.required': { de: 'Bitte füllen Sie dieses Feld aus.', en: 'Please fill in this field.' },
  'field.email': {
    de: 'Bitte geben Sie eine vollständige E-Mail-Adresse ein, zum Beispiel name@stadt.de.',
    en: 'Please enter a complete e-mail address, for example name@city.de.',
  },
  'field.min': {
    de: 'Der Wert ist zu klein. Kleinster Wert: {min}.',
    en: 'The value is too small. Smallest value: {min}.',
  },
  'field.max': {
    de: 'Der Wert ist zu groß. Größter Wert: {max}.',
    en: 'The value is too large. Largest value: {max}.',
  },
  'field.min-length': {
    de: 'Der Text ist zu kurz. Mindestens {minLength} Zeichen.',
    en: 'The text is too short. At least {minLength} characters.',
  },
  'field.max-length': {
    de: 'Der Text ist zu lang. Höchstens {maxLength} Zeichen.',
    en: 'The text is too long. At most {maxLength} characters.',
  },
  'field.pattern': { de: 'Die Angabe hat nicht die erwartete Form.', en: 'The entry does not have the expected form.' },
  'field.invalid': { de: 'Bitte prüfen Sie diese Angabe.', en: 'Please check this entry.' },
  'date.invalid': { de: 'Bitte geben Sie ein Datum wie 03.10.2026 ein.', en: 'Please enter a date like 03.10.2026.' },
  'date.too-early': {
    de: 'Das Datum liegt zu früh. Frühester Tag: {min}.',
    en: 'The date is too early. First possible day: {min}.',
  },
  'date.too-late': {
    de: 'Das Datum liegt zu spät. Spätester Tag: {max}.',
    en: 'The date is too late. Last possible day: {max}.',
  },
  'euro.empty': {
    de: 'Bitte geben Sie einen Betrag ein, zum Beispiel 1.234,50.',
    en: 'Please enter an amount, for example 1.234,50.',
  },
  'euro.ambiguous': {
    de: 'Meinen Sie ein Komma? Schreiben Sie Cent nach einem Komma: 1,50 statt 1.50. Punkte trennen Tausender: 1.500.',
    en: 'Do you mean a comma? Write cents after a comma: 1,50 instead of 1.50. Dots separate thousands: 1.500.',
  },
  'euro.invalid': { de: 'Das ist kein Betrag. Beispiel: 1.234,50.', en: 'This is not an amount. Example: 1.234,50.' },
  'euro.negative': { de: 'Der Betrag darf nicht negativ sein.', en: 'The amount must not be negative.' },
  'euro.too-many-decimals': {
    de: 'Ein Betrag hat höchstens zwei Stellen nach dem Komma.',
    en: 'An amount has at most two decimals.',
  },
  'euro.too-large': { de: 'Der Betrag ist zu groß.', en: 'The amount is too large.' },
};
