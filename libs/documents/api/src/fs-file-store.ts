import { createHash, randomUUID } from 'node:crypto';
import { link, mkdir, open, readFile, stat, unlink, type FileHandle } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { DomainError } from '@wir/shared/kernel';
import { sha256Hex } from './content-hash';
import { FileStore, type FileContent, type StoredFile } from './file-store';

const SHA256 = /^[0-9a-f]{64}$/;

/** Files on a local disk or volume: `ab/cd/abcd…`, written to a temporary name, flushed, then linked into place. */
export class FsFileStore extends FileStore {
  constructor(private readonly root: string) {
    super();
  }

  async put(content: FileContent): Promise<StoredFile> {
    const incoming = join(this.root, 'incoming');
    const temporary = join(incoming, randomUUID());
    try {
      await mkdir(incoming, { recursive: true });
      const stored = await writeFlushed(temporary, content);
      await this.place(temporary, stored.sha256);
      return stored;
    } catch (error) {
      if (errorCode(error) === 'ENOSPC') throw new DomainError('unavailable', 'document.storage-full');
      throw error;
    } finally {
      await unlink(temporary).catch(() => undefined);
    }
  }

  async read(sha256: string): Promise<Buffer> {
    const bytes = await readFile(this.pathOf(sha256)).catch((error: unknown) => {
      if (errorCode(error) === 'ENOENT') throw notFound(sha256);
      throw error;
    });
    if (sha256Hex(bytes) !== sha256) throw new DomainError('unavailable', 'document.corrupted', { sha256 });
    return bytes;
  }

  async stream(sha256: string): Promise<AsyncIterable<Uint8Array>> {
    const file = await open(this.pathOf(sha256), 'r').catch((error: unknown) => {
      if (errorCode(error) === 'ENOENT') throw notFound(sha256);
      throw error;
    });
    return checked(file.createReadStream(), sha256);
  }

  async remove(sha256: string): Promise<void> {
    if (!SHA256.test(sha256)) return;
    await unlink(this.pathOf(sha256)).catch((error: unknown) => {
      if (errorCode(error) !== 'ENOENT') throw error;
    });
  }

  async has(sha256: string): Promise<boolean> {
    if (!SHA256.test(sha256)) return false;
    return stat(this.pathOf(sha256)).then(
      (entry) => entry.isFile(),
      () => false,
    );
  }

  /** `link` fails where the name exists, so a stored file is never written over, not even by itself. */
  private async place(temporary: string, sha256: string): Promise<void> {
    const target = this.pathOf(sha256);
    const folder = dirname(target);
    const created = await mkdir(folder, { recursive: true });
    try {
      await link(temporary, target);
    } catch (error) {
      if (errorCode(error) !== 'EEXIST') throw error;
      await this.read(sha256);
      return;
    }
    await syncFolder(folder);
    if (created !== undefined) {
      await syncFolder(dirname(folder));
      await syncFolder(this.root);
    }
  }

  /** Only a full hash becomes a path; anything else is an unknown file. */
  private pathOf(sha256: string): string {
    if (!SHA256.test(sha256)) throw notFound(sha256);
    return join(this.root, sha256.slice(0, 2), sha256.slice(2, 4), sha256);
  }
}

async function writeFlushed(path: string, content: FileContent): Promise<StoredFile> {
  const hash = createHash('sha256');
  let size = 0;
  const file = await open(path, 'wx', 0o600);
  try {
    for await (const chunk of content instanceof Uint8Array ? [content] : content) {
      hash.update(chunk);
      size += chunk.byteLength;
      await writeAll(file, chunk);
    }
    await file.sync();
  } finally {
    await file.close();
  }
  return { sha256: hash.digest('hex'), size };
}

async function* checked(content: AsyncIterable<Buffer>, sha256: string): AsyncGenerator<Uint8Array> {
  const hash = createHash('sha256');
  for await (const chunk of content) {
    hash.update(chunk);
    yield chunk;
  }
  if (hash.digest('hex') !== sha256) throw new DomainError('unavailable', 'document.corrupted', { sha256 });
}

/** One write may take only a part, for instance when the disk is nearly full. */
async function writeAll(file: FileHandle, chunk: Uint8Array): Promise<void> {
  let written = 0;
  while (written < chunk.byteLength) {
    written += (await file.write(chunk, written)).bytesWritten;
  }
}

/** A new name survives a power failure only when its folder is flushed too. */
async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}

function errorCode(error: unknown): unknown {
  return typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
}

function notFound(sha256: string): DomainError {
  return new DomainError('not-found', 'document.not-found', { sha256 });
}
