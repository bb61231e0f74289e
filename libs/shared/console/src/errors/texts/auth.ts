import type { AuthCode } from '../error-codes';
import type { ErrorText } from '../error-text';

export const AUTH_TEXTS: Readonly<Record<AuthCode, ErrorText>> = {
  'auth.not-signed-in': { de: 'Bitte melden Sie sich an.', en: 'Please sign in.' },
  'auth.invalid-credentials': {
    de: 'E-Mail-Adresse oder Passwort stimmen nicht.',
    en: 'The e-mail address or the password is not correct.',
  },
  'auth.totp-required': {
    de: 'Bitte geben Sie den sechsstelligen Code aus Ihrer Authenticator-App ein.',
    en: 'Please enter the six-digit code from your authenticator app.',
  },
  'auth.totp-invalid': {
    de: 'Der Code stimmt nicht oder ist abgelaufen. Bitte geben Sie den neuesten Code ein.',
    en: 'The code is wrong or has expired. Please enter the latest code.',
  },
  'auth.locked': {
    de: 'Dieses Konto ist gesperrt. Bitte wenden Sie sich an die Verwaltung des Portals.',
    en: 'This account is locked. Please contact the administration of the portal.',
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
