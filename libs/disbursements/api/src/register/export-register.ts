import { constants } from 'node:fs';
import { access, mkdir, open, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Injectable } from '@nestjs/common';
import { Settings } from '@wir/shared/api';
import { DomainError } from '@wir/shared/kernel';
import { readRegister, registerLine, type RegisterContent, type RegisterEntry } from './register-lines';

const EMPTY: RegisterContent = readRegister(Buffer.alloc(0));

/**
 * Register of exports outside the database (Ausgaberegister): a database that was restored to an earlier moment learns from
 * it what has already been handed to the cash office. Only ever appended to, each line flushed before the export counts.
 */
@Injectable()
export class ExportRegister {
  private readonly folder: string;
  private readonly path: string;
  private cached: { readonly stamp: string; readonly content: RegisterContent } | null = null;

  constructor(settings: Settings) {
    this.folder = settings.exportRegisterDir;
    this.path = join(this.folder, 'register.jsonl');
  }

  /** Parsed again only when the file has changed. */
  async read(): Promise<RegisterContent> {
    const found = await stat(this.path).catch((error: unknown) => {
      if (isMissing(error)) return null;
      throw error;
    });
    if (found === null) return EMPTY;
    const stamp = `${found.size} ${found.mtimeMs} ${found.ino}`;
    if (this.cached?.stamp === stamp) return this.cached.content;
    const content = readRegister(await readFile(this.path));
    this.cached = { stamp, content };
    return content;
  }

  /** Asked before anything is promised: a full or missing disk refuses the release, not the middle of the export. */
  async assertWritable(): Promise<void> {
    try {
      await mkdir(this.folder, { recursive: true });
      await access(this.folder, constants.W_OK);
    } catch {
      throw new DomainError('unavailable', 'payment-run.register-unwritable');
    }
  }

  /** Once per run, whoever repeats it; the caller holds the lock that all processes share. */
  async append(entry: RegisterEntry): Promise<void> {
    const { entries, head, wholeBytes, damagedLine } = await this.read();
    if (damagedLine !== null) throw new DomainError('locked', 'payment-run.register-damaged', { line: damagedLine });
    if (entries.some(({ runId }) => runId === entry.runId)) return;
    await mkdir(this.folder, { recursive: true });
    const file = await open(this.path, constants.O_RDWR | constants.O_CREAT, 0o600);
    try {
      await file.truncate(wholeBytes);
      await file.write(Buffer.from(registerLine(entry, head), 'utf8'), 0, null, wholeBytes);
      await file.sync();
    } finally {
      await file.close();
    }
    await syncFolder(this.folder);
  }
}

/** A new file survives a power failure only when its folder is flushed too. */
async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}

function isMissing(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && error.code === 'ENOENT';
}
