import { MEDIA_TYPES } from '@wir/documents/domain';
import { acceptVerdict, refuseSize, UPLOAD_LIMIT_BYTES } from './inspect-upload';

const bytes = Buffer.from('content');
const clean = { clean: true, mediaType: MEDIA_TYPES.pdf } as const;

describe('accepting what was found clean', () => {
  it.each([
    ['Konzept.pdf', 'Konzept.pdf'],
    ['Konzept.PDF', 'Konzept.PDF'],
    ['Konzept', 'Konzept.pdf'],
    ['Konzept 2.3', 'Konzept 2.3.pdf'],
    ['../../etc/passwd', 'passwd.pdf'],
  ])('%j is stored as %j', (given, fileName) => {
    expect(acceptVerdict(clean, { bytes, fileName: given })).toEqual({
      mediaType: 'application/pdf',
      fileName,
      sizeBytes: bytes.length,
    });
  });

  it.each(['a.exe', 'a.pdf.html', 'a.png', 'a.docm', 'a.SVG'])('%j promises something else', (fileName) => {
    expect(() => acceptVerdict(clean, { bytes, fileName })).toThrow('document.type-mismatch');
  });

  it('believes no claimed type that contradicts, and asks none to be claimed', () => {
    const upload = { bytes, fileName: 'a.pdf' };

    expect(() => acceptVerdict(clean, { ...upload, mediaType: 'image/png' })).toThrow('document.type-mismatch');
    expect(acceptVerdict(clean, { ...upload, mediaType: 'application/octet-stream' }).fileName).toBe('a.pdf');
  });

  it('passes on why something was refused', () => {
    expect(() =>
      acceptVerdict({ clean: false, reason: 'active-content', found: 'macro' }, { bytes, fileName: 'a.docx' }),
    ).toThrow(expect.objectContaining({ code: 'document.active-content', details: { found: 'macro' } }));
  });
});

describe('the size of an upload', () => {
  it('is one byte at least and 25 MB at most', () => {
    expect(() => refuseSize(Buffer.alloc(0))).toThrow('document.empty');
    expect(() => refuseSize(Buffer.alloc(UPLOAD_LIMIT_BYTES))).not.toThrow();
    expect(() => refuseSize(Buffer.alloc(UPLOAD_LIMIT_BYTES + 1))).toThrow('document.too-large');
  });
});
