import type { SendMailOptions } from 'nodemailer';
import { assertSafe, type Mail } from './mail';

/** The mail as nodemailer takes it: text only, no file and no address is ever loaded for it. */
export function composed(mail: Mail, from: string, host: string): SendMailOptions {
  assertSafe(mail);
  return {
    from: { name: 'WIR-Förderportal', address: from },
    to: { name: mail.to.name, address: mail.to.address },
    subject: mail.subject,
    text: mail.text,
    messageId: `<${mail.id}@${host}>`,
    headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}

export function messageHost(origin: string): string {
  return new URL(origin).hostname;
}
