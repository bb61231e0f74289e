import { mkdir, readdir, readFile, rename, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Settings } from '@wir/shared/api';
import { composed, messageHost } from './composed-mail';
import { MailTransport, type Mail } from './mail';

/** Where no server is named: one .eml file per mail, named by its id, readable by its owner only. */
export class MailFiles extends MailTransport {
  constructor(private readonly settings: Pick<Settings, 'mail' | 'origin'>) {
    super();
  }

  async send(mail: Mail): Promise<void> {
    const { folder, from } = this.settings.mail;
    const content = composed(mail, from, messageHost(this.settings.origin));
    const { createTransport } = await import('nodemailer');
    const { message } = await createTransport({ streamTransport: true, buffer: true, newline: 'unix' }).sendMail(
      content,
    );
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const file = join(folder, `${mail.id}.eml`);
    await writeFile(`${file}.part`, message, { mode: 0o600 });
    await rename(`${file}.part`, file);
  }
}

export interface WrittenMail {
  readonly id: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly writtenAt: Date;
}

/** The newest mails of the folder, for the demo: nobody there has a mailbox. */
export async function newestMails(folder: string, count: number, to?: string): Promise<WrittenMail[]> {
  const names = (await readdir(folder).catch(() => [])).filter((name) => name.endsWith('.eml'));
  const dated = await Promise.all(
    names.map(async (name) => ({ name, writtenAt: (await stat(join(folder, name))).mtime })),
  );
  dated.sort((a, b) => b.writtenAt.getTime() - a.writtenAt.getTime() || (a.name < b.name ? -1 : 1));
  const mails: WrittenMail[] = [];
  for (const { name, writtenAt } of dated) {
    if (mails.length >= count) break;
    const mail = parsed(await readFile(join(folder, name), 'latin1'));
    if (to === undefined || mail.to === to) mails.push({ id: name.slice(0, -'.eml'.length), writtenAt, ...mail });
  }
  return mails;
}

/** Reads back what `MailFiles` wrote; no general reader of mail. */
export function parsed(raw: string): Pick<WrittenMail, 'to' | 'subject' | 'text'> {
  const end = raw.indexOf('\n\n');
  const heads = raw.slice(0, end).replace(/\n[ \t]+/g, ' ');
  const head = (name: string): string => new RegExp(`^${name}: (.*)$`, 'im').exec(heads)?.[1] ?? '';
  const body = Buffer.from(raw.slice(end + 2), 'latin1');
  const encoding = head('Content-Transfer-Encoding').toLowerCase();
  return {
    to: /<([^<>]+)>\s*$/.exec(head('To'))?.[1] ?? head('To'),
    subject: decodedWords(head('Subject')),
    text: encoding === 'quoted-printable' ? unquoted(body.toString('latin1')) : decodedBody(body, encoding),
  };
}

function decodedBody(body: Buffer, encoding: string): string {
  return encoding === 'base64'
    ? Buffer.from(body.toString('latin1'), 'base64').toString('utf8')
    : body.toString('utf8');
}

function unquoted(text: string): string {
  const bytes = text
    .replace(/=\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_all, hex: string) => String.fromCharCode(parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1').toString('utf8');
}

/** RFC 2047: words in other letters than ASCII. */
function decodedWords(value: string): string {
  return value
    .replace(/\?=\s+=\?/g, '?==?')
    .replace(/=\?utf-8\?([QB])\?([^?]*)\?=/gi, (_all, kind: string, word: string) =>
      kind.toUpperCase() === 'B' ? Buffer.from(word, 'base64').toString('utf8') : unquoted(word.replace(/_/g, ' ')),
    );
}
