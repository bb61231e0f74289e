import { accountMail, linkMail, newsMail } from './mail-texts';

const ORIGIN = 'https://foerderportal.example/';

describe('a mail', () => {
  it('says that there is something new and where, nothing of the case', () => {
    const { subject, text } = newsMail('Anna Becker', ORIGIN);

    expect(subject).toBe('Neues im WIR-Förderportal');
    expect(text).toContain('Guten Tag Anna Becker,');
    expect(text).toContain('\nhttps://foerderportal.example/\n');
    expect(text).not.toMatch(/WIR-\d|€|Antrag|Bescheid/);
  });

  it('carries the token of a link behind the #', () => {
    expect(linkMail('Anna', 'FIRST_PASSWORD', 'abc', ORIGIN).text).toContain(
      '\nhttps://foerderportal.example/zugang#abc\n',
    );
    expect(linkMail('Anna', 'RESET', 'abc', ORIGIN)).toMatchObject({
      subject: 'Neues Passwort für das WIR-Förderportal',
      text: expect.stringContaining('24 Stunden und nur einmal'),
    });
  });

  it('tells of a change of the account whom to ask', () => {
    expect(accountMail('Anna', 'Etwas wurde geändert.', ORIGIN).text).toContain('Etwas wurde geändert. Wenn Sie davon');
  });
});
