import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { ZipFile } from 'yazl';

/** One file of an archive; its content is asked for when its turn comes, so that only one is in memory. */
export interface ArchiveEntry {
  readonly path: string;
  readonly content: () =>
    Promise<Uint8Array | AsyncIterable<Uint8Array | string>> | Uint8Array | AsyncIterable<Uint8Array | string>;
}

export interface ListedFile {
  readonly path: string;
  readonly sha256: string;
  readonly size: number;
}

/**
 * The same entries give the same bytes on every machine: fixed times in local fields (that is what ZIP stores), fixed rights,
 * no compression (compressors differ between versions and processors).
 */
const FIXED = { mtime: new Date(1980, 0, 1), mode: 0o100644, compress: false, forceDosTimestamp: true } as const;

/** Streams a ZIP whose last file is the manifest that `manifestOf` makes of the hashes of all others. */
export function archive(
  entries: readonly ArchiveEntry[],
  manifestOf: (files: readonly ListedFile[]) => string,
  onEntry: (done: number) => Promise<void>,
): Readable {
  const zip = new ZipFile();
  const output = Readable.from(zip.outputStream, { objectMode: false });
  zip.on('error', (error: Error) => output.destroy(error));
  const listed: ListedFile[] = [];
  const add = (path: string, content: AsyncIterable<Uint8Array>): void =>
    zip.addReadStreamLazy(path, FIXED, (use) =>
      use(null, failing(Readable.from(content, { objectMode: false }), output)),
    );
  for (const [index, entry] of entries.entries()) {
    add(
      entry.path,
      hashed(entry, listed, () => onEntry(index)),
    );
  }
  add(
    'manifest.json',
    listing(() => manifestOf(listed)),
  );
  zip.end();
  return output;
}

/** A file that cannot be read ends the archive; half of one is never stored. */
function failing(content: Readable, output: Readable): Readable {
  return content.once('error', (error) => output.destroy(error));
}

async function* hashed(
  { path, content }: ArchiveEntry,
  listed: ListedFile[],
  onTurn: () => Promise<void>,
): AsyncGenerator<Uint8Array> {
  await onTurn();
  const hash = createHash('sha256');
  let size = 0;
  const whole = await content();
  for await (const part of whole instanceof Uint8Array ? [whole] : whole) {
    const bytes = typeof part === 'string' ? Buffer.from(part) : part;
    hash.update(bytes);
    size += bytes.byteLength;
    yield bytes;
  }
  listed.push({ path, sha256: hash.digest('hex'), size });
}

/** Runs when all other files have passed. */
async function* listing(manifest: () => string): AsyncGenerator<Uint8Array> {
  yield await Promise.resolve(Buffer.from(manifest()));
}
