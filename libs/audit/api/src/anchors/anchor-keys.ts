import { createHash, createPrivateKey, createPublicKey, sign, verify, type KeyObject } from 'node:crypto';
import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import { Injectable } from '@nestjs/common';
import { anchorText, type Anchor } from '@wir/audit/domain';
import { KeyRing, logger, Settings } from '@wir/shared/api';

/** DER head of an Ed25519 private key (RFC 8410); the 32 bytes of the key file follow it. */
const PKCS8_HEAD = Buffer.from('302e020100300506032b657004220420', 'hex');
const SEED_BYTES = 32;
const PEM = /-----BEGIN PUBLIC KEY-----[A-Za-z0-9+/=\s]{1,500}-----END PUBLIC KEY-----/g;

interface AnchorKey {
  readonly id: string;
  readonly publicKey: KeyObject;
  readonly privateKey: KeyObject;
}

/**
 * Keys that sign the state of the trail. They lie outside the database: whoever can rewrite the whole trail can still not
 * sign it. Public keys are kept beside the key file for good, so that old anchors can be checked after an exchange.
 */
@Injectable()
export class AnchorKeys {
  private readonly ring: KeyRing;
  private readonly publicFile: string;

  constructor(settings: Settings) {
    this.ring = new KeyRing(settings.anchorKey);
    this.publicFile = settings.anchorKey.file.replace(/(\.txt)?$/, '.pub.pem');
  }

  /** Null when this process has no key: then it leaves anchoring to others. */
  current(): AnchorKey | null {
    try {
      return anchorKeyOf(this.ring.current.bytes);
    } catch {
      return null;
    }
  }

  signed(state: Pick<Anchor, 'day' | 'sequence' | 'head'>): Anchor | null {
    const key = this.current();
    if (key === null) return null;
    this.keep(key);
    const signature = sign(null, Buffer.from(anchorText(state)), key.privateKey).toString('base64');
    return { ...state, keyId: key.id, signature };
  }

  /** A process that knows no key at all cannot tell; it compares the anchors with the chain only (`keyId` is then null). */
  isSignedByUs(anchor: Anchor): boolean {
    const known = this.publicKeys();
    if (known.size === 0) return true;
    const key = known.get(anchor.keyId);
    const text = Buffer.from(anchorText(anchor));
    return key !== undefined && verify(null, text, key, Buffer.from(anchor.signature, 'base64'));
  }

  /** The public keys (all ever used, or those named), the newest last, as one PEM text; null when there is none. */
  publicPem(wanted?: ReadonlySet<string>): string | null {
    const keys = [...this.publicKeys()].filter(([id]) => wanted?.has(id) ?? true);
    return keys.length === 0 ? null : keys.map(([, key]) => pemOf(key)).join('');
  }

  private publicKeys(): Map<string, KeyObject> {
    const kept = [...this.keptPem().matchAll(PEM)].map(([pem]) => createPublicKey(pem));
    const own = this.current() === null ? [] : this.ring.all().map(({ bytes }) => anchorKeyOf(bytes).publicKey);
    return new Map([...kept, ...own.toReversed()].map((key) => [keyIdOf(key), key]));
  }

  private keptPem(): string {
    return existsSync(this.publicFile) ? readFileSync(this.publicFile, 'utf8') : '';
  }

  private keep({ publicKey }: AnchorKey): void {
    const pem = pemOf(publicKey);
    if (this.keptPem().includes(pem)) return;
    try {
      appendFileSync(this.publicFile, pem, { mode: 0o644 });
    } catch {
      logger.warn({ file: this.publicFile }, 'the public anchor key could not be kept beside the key');
    }
  }
}

function anchorKeyOf(seed: Buffer): AnchorKey {
  const der = Buffer.concat([PKCS8_HEAD, seed.subarray(0, SEED_BYTES)]);
  const privateKey = createPrivateKey({ key: der, format: 'der', type: 'pkcs8' });
  const publicKey = createPublicKey(privateKey);
  return { id: keyIdOf(publicKey), publicKey, privateKey };
}

function keyIdOf(key: KeyObject): string {
  return createHash('sha256')
    .update(key.export({ type: 'spki', format: 'der' }))
    .digest('hex')
    .slice(0, 16);
}

function pemOf(key: KeyObject): string {
  return key.export({ type: 'spki', format: 'pem' }).toString();
}
