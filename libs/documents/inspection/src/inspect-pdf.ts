import { PDFArray, PDFDict, PDFInvalidObject, PDFStream, type PDFContext, type PDFObject } from '@cantoo/pdf-lib';
import { INSPECTION_LIMITS } from './limits';
import { ActiveContent } from './pdf-active-content';
import { lookupName, nameOf } from './pdf-names';
import { WatchedParser } from './pdf-parser';
import { refuseBombs } from './pdf-streams';
import { Finding } from './verdict';

/** Names long enough never to arise by chance, also in objects that a later one of the same number hides. */
const TELLTALES = ['/JavaScript', '/EmbeddedFile', '/Launch', '/RichMedia'];
const MAX_FILTERS = 2;

/**
 * A PDF that only shows pages: not encrypted, without scripts, without files inside, without acts of its own when it is
 * opened, and not larger unpacked than a reader can bear.
 */
export async function inspectPdf(bytes: Buffer): Promise<void> {
  const text = bytes.toString('latin1');
  if ((text.match(/\d\s+obj\b/g)?.length ?? 0) > INSPECTION_LIMITS.pdfObjects) throw new Finding('too-complex');
  refuseBombs(bytes);
  const { context, objects } = await parse(bytes, text);
  const active = new ActiveContent(context);
  for (const object of objects) active.examine(object);
  active.refuse();
  const named = text.replace(/#([0-9a-f]{2})/gi, (_escape, hex: string) => String.fromCharCode(parseInt(hex, 16)));
  if (TELLTALES.some((name) => named.includes(name))) throw new Finding('active-content', 'script');
  if (objects.some((object) => object instanceof PDFInvalidObject)) throw new Finding('unreadable');
  if (objects.some((object) => object instanceof PDFStream && filterCount(object.dict) > MAX_FILTERS))
    throw new Finding('archive-unsafe', 'nesting');
  refuseWithoutPages(context);
}

interface ParsedPdf {
  readonly context: PDFContext;
  readonly objects: readonly PDFObject[];
}

async function parse(bytes: Buffer, text: string): Promise<ParsedPdf> {
  const parser = new WatchedParser(bytes);
  try {
    const context = await parser.parseDocument();
    if (context.trailerInfo.Encrypt !== undefined) throw new Finding('encrypted');
    if (parser.seen.length > INSPECTION_LIMITS.pdfObjects) throw new Finding('too-complex');
    return { context, objects: parser.seen };
  } catch (error) {
    if (error instanceof Finding) throw error;
    throw new Finding(/\/Encrypt\b/.test(text) ? 'encrypted' : 'unreadable');
  }
}

function refuseWithoutPages(context: PDFContext): void {
  const catalog = context.lookup(context.trailerInfo.Root as PDFObject);
  if (!(catalog instanceof PDFDict) || lookupName(catalog, 'Type') !== 'Catalog') throw new Finding('unreadable');
  const isPage = (object: PDFObject): boolean => object instanceof PDFDict && lookupName(object, 'Type') === 'Page';
  if (!context.enumerateIndirectObjects().some(([, object]) => isPage(object))) throw new Finding('unreadable');
}

function filterCount(dict: PDFDict): number {
  const filter = dict.lookup(nameOf('Filter'));
  return filter instanceof PDFArray ? filter.size() : 1;
}
