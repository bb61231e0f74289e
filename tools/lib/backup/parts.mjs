import { createCipheriv, createDecipheriv, createHash, createHmac, hkdfSync, randomBytes } from 'node:crypto';
import { createReadStream, createWriteStream, mkdirSync, readFileSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import { Refusal } from '../terminal.mjs';

/**
 * One file of a backup: compressed and, with a key, sealed by AES-256-GCM. Each part has a key of its own (HKDF of the
 * backup key, a fresh salt and the part's name), so that no nonce ever repeats and no part can stand for another.
 *
 * File: `WIRBK1` | salt 16 | nonce 12 | ciphertext | tag 16.
 */
const MAGIC = Buffer.from('WIRBK1');
const SALT = 16;
const NONCE = 12;
const TAG = 16;
const HEAD = MAGIC.length + SALT + NONCE;

/** @typedef {{ bytes: Buffer, id: string }} BackupKey */
/** @typedef {{ sha256: string, size: number, lines: number }} Digest of the content, before compression and seal */

/** @param {string | undefined} file @returns {BackupKey | undefined} */
export function readBackupKey(file) {
  if (file === undefined) return undefined;
  const text = readFileSync(file, 'utf8').trim();
  if (text.length < 43)
    throw new Refusal(`${file} enthält keinen Schlüssel: mindestens 43 zufällige Zeichen (256 Bit).`);
  return { bytes: Buffer.from(text), id: createHash('sha256').update(text).digest('hex').slice(0, 16) };
}

/** @param {BackupKey} key @param {Buffer} salt @param {string} purpose @returns {Buffer} */
const derived = (key, salt, purpose) => Buffer.from(hkdfSync('sha256', key.bytes, salt, `wir-backup:${purpose}`, 32));

/** @param {BackupKey} key @param {string} text @returns {string} proof that whoever wrote the manifest had the key */
export function proofOf(key, text) {
  return createHmac('sha256', derived(key, Buffer.alloc(SALT), 'manifest'))
    .update(text)
    .digest('hex');
}

/** Counts and hashes what flows through it. */
export class Meter extends Transform {
  #hash = createHash('sha256');
  #size = 0;
  #lines = 0;

  /** @override @param {Buffer} chunk @param {BufferEncoding} _encoding @param {import('node:stream').TransformCallback} done */
  _transform(chunk, _encoding, done) {
    this.#hash.update(chunk);
    this.#size += chunk.length;
    for (let at = chunk.indexOf(10); at >= 0; at = chunk.indexOf(10, at + 1)) this.#lines += 1;
    done(null, chunk);
  }

  /** @returns {Digest} */
  get digest() {
    return { sha256: this.#hash.digest('hex'), size: this.#size, lines: this.#lines };
  }
}

/**
 * @param {import('node:stream').Readable} content
 * @param {{ folder: string, name: string, key?: BackupKey, compress: boolean }} part
 * @returns {Promise<Digest>}
 */
export async function writePart(content, { folder, name, key, compress }) {
  const path = join(folder, name);
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  const meter = new Meter();
  const steps = [content, meter, ...(compress ? [createGzip()] : []), ...(key ? [seal(key, name)] : [])];
  await pipeline([...steps, createWriteStream(path, { flags: 'wx', mode: 0o600, flush: true })]);
  return meter.digest;
}

/** @param {BackupKey} key @param {string} name @returns {Transform} */
function seal(key, name) {
  const salt = randomBytes(SALT);
  const nonce = randomBytes(NONCE);
  const cipher = createCipheriv('aes-256-gcm', derived(key, salt, name), nonce);
  let begun = false;
  return new Transform({
    transform(chunk, _encoding, done) {
      if (!begun) this.push(Buffer.concat([MAGIC, salt, nonce]));
      begun = true;
      done(null, cipher.update(chunk));
    },
    flush(done) {
      if (!begun) this.push(Buffer.concat([MAGIC, salt, nonce]));
      this.push(cipher.final());
      done(null, cipher.getAuthTag());
    },
  });
}

/**
 * Sends the content of a part on to `target` and refuses when one byte is not what was saved. The end of an altered part
 * is noticed only when all of it has passed: whoever loads checks the whole backup before.
 *
 * @param {{ folder: string, name: string, key?: BackupKey, compress: boolean, sha256: string }} part
 * @param {NodeJS.WritableStream} target
 * @returns {Promise<Digest>}
 */
export async function readPart({ folder, name, key, compress, sha256 }, target) {
  const meter = new Meter();
  const path = join(folder, name);
  try {
    const source = key ? await unsealed(path, key, name) : [createReadStream(path)];
    await pipeline([...source, ...(compress ? [createGunzip()] : []), meter, target]);
  } catch (error) {
    if (error instanceof Refusal || /database|connection/i.test(String(error))) throw error;
    if ('severity' in Object(error)) throw error;
    throw new Refusal(`Der Teil »${name}« der Sicherung ist nicht lesbar (${error.message}).`);
  }
  const digest = meter.digest;
  if (digest.sha256 !== sha256) throw new Refusal(`Der Teil »${name}« der Sicherung ist verändert (SHA-256).`);
  return digest;
}

/** @param {string} path @param {BackupKey} key @param {string} name */
async function unsealed(path, key, name) {
  const file = await open(path, 'r');
  try {
    const { size } = await file.stat();
    const head = Buffer.alloc(HEAD);
    const tag = Buffer.alloc(TAG);
    await file.read(head, 0, HEAD, 0);
    await file.read(tag, 0, TAG, Math.max(0, size - TAG));
    if (size < HEAD + TAG || !head.subarray(0, MAGIC.length).equals(MAGIC))
      throw new Refusal(`Der Teil »${name}« ist nicht verschlüsselt, wie das Verzeichnis der Sicherung es sagt.`);
    const salt = head.subarray(MAGIC.length, MAGIC.length + SALT);
    const decipher = createDecipheriv('aes-256-gcm', derived(key, salt, name), head.subarray(MAGIC.length + SALT));
    decipher.setAuthTag(tag);
    const end = size - TAG - 1;
    return end < HEAD ? [emptyThrough(), decipher] : [createReadStream(path, { start: HEAD, end }), decipher];
  } finally {
    await file.close();
  }
}

function emptyThrough() {
  const stream = new Transform();
  stream.end();
  return stream;
}
