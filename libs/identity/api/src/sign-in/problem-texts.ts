import { registerProblemTexts } from '@wir/shared/api';

/** Sentences for the refusals of sign-in and own account. */
export const SIGN_IN_TEXTS: Parameters<typeof registerProblemTexts>[0] = {
  'auth.invalid-credentials': 'E-Mail-Adresse oder Passwort stimmt nicht.',
  'auth.throttled': ({ retryAfterSeconds, untilReset }) =>
    untilReset === true
      ? 'Zu viele Fehlversuche. Bitte setzen Sie Ihr Passwort zurück oder wenden Sie sich an die Administration.'
      : `Zu viele Fehlversuche. Bitte warten Sie ${String(retryAfterSeconds)} Sekunden.`,
  'auth.second-factor-required': 'Bitte bestätigen Sie die Anmeldung mit Ihrem zweiten Faktor.',
  'auth.second-factor-wrong': 'Der Code stimmt nicht, ist abgelaufen oder wurde schon verwendet.',
  'auth.second-factor-missing': 'Bitte richten Sie zuerst einen zweiten Faktor für Ihr Konto ein.',
  'auth.step-up-required': 'Bitte bestätigen Sie diesen Schritt mit Ihrem zweiten Faktor.',
  'auth.passkey-refused': 'Dieser Passkey wurde nicht angenommen. Bitte versuchen Sie es noch einmal.',
  'auth.passkey-known-already': 'Dieser Passkey ist schon eingetragen.',
  'auth.factor-exists-already': 'Es ist schon eine Authenticator-App eingerichtet. Entfernen Sie diese zuerst.',
  'auth.factor-not-begun': 'Die Einrichtung der Authenticator-App wurde nicht begonnen oder ist abgelaufen.',
  'auth.factor-not-found': 'Diesen zweiten Faktor gibt es nicht.',
  'auth.session-not-found': 'Diese Anmeldung gibt es nicht mehr.',
  'auth.session-is-current': 'Das ist Ihre jetzige Anmeldung. Beenden Sie sie, indem Sie sich abmelden.',
  'auth.password-wrong': 'Das bisherige Passwort stimmt nicht.',
  'auth.password-too-short': 'Das Passwort ist zu kurz. Es braucht mindestens {minLength} Zeichen.',
  'auth.password-too-long': 'Das Passwort ist zu lang. Es darf höchstens {maxLength} Zeichen haben.',
  'auth.password-too-common':
    'Dieses Passwort ist zu leicht zu erraten. Gut sind zum Beispiel vier Wörter, die nichts miteinander zu tun haben.',
  'auth.link-invalid': 'Dieser Link gilt nicht mehr. Er wurde schon verwendet oder ist abgelaufen.',
  'auth.oidc-unknown-provider': 'Diese Art der Anmeldung gibt es hier nicht.',
};
