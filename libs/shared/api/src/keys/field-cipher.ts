import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Keys } from './keys';

const ALGORITHM = 'aes-256-gcm';
const FORMAT = 1;
const KEY_BYTES = 32;
const ID_BYTES = 8;
const IV_BYTES = 12;
const TAG_BYTES = 16;
const HEAD_BYTES = 1 + ID_BYTES + IV_BYTES;

/**
 * AES-256-GCM for fields that the database must not be able to read. Stored: format, key id, nonce, content, tag.
 * `belongsTo` is authenticated too: a field copied to another record does not open.
 */
@Injectable()
export class FieldCipher {
  constructor(private readonly keys: Keys) {}

  seal(plain: Uint8Array, belongsTo: string): Buffer {
    const { id, bytes } = this.keys.field.current;
    const nonce = randomBytes(IV_BYTES);
    const cipher = createCipheriv(ALGORITHM, bytes.subarray(0, KEY_BYTES), nonce).setAAD(Buffer.from(belongsTo));
    const content = Buffer.concat([cipher.update(plain), cipher.final()]);
    return Buffer.concat([Buffer.of(FORMAT), Buffer.from(id, 'hex'), nonce, content, cipher.getAuthTag()]);
  }

  /** Throws when the key is gone or anything was changed. */
  open(sealed: Buffer, belongsTo: string): Buffer {
    if (sealed.length < HEAD_BYTES + TAG_BYTES || sealed[0] !== FORMAT) throw new Error('Unknown form of sealed field');
    const version = this.keys.field.find(keyIdOf(sealed));
    if (!version) throw new Error('The key of this sealed field is gone');
    const decipher = createDecipheriv(
      ALGORITHM,
      version.bytes.subarray(0, KEY_BYTES),
      sealed.subarray(1 + ID_BYTES, HEAD_BYTES),
    );
    decipher.setAAD(Buffer.from(belongsTo)).setAuthTag(sealed.subarray(-TAG_BYTES));
    return Buffer.concat([decipher.update(sealed.subarray(HEAD_BYTES, -TAG_BYTES)), decipher.final()]);
  }

  /** Sealed under an older version: to be sealed again at the next occasion. */
  isOutdated(sealed: Buffer): boolean {
    return keyIdOf(sealed) !== this.keys.field.current.id;
  }
}

function keyIdOf(sealed: Buffer): string {
  return sealed.subarray(1, 1 + ID_BYTES).toString('hex');
}
