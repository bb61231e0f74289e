import { Injectable } from '@nestjs/common';
import { Settings } from '../settings/settings';
import { KeyRing } from './key-ring';

/** The keys of this process, none of which lies in the database. */
@Injectable()
export class Keys {
  /** Signs access tokens (HS256). */
  readonly jwt: KeyRing;
  /** Mixed into passwords before they are hashed: a stolen database alone cannot be guessed at. */
  readonly pepper: KeyRing;
  /** Encrypts single fields (secrets of authenticator apps). */
  readonly field: KeyRing;

  constructor(settings: Settings) {
    this.jwt = new KeyRing(settings.keys.jwt);
    this.pepper = new KeyRing(settings.keys.pepper);
    this.field = new KeyRing(settings.keys.field);
  }

  check(): void {
    for (const ring of [this.jwt, this.pepper, this.field]) ring.check();
  }
}
