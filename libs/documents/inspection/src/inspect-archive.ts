import { fromBufferPromise, type Entry, type ZipFile } from 'yauzl';
import { officeFaultOf, officeTypeOf } from './office-parts';
import type { MediaType } from '@wir/documents/domain';
import { INSPECTION_LIMITS } from './limits';
import { countBytes } from './unpacked-size';
import { Finding } from './verdict';

const SYMBOLIC_LINK = 0o120_000;
const FILE_KIND = 0o170_000;
const NESTED = /\.(docx|xlsx|odt|pptx|ods|odp)$/i;
const ARCHIVE = /\.(zip|jar|7z|rar|gz|tgz|bz2|xz|tar|cab|iso|docm|xlsm|pptm|dotm|xlam|xltm)$/i;
const READ_AS_TEXT = /(\.rels|\.xml|^mimetype)$/i;
/** Parts of a document that say what it is and does are small; the rest is only counted. */
const TEXT_LIMIT = 4 * 1024 * 1024;

/** Office files are archives: every part is unpacked once, counted and looked at; nothing is written anywhere. */
export async function inspectArchive(bytes: Buffer): Promise<MediaType> {
  const budget = { bytes: INSPECTION_LIMITS.unpackedBytes, entries: INSPECTION_LIMITS.archiveEntries };
  const mediaType = officeTypeOf(await partsOf(bytes, budget, 0));
  if (mediaType === null) throw new Finding('type-not-allowed');
  return mediaType;
}

interface Budget {
  bytes: number;
  entries: number;
}

async function partsOf(bytes: Buffer, budget: Budget, depth: number): Promise<ReadonlyMap<string, string>> {
  const archive = await opened(bytes);
  const parts = new Map<string, string>();
  for await (const entry of archive.eachEntry()) {
    budget.entries -= 1;
    refuseEntry(entry, budget, parts);
    if (entry.fileName.endsWith('/')) continue;
    const content = await contentOf(archive, entry, budget);
    parts.set(entry.fileName, READ_AS_TEXT.test(entry.fileName) ? (content?.toString('utf8') ?? '') : '');
    const fault = officeFaultOf(entry.fileName, parts.get(entry.fileName) ?? '');
    if (fault) throw new Finding('active-content', fault);
    if (NESTED.test(entry.fileName) && content) await inspectNested(content, budget, depth + 1);
  }
  return parts;
}

async function inspectNested(content: Buffer, budget: Budget, depth: number): Promise<void> {
  if (depth > INSPECTION_LIMITS.archiveDepth) throw new Finding('archive-unsafe', 'nesting');
  const mediaType = officeTypeOf(await partsOf(content, budget, depth));
  if (mediaType === null) throw new Finding('archive-unsafe', 'nesting');
}

async function opened(bytes: Buffer): Promise<ZipFile> {
  try {
    return await fromBufferPromise(bytes, { lazyEntries: true, validateEntrySizes: true, strictFileNames: true });
  } catch {
    throw new Finding('unreadable');
  }
}

function refuseEntry(entry: Entry, budget: Budget, parts: ReadonlyMap<string, string>): void {
  if (budget.entries < 0) throw new Finding('too-complex');
  if (entry.isEncrypted()) throw new Finding('encrypted');
  if (((entry.externalFileAttributes >>> 16) & FILE_KIND) === SYMBOLIC_LINK)
    throw new Finding('archive-unsafe', 'link');
  // Two parts of one name: one program reads the first, another the second.
  if (parts.has(entry.fileName)) throw new Finding('archive-unsafe', 'name');
  if (ARCHIVE.test(entry.fileName)) throw new Finding('archive-unsafe', 'nesting');
  if (entry.uncompressedSize > budget.bytes) throw new Finding('archive-unsafe', 'size');
}

/** The bytes when somebody needs to look into them, else null; counted in either case. */
async function contentOf(archive: ZipFile, entry: Entry, budget: Budget): Promise<Buffer | null> {
  const isWanted =
    NESTED.test(entry.fileName) || (READ_AS_TEXT.test(entry.fileName) && entry.uncompressedSize <= TEXT_LIMIT);
  const kept: Buffer[] = [];
  const stream = await archive.openReadStreamPromise(entry);
  if (isWanted) stream.on('data', (chunk: Buffer) => kept.push(chunk));
  budget.bytes -= await countBytes(stream, entry.compressedSize, budget.bytes);
  return isWanted ? Buffer.concat(kept) : null;
}
