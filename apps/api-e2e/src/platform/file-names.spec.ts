import { driveToState, type Journey } from '@wir/shared/testing';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { request } from 'node:http';
import { randomUUID } from 'node:crypto';
import { useApi } from '../use-api';
import { pdfFile } from './files/pdf-file';

interface Uploaded {
  readonly status: number;
  readonly body: { readonly id?: string; readonly code?: string; readonly fileName?: string };
}

/** The name as raw bytes of the multipart header: no client library in between that would tidy it. */
const NAMES: readonly (readonly [what: string, name: string, stored: string | null])[] = [
  ['a way up', '../../x.pdf', 'x.pdf'],
  ['a way up for Windows', '..\\..\\x.pdf', 'x.pdf'],
  ['the root', '/etc/passwd', 'passwd.pdf'],
  ['a drive', 'C:\\x.pdf', 'x.pdf'],
  ['a share', '\\\\host\\share\\x.pdf', 'x.pdf'],
  ['a hidden end', 'a.pdf%00.html', null],
  ['an escaped way up', '%2e%2e%2fx.pdf', '___x.pdf'],
  ['a device', 'CON', '_CON.pdf'],
  ['a device with ending', 'nul.pdf', '_nul.pdf'],
  ['255 umlauts', `${'ä'.repeat(251)}.pdf`, `${'ä'.repeat(125)}.pdf`],
  ['more than 255 letters', `${'a'.repeat(300)}.pdf`, null],
  ['letters turned around', 'plan\u202efdp.exe', null],
  ['quotes', 'wie \\"bitte\\".pdf', 'wie _bitte_.pdf'],
  ['semicolons', 'a; filename=b.html; .pdf', 'a; filename=b.html; .pdf'],
  ['another script', 'план 計画.pdf', 'план 計画.pdf'],
  ['two spellings of one letter', 'Pru\u0308fung.pdf', 'Prüfung.pdf'],
  ['dots only', '...', 'Dokument.pdf'],
  ['a hidden file', '.htaccess', 'htaccess.pdf'],
  ['a web page', '<img src=x onerror=alert(1)>.pdf', '_img src=x onerror=alert(1)_.pdf'],
  ['a formula', '=HYPERLINK(1).pdf', '=HYPERLINK(1).pdf'],
  ['a control character', 'a\u0007b.pdf', null],
  ['a line separator', 'a\u2028b.pdf', 'ab.pdf'],
];

describe('the name of a file', () => {
  const api = useApi();
  let journey: Journey;
  let token: string;
  beforeAll(async () => {
    journey = await driveToState(api.client, 'DRAFT');
    token = await api.client.token(journey.editor);
  }, 60_000);

  const upload = (name: string): Promise<Uploaded> => {
    const edge = randomUUID();
    const part = (head: string, content: Buffer | string): Buffer =>
      Buffer.concat([
        Buffer.from(`--${edge}\r\nContent-Disposition: form-data; ${head}\r\n\r\n`),
        Buffer.from(content),
      ]);
    const body = Buffer.concat([
      part('name="kind"', 'OTHER'),
      Buffer.from('\r\n'),
      part(`name="file"; filename="${name}"`, pdfFile()),
      Buffer.from(`\r\n--${edge}--\r\n`),
    ]);
    return new Promise((resolve, reject) => {
      const call = request(`${api.client.url}/api/v1/applications/${journey.applicationId}/attachments`, {
        method: 'POST',
        headers: {
          authorization: `Bearer ${token}`,
          'content-type': `multipart/form-data; boundary=${edge}`,
          'content-length': body.length,
          'idempotency-key': randomUUID(),
        },
      });
      call.once('error', reject).once('response', (answer) => {
        let text = '';
        answer.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
        answer.once('end', () =>
          resolve({ status: answer.statusCode ?? 0, body: JSON.parse(text) as Uploaded['body'] }),
        );
      });
      call.end(body);
    });
  };

  it.each(NAMES)('may be %s', async (_what, name, stored) => {
    const { status, body } = await upload(name);

    if (stored === null) {
      expect([400, 422]).toContain(status);
      return;
    }
    expect({ status, fileName: body.fileName }).toEqual({ status: 201, fileName: stored });
    const path = `/applications/${journey.applicationId}/attachments/${body.id}/content`;
    const { headers } = await api.client.get(path, { as: journey.editor });
    const disposition = headers.get('content-disposition') ?? '';
    expect(disposition).toMatch(/^attachment; filename="[\x20-\x7e]*"; filename\*=UTF-8''[A-Za-z0-9!#$&+.^_`|~%-]*$/);
    expect(decodeURIComponent(disposition.split("UTF-8''")[1] ?? '')).toBe(stored);
    expect(headers.get('content-security-policy')).toContain('sandbox');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
  });

  it('is never part of a path: files lie under the hash of their content', async () => {
    const entries = readdirSync(join(api.database.dataDir, 'files'), { recursive: true, withFileTypes: true });
    const names = entries.filter((entry) => entry.isFile()).map(({ name }) => name);

    expect(names.filter((name) => !/^[0-9a-f]{64}$/.test(name))).toEqual([]);
  });

  it('cannot break out of its header', async () => {
    expect([400, 422]).toContain((await upload('a"\r\nX-Evil: 1\r\n\r\n.pdf')).status);
  });
});
