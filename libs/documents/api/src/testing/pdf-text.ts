import { inflateSync } from 'node:zlib';

/** Reads the text of a PDF as Typst writes it, through the fonts' ToUnicode maps, as any extractor would. Tests only. */
export function pdfText(pdf: Buffer): string[] {
  const objects = readObjects(pdf);
  const pages = [...objects.values()].filter((object) => /\/Type \/Page\s/u.test(object.head));
  return pages.map((page) => {
    const fonts = new Map(
      [...page.head.matchAll(/\/(f\d+) (\d+) 0 R/gu)].map(([, name = '', id = '']) => [name, glyphMap(objects, id)]),
    );
    const content = objects.get(/\/Contents (\d+) 0 R/u.exec(page.head)?.[1] ?? '');
    return shownText(content?.stream() ?? '', fonts);
  });
}

/** Leaves nothing but the letters, so that line ends and hyphenation do not matter. */
export function lettersOnly(text: string): string {
  return text.replace(/[\s\u00a0\u00ad\u200b-]/gu, '');
}

interface PdfObject {
  readonly head: string;
  readonly stream: () => string;
}

function readObjects(pdf: Buffer): Map<string, PdfObject> {
  const text = pdf.toString('latin1');
  const objects = new Map<string, PdfObject>();
  for (const match of text.matchAll(/(?:^|\n)(\d+) 0 obj\n/gu)) {
    const start = match.index + match[0].length;
    const streamAt = text.indexOf('\nstream\n', start);
    const end = text.indexOf('\nendobj', start);
    const hasStream = streamAt !== -1 && streamAt < end;
    const head = text.slice(start, hasStream ? streamAt : end);
    objects.set(match[1] ?? '', {
      head,
      stream: () => {
        const length = Number(/\/Length (\d+)/u.exec(head)?.[1] ?? 0);
        const bytes = pdf.subarray(streamAt + 8, streamAt + 8 + length);
        return (head.includes('/FlateDecode') ? inflateSync(bytes) : bytes).toString('latin1');
      },
    });
  }
  return objects;
}

function glyphMap(objects: Map<string, PdfObject>, fontId: string): Map<number, string> {
  const toUnicode = /\/ToUnicode (\d+) 0 R/u.exec(objects.get(fontId)?.head ?? '')?.[1] ?? '';
  const lines = (objects.get(toUnicode)?.stream() ?? '').matchAll(/^<([0-9A-F]{4})> <((?:[0-9A-F]{4})+)>$/gmu);
  return new Map(
    [...lines].map(([, glyph = '', text = '']) => [
      parseInt(glyph, 16),
      Buffer.from(text, 'hex').swap16().toString('utf16le'),
    ]),
  );
}

function shownText(content: string, fonts: ReadonlyMap<string, ReadonlyMap<number, string>>): string {
  const token = /\/(f\d+) [\d.]+ Tf|\bET\b|\(/gu;
  let font: ReadonlyMap<number, string> = new Map();
  let text = '';
  for (let match = token.exec(content); match !== null; match = token.exec(content)) {
    if (match[1] !== undefined) font = fonts.get(match[1]) ?? new Map();
    else if (match[0] === 'ET') text += '\n';
    else {
      const end = literalEnd(content, token.lastIndex);
      text += decode(content.slice(token.lastIndex, end), font);
      token.lastIndex = end + 1;
    }
  }
  return text;
}

/** A literal may hold balanced parentheses without a backslash. */
function literalEnd(content: string, start: number): number {
  let depth = 1;
  for (let index = start; index < content.length; index += 1) {
    if (content[index] === '\\') index += 1;
    else if (content[index] === '(') depth += 1;
    else if (content[index] === ')') depth -= 1;
    if (depth === 0) return index;
  }
  return content.length;
}

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };

function decode(literal: string, font: ReadonlyMap<number, string>): string {
  const bytes = literal.replace(/\\([0-7]{3}|[\s\S])/gu, (_, code: string) =>
    code.length === 3 ? String.fromCharCode(parseInt(code, 8)) : (ESCAPES[code] ?? code),
  );
  let text = '';
  for (let index = 0; index + 1 < bytes.length; index += 2)
    text += font.get(bytes.charCodeAt(index) * 256 + bytes.charCodeAt(index + 1)) ?? '';
  return text;
}
