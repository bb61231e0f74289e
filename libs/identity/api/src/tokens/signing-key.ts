import { createSecretKey, type KeyObject } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { Injectable } from '@nestjs/common';
import { Settings, SettingsError } from '@wir/shared/api';

const MIN_BYTES = 32;

/** The key of the access tokens (HS256, at least 256 bit), read from a file and never logged. */
@Injectable()
export class SigningKey {
  private loaded: KeyObject | null = null;

  constructor(private readonly settings: Settings) {}

  get key(): KeyObject {
    this.loaded ??= this.read();
    return this.loaded;
  }

  /** Called before requests are served, so that a missing key stops the start. */
  check(): void {
    void this.key;
  }

  private read(): KeyObject {
    const file = this.settings.jwtKeyFile;
    let text: string;
    try {
      text = readFileSync(file, 'utf8').trim();
    } catch {
      throw new SettingsError(`Die Schlüsseldatei der Einstellung WIR_JWT_KEY_FILE ist nicht lesbar: ${file}`);
    }
    const bytes = Buffer.from(text, 'base64url');
    if (bytes.length < MIN_BYTES)
      throw new SettingsError(
        'Der Schlüssel der Einstellung WIR_JWT_KEY_FILE ist zu kurz: verlangt sind 32 Bytes, base64url geschrieben.',
      );
    return createSecretKey(bytes);
  }
}
