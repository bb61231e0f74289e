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
  'auth.passkey-refused': {
    de: 'Dieser Passkey wurde nicht angenommen. Bitte versuchen Sie es noch einmal oder melden Sie sich mit dem Passwort an.',
    en: 'This passkey was not accepted. Please try again or sign in with your password.',
  },
  'auth.passkey-known-already': {
    de: 'Dieser Passkey ist schon eingetragen.',
    en: 'This passkey is already on record.',
  },
  'auth.factor-exists-already': {
    de: 'Es ist schon eine Authenticator-App eingerichtet. Entfernen Sie diese zuerst.',
    en: 'An authenticator app is already set up. Remove it first.',
  },
  'auth.factor-not-begun': {
    de: 'Die Einrichtung ist abgelaufen. Bitte beginnen Sie noch einmal.',
    en: 'Setting it up took too long. Please begin again.',
  },
  'auth.factor-not-found': {
    de: 'Diesen zweiten Faktor gibt es nicht mehr.',
    en: 'This second factor no longer exists.',
  },
  'auth.session-not-found': {
    de: 'Diese Sitzung gibt es nicht mehr.',
    en: 'This session no longer exists.',
  },
  'auth.session-is-current': {
    de: 'Das ist Ihre jetzige Sitzung. Beenden Sie sie, indem Sie sich abmelden.',
    en: 'This is your present session. End it by signing out.',
  },
  'auth.oidc-unknown-provider': {
    de: 'Diese Art der Anmeldung gibt es hier nicht.',
    en: 'This way of signing in does not exist here.',
  },
  'auth.oidc-unavailable': {
    de: 'Der Anmeldedienst ist gerade nicht zu erreichen. Bitte versuchen Sie es später noch einmal oder melden Sie sich mit dem Passwort an.',
    en: 'The sign-in service cannot be reached at the moment. Please try again later or sign in with your password.',
  },
  'auth.oidc-failed': {
    de: 'Die Anmeldung über den Anmeldedienst ist nicht gelungen. Bitte versuchen Sie es noch einmal.',
    en: 'Signing in through the sign-in service did not work. Please try again.',
  },
  'auth.oidc-unknown-account': {
    de: 'Zu dieser Anmeldung gibt es hier kein Konto. Bitte wenden Sie sich an die Verwaltung der Konten.',
    en: 'There is no account here for this sign-in. Please contact the administration of accounts.',
  },
  'auth.throttled': {
    de: 'Zu viele Versuche. Bitte warten Sie einen Moment und versuchen Sie es dann noch einmal. Hilft das nicht, setzen Sie Ihr Passwort zurück.',
    en: 'Too many attempts. Please wait a moment and try again. If that does not help, reset your password.',
  },
  'auth.forbidden': { de: 'Das dürfen Sie mit Ihrer Rolle nicht.', en: 'Your role does not allow this.' },
  'auth.cross-site': {
    de: 'Die Anfrage kam nicht von dieser Anwendung. Bitte laden Sie die Seite neu.',
    en: 'The request did not come from this application. Please reload the page.',
  },
};
