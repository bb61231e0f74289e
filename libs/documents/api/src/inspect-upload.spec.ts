import { deflateRawSync } from 'node:zlib';
import { inspectUpload, UPLOAD_LIMIT_BYTES } from './inspect-upload';

const PDF = Buffer.from('%PDF-1.7\n1 0 obj\n<<>>\nendobj\n');
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
const JPEG = Buffer.from('ffd8ffe000104a46494600010100000100010000ffd9', 'hex');

/** A ZIP with the given entries; sizes in the local headers are all that the detector reads. */
function zip(entries: Readonly<Record<string, string>>, stored = false): Buffer {
  return Buffer.concat(
    Object.entries(entries).map(([name, text]) => {
      const content = stored ? Buffer.from(text) : deflateRawSync(text);
      const header = Buffer.alloc(30);
      header.writeUInt32LE(0x04034b50, 0);
      header.writeUInt16LE(20, 4);
      header.writeUInt16LE(stored ? 0 : 8, 8);
      header.writeUInt32LE(content.length, 18);
      header.writeUInt32LE(Buffer.byteLength(text), 22);
      header.writeUInt16LE(name.length, 26);
      return Buffer.concat([header, Buffer.from(name), content]);
    }),
  );
}

function office(contentType: string): Buffer {
  return zip({
    '[Content_Types].xml': `<Types><Override PartName="/x.xml" ContentType="${contentType}.main+xml"/></Types>`,
    'x.xml': '<x/>',
  });
}

const DOCX = office('application/vnd.openxmlformats-officedocument.wordprocessingml.document');
const XLSX = office('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet');
const ODT = zip({ mimetype: 'application/vnd.oasis.opendocument.text', 'content.xml': '<x/>' }, true);

describe('inspecting an upload', () => {
  it.each([
    ['application/pdf', 'konzept.pdf', PDF],
    ['image/png', 'plan.png', PNG],
    ['image/jpeg', 'plan.jpeg', JPEG],
    ['application/vnd.openxmlformats-officedocument.wordprocessingml.document', 'konzept.docx', DOCX],
    ['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'plan.xlsx', XLSX],
    ['application/vnd.oasis.opendocument.text', 'konzept.odt', ODT],
  ])('accepts %s', async (mediaType, fileName, bytes) => {
    expect(await inspectUpload(bytes, fileName)).toEqual({ mediaType, fileName, sizeBytes: bytes.length });
  });

  it.each([
    ['a program', Buffer.from('4d5a90000300000004000000ffff0000', 'hex')],
    ['a web page', Buffer.from('<!doctype html><script>alert(1)</script>')],
    [
      'a drawing with script',
      Buffer.from('<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'),
    ],
    ['a plain archive', zip({ 'a.txt': 'a' })],
    ['a document with macros', office('application/vnd.ms-word.document.macroEnabled')],
    ['a damaged archive', DOCX.subarray(0, 40)],
    ['plain text', Buffer.from('nur Text')],
  ])('refuses %s whatever its name', async (_, bytes) => {
    await expect(inspectUpload(bytes, 'konzept.pdf')).rejects.toMatchObject({
      kind: 'unprocessable',
      code: 'document.type-not-allowed',
    });
  });

  it('refuses an empty file', async () => {
    await expect(inspectUpload(Buffer.alloc(0), 'konzept.pdf')).rejects.toMatchObject({ code: 'document.empty' });
  });

  it('takes 25 MB and not a byte more', async () => {
    const largest = Buffer.concat([PDF], UPLOAD_LIMIT_BYTES);

    expect((await inspectUpload(largest, 'a.pdf')).sizeBytes).toBe(UPLOAD_LIMIT_BYTES);
    await expect(inspectUpload(Buffer.concat([PDF], UPLOAD_LIMIT_BYTES + 1), 'a.pdf')).rejects.toMatchObject({
      code: 'document.too-large',
    });
  });

  it('lets the name end as the content demands', async () => {
    expect((await inspectUpload(PDF, 'rechnung.exe')).fileName).toBe('rechnung.exe.pdf');
  });
});
