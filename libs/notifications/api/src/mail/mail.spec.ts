import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { assertSafe, UnsafeMailError, type Mail } from './mail';
import { groupsOf } from './mail-delivery';
import { MailFiles, newestMails, parsed } from './mail-files';
import { smtpOptions, SmtpTransport } from './smtp-transport';

const LINK = `http://localhost:3000/zugang#${'a'.repeat(43)}`;
const aMail = (overrides: Partial<Mail> = {}): Mail => ({
  id: '3f8f0f6e-7a5e-4c54-9d53-0c1f1f0c7f11',
  to: { name: 'Ayşe Öztürk', address: 'ayse@kommune.example' },
  subject: 'Neues im WIR-Förderportal',
  text: `Guten Tag Ayşe Öztürk,\n\nhier ist der Link:\n\n${LINK}\n\nGrüße = 100 %\n`,
  ...overrides,
});

describe('a head of a mail', () => {
  it.each([
    ['the subject', aMail({ subject: 'Neues\r\nBcc: fremd@böse.example' })],
    ['the name', aMail({ to: { name: 'A\nB', address: 'a@b.example' } })],
    ['the address', aMail({ to: { name: 'A', address: 'a@b.example\r\nX: y' } })],
    ['a second address', aMail({ to: { name: 'A', address: 'a@b.example, c@d.example' } })],
    ['a line separator', aMail({ subject: 'Neues\u2028Bcc: x' })],
  ])('is one line: refused in %s', (_name, mail) => {
    expect(() => assertSafe(mail)).toThrow(UnsafeMailError);
  });

  it('is accepted as people write', () => {
    expect(() => assertSafe(aMail())).not.toThrow();
  });
});

describe('mail without a server', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'wir-mail-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));
  const files = (): MailFiles =>
    new MailFiles({
      mail: { smtpUrl: undefined, passwordFile: undefined, from: 'portal@land.example', folder: join(folder, 'mail') },
      origin: 'http://localhost:3000',
    });

  it('is one file named by its id, readable by its owner, however often it is written', async () => {
    await files().send(aMail());
    await files().send(aMail());

    expect(readdirSync(join(folder, 'mail'))).toEqual(['3f8f0f6e-7a5e-4c54-9d53-0c1f1f0c7f11.eml']);
    const mode = statSync(join(folder, 'mail', '3f8f0f6e-7a5e-4c54-9d53-0c1f1f0c7f11.eml')).mode & 0o777;
    expect(mode).toBe(0o600);
  });

  it('reads back as it was written', async () => {
    await files().send(aMail());

    const [mail] = await newestMails(join(folder, 'mail'), 10);
    expect(mail).toMatchObject({
      id: aMail().id,
      to: 'ayse@kommune.example',
      subject: 'Neues im WIR-Förderportal',
      text: aMail().text,
    });
  });

  it('is found by its receiver, newest first, and nothing is there before the first', async () => {
    expect(await newestMails(join(folder, 'mail'), 10)).toEqual([]);
    await files().send(aMail());
    await files().send(
      aMail({ id: '3f8f0f6e-7a5e-4c54-9d53-0c1f1f0c7f12', to: { name: 'B', address: 'b@c.example' } }),
    );

    expect((await newestMails(join(folder, 'mail'), 10, 'b@c.example')).map(({ to }) => to)).toEqual(['b@c.example']);
    expect(await newestMails(join(folder, 'mail'), 1)).toHaveLength(1);
  });

  it('is read in other encodings too', () => {
    const raw = `To: a@b.example\nSubject: =?UTF-8?B?${Buffer.from('Grüße').toString('base64')}?=\n\nText\n`;

    expect(parsed(raw)).toEqual({ to: 'a@b.example', subject: 'Grüße', text: 'Text\n' });
  });
});

describe('mail by SMTP', () => {
  it.each([
    ['smtps://user@mail.example', { port: 465, secure: true, requireTLS: false, ignoreTLS: false }],
    ['smtp://mail.example', { port: 587, secure: false, requireTLS: true, ignoreTLS: false }],
    ['smtp://mail.example:25', { port: 25, secure: false, requireTLS: true, ignoreTLS: false }],
    ['smtp://127.0.0.1:2525', { port: 2525, secure: false, requireTLS: false, ignoreTLS: true }],
  ])('goes over a network with TLS only: %s', (url, options) => {
    expect(smtpOptions(url)).toMatchObject({ ...options, tls: { rejectUnauthorized: true } });
  });

  it('signs in with the password of the file rather than of the address', () => {
    expect(smtpOptions('smtps://user:plain@mail.example', 'from-file').auth).toEqual({
      user: 'user',
      pass: 'from-file',
    });
    expect(smtpOptions('smtps://mail.example').auth).toBeUndefined();
  });

  it('hands the mail over with sender, receiver and the id that stays the same', async () => {
    const received: string[] = [];
    const { server, port } = await aMailServer(received);
    const mail = { smtpUrl: undefined, passwordFile: undefined, from: 'portal@land.example', folder: '' };
    const transport = new SmtpTransport({ mail, origin: 'https://portal.example' }, `smtp://127.0.0.1:${port}`);

    await transport.send(aMail());

    const text = received.join('');
    expect(text).toContain('MAIL FROM:<portal@land.example>');
    expect(text).toContain('RCPT TO:<ayse@kommune.example>');
    expect(text).toContain('Message-ID: <3f8f0f6e-7a5e-4c54-9d53-0c1f1f0c7f11@portal.example>');
    await new Promise((resolve) => server.close(resolve));
  });
});

/** The least of a mail server: takes one mail on loopback. */
async function aMailServer(received: string[]): Promise<{ server: Server; port: number }> {
  const server = createServer((socket) => {
    let isBody = false;
    socket.write('220 test\r\n');
    socket.on('data', (data) => {
      const text = data.toString();
      received.push(text);
      if (isBody) {
        if (!text.endsWith('\r\n.\r\n')) return;
        isBody = false;
        socket.write('250 ok\r\n');
      } else if (text.startsWith('DATA')) {
        isBody = true;
        socket.write('354 go\r\n');
      } else if (text.startsWith('QUIT')) socket.end('221 bye\r\n');
      else socket.write('250 ok\r\n');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return { server, port: typeof address === 'object' && address !== null ? address.port : 0 };
}

describe('a batch of messages', () => {
  const row = (id: number, account: string, purpose: 'RESET' | null = null, isAboutAccount = false) => ({
    id,
    account_id: account,
    link_purpose: purpose,
    is_about_account: isAboutAccount,
  });

  it('leaves as one mail per person, links and notices each by itself', () => {
    const groups = groupsOf([
      row(1, 'anna'),
      row(2, 'bert'),
      row(3, 'anna', 'RESET'),
      row(4, 'anna'),
      row(5, 'anna', null, true),
    ]);

    expect(groups.map((group) => group.map(({ id }) => id))).toEqual([[1, 4], [2], [3], [5]]);
  });
});
