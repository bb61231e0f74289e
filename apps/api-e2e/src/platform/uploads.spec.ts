import { driveToState, type Answer, type Journey, type RequestOptions } from '@wir/shared/testing';
import { randomUUID } from 'node:crypto';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { ProblemBody } from '../guarded-route';
import { useApi } from '../use-api';
import { HOSTILE_FILES } from './files/hostile-files';
import { jpeg, png } from './files/image-file';
import { bomb, pdfFile, pdfOfManyObjects, pdfOfSize, stream } from './files/pdf-file';
import { docx, odt, xlsx } from './files/zip-file';

interface Stored extends ProblemBody {
  readonly id: string;
  readonly fileName: string;
  readonly mediaType: string;
}

const MEBIBYTE = 1024 * 1024;

describe('what may be uploaded', () => {
  const api = useApi();
  let journey: Journey;
  beforeAll(async () => {
    journey = await driveToState(api.client, 'DRAFT');
  }, 60_000);

  const upload = (
    name: string,
    content: Buffer,
    type = 'application/octet-stream',
    options: RequestOptions = { as: journey.editor },
  ): Promise<Answer<Stored>> =>
    api.client.upload<Stored>(
      `/applications/${journey.applicationId}/attachments`,
      { name, type, content },
      { kind: 'OTHER' },
      options,
    );
  const storedFiles = (): number => {
    const folder = join(api.database.dataDir, 'files');
    if (!existsSync(folder)) return 0;
    return readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).length;
  };

  it.each(HOSTILE_FILES)('refuses %s', async (_what, name, content, code) => {
    const before = storedFiles();

    const answer = await upload(name, content());

    expect(answer).toMatchObject({ status: 422, body: { code } });
    expect(answer.body.detail).toMatch(/^[A-ZÄÖÜ].{10,}[.!]$/s);
    expect(storedFiles()).toBe(before);
  });

  it('refuses a claimed type that is not true', async () => {
    expect(await upload('plan.pdf', pdfFile(), 'image/png')).toMatchObject({
      status: 422,
      body: { code: 'document.type-mismatch' },
    });
  });

  it('refuses one byte more than 25 MB', async () => {
    expect(await upload('plan.pdf', pdfOfSize(25 * MEBIBYTE + 1))).toMatchObject({
      status: 413,
      body: { code: 'input.file-too-large' },
    });
  });

  it.each([
    ['a PDF', 'plan.pdf', () => pdfFile()],
    ['a PDF that opens at a page', 'plan.pdf', () => pdfFile({ catalog: '/OpenAction [3 0 R /XYZ null null 0]' })],
    ['a PDF of 25 MB', 'plan.pdf', () => pdfOfSize(25 * MEBIBYTE)],
    ['a packed page', 'plan.pdf', () => pdfFile({ objects: [stream(bomb(4), '/Filter /FlateDecode')] })],
    ['a PNG of 49 megapixels', 'plan.png', () => png(7_000, 7_000)],
    ['a JPEG', 'plan.jpeg', () => jpeg(4_000, 3_000)],
    ['a letter', 'plan.docx', () => docx()],
    ['a letter with a chart', 'plan.docx', () => docx({ name: 'word/embeddings/Tabelle.xlsx', content: xlsx() })],
    ['a table', 'plan.xlsx', () => xlsx()],
    ['a letter of LibreOffice', 'plan.odt', () => odt()],
  ])('takes %s', async (_what, name, content) => {
    expect(await upload(name, content())).toMatchObject({ status: 201, body: { fileName: name } });
  });

  it('answers others while large files are looked into', async () => {
    const times: number[] = [];
    let busy = true;
    const uploads = Promise.all(Array.from({ length: 6 }, () => upload('plan.pdf', pdfOfManyObjects(150_000)))).finally(
      () => (busy = false),
    );
    while (busy) {
      const started = performance.now();
      await api.client.get('/me', { as: journey.editor });
      times.push(performance.now() - started);
    }
    times.sort((a, b) => a - b);

    expect((await uploads).map(({ status }) => status).every((status) => status === 201 || status === 422)).toBe(true);
    expect(times[Math.floor(times.length * 0.95)]).toBeLessThan(1_000);
  }, 30_000);

  it('takes 200 files for one case and not one more', async () => {
    const { applicationId, editor } = journey;
    await upload('one.pdf', pdfFile());
    await api.database.owner.query(
      `INSERT INTO applications.attachment
         (application_id, applicant_id, kind, file_name, media_type, size_bytes, sha256, uploaded_by_account_id)
       SELECT a.application_id, a.applicant_id, 'OTHER', 'filler.pdf', a.media_type, a.size_bytes, a.sha256,
              a.uploaded_by_account_id
       FROM (SELECT *, count(*) OVER () AS held FROM applications.attachment WHERE application_id = $1 LIMIT 1) a,
            LATERAL generate_series(1, 200 - a.held::int)`,
      [applicationId],
    );

    const answer = await upload('plan.pdf', pdfFile(), 'application/pdf', { as: editor, idempotencyKey: randomUUID() });

    expect(answer).toMatchObject({ status: 413, body: { code: 'application.too-many-attachments', limit: 200 } });
  });
});
