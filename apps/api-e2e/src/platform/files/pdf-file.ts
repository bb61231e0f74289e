import { deflateSync } from 'node:zlib';

export interface PdfParts {
  /** Members of the catalog besides its pages. */
  readonly catalog?: string;
  readonly page?: string;
  /** Further objects, from number 4 on. */
  readonly objects?: readonly (string | Buffer)[];
  readonly trailer?: string;
  readonly head?: string;
}

/** A PDF of one page with whatever a test wants in it. */
export function pdfFile({ catalog = '', page = '', objects = [], trailer = '', head = '' }: PdfParts = {}): Buffer {
  const all = [
    `<< /Type /Catalog /Pages 2 0 R ${catalog} >>`,
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] ${page} >>`,
    ...objects,
  ].map((object) => Buffer.from(object));
  const chunks: Buffer[] = [Buffer.from(`%PDF-1.7\n${head}`)];
  const offsets: number[] = [];
  let length = chunks[0]?.length ?? 0;
  const add = (bytes: Buffer): void => {
    chunks.push(bytes);
    length += bytes.length;
  };
  for (const [index, object] of all.entries()) {
    offsets.push(length);
    add(Buffer.concat([Buffer.from(`${index + 1} 0 obj\n`), object, Buffer.from('\nendobj\n')]));
  }
  const start = length;
  const rows = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  add(Buffer.from(`xref\n0 ${all.length + 1}\n0000000000 65535 f \n${rows}`));
  add(Buffer.from(`trailer\n<< /Size ${all.length + 1} /Root 1 0 R ${trailer} >>\nstartxref\n${start}\n%%EOF\n`));
  return Buffer.concat(chunks);
}

export function stream(content: Buffer, members: string): Buffer {
  return Buffer.concat([
    Buffer.from(`<< /Length ${content.length} ${members} >>\nstream\n`),
    content,
    Buffer.from('\nendstream'),
  ]);
}

/** Zeros, packed to a thousandth. */
export function bomb(mebibytes: number): Buffer {
  return deflateSync(Buffer.alloc(mebibytes * 1024 * 1024), { level: 9 });
}

export function pdfOfManyObjects(count: number): Buffer {
  const objects = Array.from({ length: count }, (_, index) => `${index + 4} 0 obj\n1\nendobj\n`).join('');
  return Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.from(objects), pdfFile()]);
}

/** Exactly so many bytes, and a PDF that readers show. */
export function pdfOfSize(bytes: number): Buffer {
  const sized = (content: number): Buffer => pdfFile({ objects: [stream(Buffer.alloc(content, 32), '')] });
  const first = sized(bytes - 1_000);
  return sized(bytes - 1_000 + (bytes - first.length));
}
