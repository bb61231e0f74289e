import type { ConsoleCode } from '../error-codes';
import type { ErrorText } from '../error-text';

export const CONSOLE_TEXTS: Readonly<Record<ConsoleCode, ErrorText>> = {
  'console.network': {
    de: 'Der Server ist gerade nicht zu erreichen. Ihre Eingaben bleiben auf diesem Gerät erhalten.',
    en: 'The server cannot be reached at the moment. What you entered is kept on this device.',
  },
  'console.unreadable-answer': {
    de: 'Der Server hat unerwartet geantwortet. Bitte versuchen Sie es noch einmal.',
    en: 'The server gave an unexpected answer. Please try again.',
  },
  'console.unexpected': {
    de: 'Hier ist ein Fehler passiert, mit dem wir nicht gerechnet haben. Bitte laden Sie die Seite neu.',
    en: 'Something happened that we did not expect. Please reload the page.',
  },
  'console.forbidden': { de: 'Das dürfen Sie mit Ihrer Rolle nicht.', en: 'Your role does not allow this.' },
  'console.not-found': {
    de: 'Das gibt es nicht, oder es gehört nicht zu Ihnen.',
    en: 'This does not exist or is not yours.',
  },
  'console.too-large': { de: 'Die Datei ist zu groß.', en: 'The file is too large.' },
  'console.busy': {
    de: 'Gerade ist viel los. Bitte versuchen Sie es in einer Minute noch einmal.',
    en: 'The portal is busy. Please try again in a minute.',
  },
  'console.reload-needed': {
    de: 'Das Portal wurde aktualisiert. Bitte laden Sie die Seite neu.',
    en: 'The portal has been updated. Please reload the page.',
  },
  'console.passkey-cancelled': {
    de: 'Der Vorgang mit dem Passkey wurde abgebrochen oder hat zu lange gedauert. Bitte versuchen Sie es noch einmal.',
    en: 'The passkey request was cancelled or took too long. Please try again.',
  },
  'console.passkey-known': {
    de: 'Dieses Gerät ist schon als Passkey hinterlegt.',
    en: 'This device is already on record as a passkey.',
  },
  'console.passkey-failed': {
    de: 'Das Gerät hat den Passkey nicht bestätigt. Bitte versuchen Sie es noch einmal oder nehmen Sie ein anderes Gerät.',
    en: 'The device did not confirm the passkey. Please try again or use another device.',
  },
  'console.code-malformed': {
    de: 'Bitte geben Sie die sechs Ziffern aus Ihrer Authenticator-App ein.',
    en: 'Please enter the six digits from your authenticator app.',
  },
  'console.recovery-code-missing': {
    de: 'Bitte geben Sie einen Ihrer Wiederherstellungscodes ein.',
    en: 'Please enter one of your recovery codes.',
  },
  'console.password-unchanged': {
    de: 'Das neue Passwort ist dasselbe wie das bisherige. Bitte wählen Sie ein anderes.',
    en: 'The new password is the same as the present one. Please choose another.',
  },
};
