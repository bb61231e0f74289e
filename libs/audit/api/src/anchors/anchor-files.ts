import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Injectable } from '@nestjs/common';
import type { Anchor } from '@wir/audit/domain';
import { logger, Settings } from '@wir/shared/api';

const FILE = /^\d{4}-\d{2}-\d{2}\.json$/;

/** Copies of the anchors outside the database, one file a day; in operation a write-once folder of another house. */
@Injectable()
export class AnchorFiles {
  constructor(private readonly settings: Settings) {}

  /** A file that is there is never overwritten: it may be the only witness of an earlier trail. */
  write(anchor: Anchor): void {
    const file = join(this.settings.anchorDir, `${anchor.day}.json`);
    const text = `${JSON.stringify(anchor)}\n`;
    if (existsSync(file)) {
      if (readFileSync(file, 'utf8') !== text) logger.error({ file }, 'this day already has another anchor on disk');
      return;
    }
    mkdirSync(this.settings.anchorDir, { recursive: true });
    writeFileSync(`${file}.${process.pid}`, text, { flush: true });
    renameSync(`${file}.${process.pid}`, file);
  }

  readAll(): Anchor[] {
    if (!existsSync(this.settings.anchorDir)) return [];
    const names = readdirSync(this.settings.anchorDir).filter((name) => FILE.test(name));
    return names.sort().map((name) => anchorOf(join(this.settings.anchorDir, name)));
  }
}

/** A file that is no anchor any more counts as one that nobody signed. */
function anchorOf(file: string): Anchor {
  try {
    const { day, sequence, head, keyId, signature } = JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>;
    return {
      day: String(day),
      sequence: Number(sequence),
      head: String(head),
      keyId: String(keyId),
      signature: String(signature),
    };
  } catch {
    return { day: file.slice(-15, -5), sequence: 0, head: '', keyId: '', signature: '' };
  }
}
