import { createHash, createSecretKey, type KeyObject } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { SettingsError } from '../settings/settings-error';

const MIN_BYTES = 32;
const MAX_VERSIONS = 2;
const LOOK_AGAIN_MS = 1_000;

/** Where a key comes from: the value of a setting, or the file that `<variable>_FILE` names. */
export interface KeySource {
  readonly variable: string;
  readonly value: string | undefined;
  readonly file: string;
}

export interface KeyVersion {
  /** First 16 hex digits of the SHA-256 of the key: tells versions apart and betrays nothing. */
  readonly id: string;
  readonly key: KeyObject;
  readonly bytes: Buffer;
}

/**
 * One or two versions of a symmetric key, one per line: the first is used, both are accepted. A changed file is read
 * again by itself, so that a key is exchanged while all processes go on serving; nothing of it is ever logged.
 */
export class KeyRing {
  private versions: readonly KeyVersion[] = [];
  private readFrom = '';
  private lookedAt = Number.NEGATIVE_INFINITY;

  constructor(
    private readonly source: KeySource,
    private readonly clock: () => number = () => performance.now(),
  ) {}

  get current(): KeyVersion {
    this.refresh(LOOK_AGAIN_MS);
    const [first] = this.versions;
    if (!first) throw new SettingsError(`Die Einstellung ${this.source.variable} enthält keinen Schlüssel.`);
    return first;
  }

  /** All versions that are accepted, the current one first. */
  all(): readonly KeyVersion[] {
    this.refresh(LOOK_AGAIN_MS);
    return this.versions;
  }

  /** By exact id. Another process may have begun to use a version that this one has not seen yet. */
  find(id: string): KeyVersion | null {
    const known = this.all().find((version) => version.id === id);
    if (known) return known;
    this.refresh(0);
    return this.versions.find((version) => version.id === id) ?? null;
  }

  /** Called before requests are served, so that a missing key stops the start. */
  check(): void {
    void this.current;
  }

  private refresh(patienceMs: number): void {
    const now = this.clock();
    if (now - this.lookedAt < patienceMs) return;
    const text = this.textWhenChanged();
    this.lookedAt = now;
    if (text !== null) this.versions = versionsOf(text, this.source.variable);
  }

  private textWhenChanged(): string | null {
    const { value, file, variable } = this.source;
    if (value !== undefined) return this.versions.length === 0 ? value : null;
    try {
      const { mtimeMs, ino, size } = statSync(file);
      const state = `${mtimeMs}:${ino}:${size}`;
      if (state === this.readFrom) return null;
      const text = readFileSync(file, 'utf8');
      this.readFrom = state;
      return text;
    } catch {
      // While a key is in memory, a file that is gone for a moment must not end the service.
      if (this.versions.length > 0) return null;
      throw new SettingsError(`Die Schlüsseldatei der Einstellung ${variable}_FILE ist nicht lesbar: ${file}`);
    }
  }
}

function versionsOf(text: string, variable: string): KeyVersion[] {
  const lines = text.split(/[\s,]+/).filter(Boolean);
  if (lines.length === 0 || lines.length > MAX_VERSIONS)
    throw new SettingsError(
      `Die Einstellung ${variable} enthält ${lines.length} Schlüssel; erlaubt sind einer oder zwei, je Zeile einer.`,
    );
  return lines.map((line) => {
    const bytes = Buffer.from(line, 'base64url');
    if (bytes.length < MIN_BYTES)
      throw new SettingsError(
        `Der Schlüssel der Einstellung ${variable} ist zu kurz: verlangt sind 32 Bytes, base64url geschrieben.`,
      );
    const id = createHash('sha256').update(bytes).digest('hex').slice(0, 16);
    return { id, bytes, key: createSecretKey(bytes) };
  });
}
