/** Queue of the worker that writes mail; a job says only that there may be something to send. */
export const MAIL_QUEUE = 'notifications.mail';

/** One waiting job is enough: it sends everything that is due. */
export const MAIL_JOB = { singletonKey: 'outbox' } as const;

export type LinkPurpose = 'FIRST_PASSWORD' | 'RESET';

/** Changes of an account its holder is told of by mail, so that one he did not expect is noticed (ASVS v5.0.0-6.3.7). */
export const ACCOUNT_NOTICES = {
  'account.email-changed': 'Die E-Mail-Adresse Ihres Zugangs zum WIR-Förderportal wurde geändert.',
  'account.roles-changed': 'Die Rollen Ihres Zugangs zum WIR-Förderportal wurden geändert.',
  'account.factor-reset':
    'Der zweite Faktor Ihres Zugangs zum WIR-Förderportal wurde zurückgesetzt. Bitte richten Sie bei der nächsten Anmeldung einen neuen ein.',
  'account.password-changed': 'Das Passwort Ihres Zugangs zum WIR-Förderportal wurde geändert.',
  'account.factor-changed': 'Der zweite Faktor Ihres Zugangs zum WIR-Förderportal wurde geändert.',
  'account.delegation-changed':
    'Für Ihren Zugang zum WIR-Förderportal wurde eine Vertretung eingerichtet oder beendet.',
} as const;

export type AccountNotice = keyof typeof ACCOUNT_NOTICES;
