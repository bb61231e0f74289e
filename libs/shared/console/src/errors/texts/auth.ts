import type { AuthCode } from '../error-codes';
import type { ErrorText } from '../error-text';

export const AUTH_TEXTS: Readonly<Record<AuthCode, ErrorText>> = {
  'auth.not-signed-in': { de: 'Bitte melden Sie sich an.', en: 'Please sign in.' },
  'auth.invalid-credentials': {
    de: 'E-Mail-Adresse oder Passwort stimmen nicht.',
    en: 'The e-mail address or the password is not correct.',
  },
  'auth.locked': {
    de: 'Dieses Konto ist gesperrt. Bitte wenden Sie sich an die Verwaltung des Portals.',
    en: 'This account is locked. Please contact the administration of the portal.',
  },
  'auth.second-factor-required': {
    de: 'Bitte bestätigen Sie die Anmeldung mit Ihrem zweiten Faktor.',
    en: 'Please confirm the sign-in with your second factor.',
  },
  'auth.second-factor-wrong': {
    de: 'Der Code stimmt nicht, ist abgelaufen oder wurde schon verwendet. Bitte geben Sie den neuesten Code ein.',
    en: 'The code is wrong, has expired or was used before. Please enter the latest code.',
  },
  'auth.second-factor-missing': {
    de: 'Bitte richten Sie zuerst den zweiten Faktor für Ihr Konto ein.',
    en: 'Please set up the second factor for your account first.',
  },
  'auth.step-up-required': {
    de: 'Dafür ist eine Bestätigung mit Ihrem zweiten Faktor nötig. Es wurde nichts ausgeführt.',
    en: 'This needs a confirmation with your second factor. Nothing was carried out.',
  },
  'auth.link-invalid': {
    de: 'Dieser Link gilt nicht mehr. Er wurde schon verwendet oder ist abgelaufen.',
    en: 'This link is no longer valid. It was used before or has expired.',
  },
  'auth.password-too-short': {
    de: 'Das Passwort ist zu kurz. Es braucht mindestens {minLength} Zeichen.',
    en: 'The password is too short. It needs at least {minLength} characters.',
  },
  'auth.password-too-long': {
    de: 'Das Passwort ist zu lang. Es darf höchstens {maxLength} Zeichen haben.',
    en: 'The password is too long. It may have {maxLength} characters at most.',
  },
  'auth.password-too-common': {
    de: 'Dieses Passwort ist zu leicht zu erraten. Bitte wählen Sie ein anderes, zum Beispiel vier Wörter, die nichts miteinander zu tun haben.',
    en: 'This password is too easy to guess. Please choose another, for example four unrelated words.',
  },
  'auth.password-wrong': {
    de: 'Das bisherige Passwort stimmt nicht.',
    en: 'The present password is not correct.',
  },
  'auth.throttled': {
    de: 'Zu viele Versuche. Bitte warten Sie einen Moment und versuchen Sie es dann noch einmal.',
    en: 'Too many attempts. Please wait a moment and try again.',
  },
  'auth.forbidden': { de: 'Das dürfen Sie mit Ihrer Rolle nicht.', en: 'Your role does not allow this.' },
  'auth.cross-site': {
    de: 'Die Anfrage kam nicht von dieser Anwendung. Bitte laden Sie die Seite neu.',
    en: 'The request did not come from this application. Please reload the page.',
  },
};
