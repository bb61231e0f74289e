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
    ['CON', '_CON'],
    ['lpt1.pdf', '_lpt1.pdf'],
    ['a.pdf%00.html', 'a.pdf_.html'],
    ['%2e%2e%2fx', '___x'],
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
