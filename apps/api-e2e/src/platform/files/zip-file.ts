import { crc32, deflateRawSync } from 'node:zlib';

export interface ZipPart {
  readonly name: string;
  readonly content: Buffer | string;
  /** Unix mode in the upper half of the external attributes: 0o120777 makes a symbolic link. */
  readonly mode?: number;
  readonly encrypted?: boolean;
  /** Size the archive claims, for archives that lie. */
  readonly claimedSize?: number;
}

const OFFICE = 'application/vnd.openxmlformats-officedocument';

/** An archive written by hand, so that it can hold what no honest program writes. */
export function zipFile(parts: readonly ZipPart[]): Buffer {
  const locals: Buffer[] = [];
  const centrals: Buffer[] = [];
  let offset = 0;
  for (const part of parts) {
    const { local, central } = records(part, offset);
    locals.push(local);
    centrals.push(central);
    offset += local.length;
  }
  const directory = Buffer.concat(centrals);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, directory, end]);
}

function records(part: ZipPart, offset: number): { local: Buffer; central: Buffer } {
  const content = Buffer.from(part.content);
  const name = Buffer.from(part.name);
  const isStored = part.name === 'mimetype';
  const packed = isStored ? content : deflateRawSync(content);
  const shared = Buffer.alloc(26);
  shared.writeUInt16LE(20, 0);
  shared.writeUInt16LE(part.encrypted ? 0x801 : 0x800, 2);
  shared.writeUInt16LE(isStored ? 0 : 8, 4);
  shared.writeUInt32LE(crc32(content), 10);
  shared.writeUInt32LE(packed.length, 14);
  shared.writeUInt32LE(part.claimedSize ?? content.length, 18);
  shared.writeUInt16LE(name.length, 22);
  const central = Buffer.alloc(46);
  central.writeUInt32LE(0x02014b50, 0);
  central.writeUInt16LE(0x0314, 4);
  shared.copy(central, 6);
  central.writeUInt32LE(((part.mode ?? 0o100_644) << 16) >>> 0, 38);
  central.writeUInt32LE(offset, 42);
  const local = Buffer.concat([Buffer.from('504b0304', 'hex'), shared, name, packed]);
  return { local, central: Buffer.concat([central, name]) };
}

const contentTypes = (kind: string): ZipPart => ({
  name: '[Content_Types].xml',
  content: `<Types><Override PartName="/main.xml" ContentType="${kind}"/></Types>`,
});

export function docx(...more: ZipPart[]): Buffer {
  const document = { name: 'word/document.xml', content: '<w:document><w:t>Konzept</w:t></w:document>' };
  return zipFile([contentTypes(`${OFFICE}.wordprocessingml.document.main+xml`), document, ...more]);
}

export function xlsx(...more: ZipPart[]): Buffer {
  return zipFile([
    contentTypes(`${OFFICE}.spreadsheetml.sheet.main+xml`),
    { name: 'xl/workbook.xml', content: '<w/>' },
    ...more,
  ]);
}

export function docm(): Buffer {
  return zipFile([contentTypes('application/vnd.ms-word.document.macroEnabled.main+xml')]);
}

export function odt(...more: ZipPart[]): Buffer {
  return zipFile([
    { name: 'mimetype', content: 'application/vnd.oasis.opendocument.text' },
    { name: 'content.xml', content: '<office:document-content/>' },
    ...more,
  ]);
}

/** A letter within a letter, so many times. */
export function nestedDocx(depth: number): Buffer {
  let inner = docx();
  for (let level = 0; level < depth; level += 1) inner = docx({ name: 'word/embeddings/inner.docx', content: inner });
  return inner;
}
