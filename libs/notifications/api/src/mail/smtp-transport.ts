import { readFileSync } from 'node:fs';
import type { Settings } from '@wir/shared/api';
import type { Transporter } from 'nodemailer';
import type SMTPTransport from 'nodemailer/lib/smtp-transport';
import { composed, messageHost } from './composed-mail';
import { MailTransport, type Mail } from './mail';

const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]', '::1']);
const PATIENCE_MS = 20_000;

/** Options of the server named by WIR_SMTP_URL. Over a network only with TLS and a certificate that is checked. */
export function smtpOptions(smtpUrl: string, password?: string): SMTPTransport.Options {
  const url = new URL(smtpUrl);
  const secure = url.protocol === 'smtps:';
  const isLoopback = LOOPBACK.has(url.hostname);
  return {
    host: url.hostname.replace(/^\[|\]$/g, ''),
    port: url.port === '' ? (secure ? 465 : 587) : Number(url.port),
    secure,
    requireTLS: !secure && !isLoopback,
    ignoreTLS: !secure && isLoopback,
    tls: { rejectUnauthorized: true, minVersion: 'TLSv1.2' },
    connectionTimeout: PATIENCE_MS,
    greetingTimeout: PATIENCE_MS,
    socketTimeout: PATIENCE_MS,
    ...(url.username === ''
      ? {}
      : { auth: { user: decodeURIComponent(url.username), pass: password ?? decodeURIComponent(url.password) } }),
  };
}

export class SmtpTransport extends MailTransport {
  private transporter: Promise<Transporter<SMTPTransport.SentMessageInfo, SMTPTransport.Options>> | null = null;

  constructor(
    private readonly settings: Pick<Settings, 'mail' | 'origin'>,
    private readonly smtpUrl: string,
  ) {
    super();
  }

  async send(mail: Mail): Promise<void> {
    this.transporter ??= this.connect();
    const transporter = await this.transporter;
    await transporter.sendMail(composed(mail, this.settings.mail.from, messageHost(this.settings.origin)));
  }

  private async connect(): Promise<Transporter<SMTPTransport.SentMessageInfo, SMTPTransport.Options>> {
    const { createTransport } = await import('nodemailer');
    const { passwordFile } = this.settings.mail;
    const password = passwordFile === undefined ? undefined : readFileSync(passwordFile, 'utf8').trim();
    return createTransport(smtpOptions(this.smtpUrl, password));
  }
}
