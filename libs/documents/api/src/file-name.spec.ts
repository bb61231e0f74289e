import { contentDisposition } from './content-disposition';
import { sanitizeFileName } from './file-name';

describe('cleaning a file name', () => {
  it.each([
    ['Konzept 2026.pdf', 'Konzept 2026.pdf'],
    ['../../etc/passwd', 'passwd'],
    ['C:\\Users\\x\\Plan.xlsx', 'Plan.xlsx'],
    ['Pru\u0308fung.pdf', 'Prüfung.pdf'],
    ['rechnung\u202Efdp.exe', 'rechnungfdp.exe'],
    ['a\u0000\r\nb.pdf', 'ab.pdf'],
    ['.htaccess', 'htaccess'],
    ['wie "bitte"?.pdf', 'wie _bitte__.pdf'],
    ['\ud800.pdf', '\ufffd.pdf'],
    [' .. ', 'Dokument'],
    ['', 'Dokument'],
  ])('turns %j into %j', (given, clean) => {
    expect(sanitizeFileName(given)).toBe(clean);
  });

  it('cuts a long name to 255 bytes between letters and keeps the extension', () => {
    const name = sanitizeFileName(`${'ü'.repeat(300)}.pdf`);

    expect(Buffer.byteLength(name)).toBeLessThanOrEqual(255);
    expect(name).toMatch(/^ü+\.pdf$/u);
  });
});

describe('naming a download', () => {
  it('gives old clients ASCII and the others the true name', () => {
    expect(contentDisposition('Bescheid für Gießen.pdf')).toBe(
      `attachment; filename="Bescheid fuer Giessen.pdf"; filename*=UTF-8''Bescheid%20f%C3%BCr%20Gie%C3%9Fen.pdf`,
    );
  });

  it('lets no quote, line end or percent sign through', () => {
    const header = contentDisposition(`a"b\\c\r\nX: 1; 100%'(x)*.pdf`, 'inline');

    expect(header).toBe(
      `inline; filename="a_b_cX: 1_ 100_'(x)*.pdf"; filename*=UTF-8''a%22b%5CcX%3A%201%3B%20100%25%27%28x%29%2A.pdf`,
    );
  });
});
