import type { LinkPurpose } from '@wir/identity/domain';

export interface MailText {
  readonly subject: string;
  readonly text: string;
}

const CLOSING =
  'Diese Nachricht wurde automatisch erstellt. Bitte antworten Sie nicht darauf.\nIhr WIR-Förderportal des Landes Hessen';

/** Mail leaves the house, the portal does not: mail says that there is something new, never what, about whom or how much. */
export function newsMail(name: string, origin: string): MailText {
  return {
    subject: 'Neues im WIR-Förderportal',
    text: letter(
      name,
      `im WIR-Förderportal liegt etwas Neues für Sie bereit. Bitte melden Sie sich an:\n\n${addressOf(origin, '/')}`,
    ),
  };
}

/** A notice about the own account; `sentence` is one of ACCOUNT_NOTICES. */
export function accountMail(name: string, sentence: string, origin: string): MailText {
  const advice = 'Wenn Sie davon nichts wissen, wenden Sie sich bitte sofort an die Verwaltung des Portals.';
  return {
    subject: 'Ihr Zugang zum WIR-Förderportal',
    text: letter(name, `${sentence} ${advice}\n\n${addressOf(origin, '/')}`),
  };
}

/** The token stands behind the #: browsers never send it to a server, and no log holds it. */
export function linkMail(name: string, purpose: LinkPurpose, token: string, origin: string): MailText {
  const link = addressOf(origin, `/zugang#${token}`);
  const once = 'Der Link gilt 24 Stunden und nur einmal. Geben Sie ihn nicht weiter.';
  if (purpose === 'FIRST_PASSWORD')
    return {
      subject: 'Ihr Zugang zum WIR-Förderportal',
      text: letter(
        name,
        `für Sie wurde ein Zugang zum WIR-Förderportal eingerichtet. Hier legen Sie Ihr Passwort fest:\n\n${link}\n\n${once}`,
      ),
    };
  return {
    subject: 'Neues Passwort für das WIR-Förderportal',
    text: letter(
      name,
      `für Ihren Zugang wurde ein neues Passwort angefordert. Hier legen Sie es fest:\n\n${link}\n\n${once} Haben Sie nichts angefordert, brauchen Sie nichts zu tun.`,
    ),
  };
}

function letter(name: string, body: string): string {
  return `Guten Tag ${name},\n\n${body}\n\n${CLOSING}\n`;
}

function addressOf(origin: string, path: string): string {
  return `${origin.replace(/(?<!\/)\/+$/, '')}${path}`;
}
