import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Read by the API next to its settings; made once, kept with the data. */
export const KEY_FILES = {
  WIR_JWT_KEY_FILE: 'jwt-key',
  WIR_SYSTEM_KEY_FILE: 'system-key',
  WIR_PEPPER_KEY_FILE: 'pepper-key',
  WIR_FIELD_KEY_FILE: 'field-key',
  WIR_ANCHOR_KEY_FILE: 'anchor-key',
};

/** Keys of which two versions are accepted at a time, so that they are exchanged without an interruption. */
export const EXCHANGEABLE_KEYS = ['jwt-key', 'pepper-key', 'field-key', 'anchor-key'];

/**
 * A random text of 256 bits that is made on first use and kept in `<data>/secrets`, readable by its owner only.
 *
 * @param {string} dataDir
 * @param {string} name
 * @returns {{ file: string, value: string }}
 */
export function secret(dataDir, name) {
  const folder = join(dataDir, 'secrets');
  const file = join(folder, `${name}.txt`);
  if (!existsSync(file)) {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const aside = `${file}.${process.pid}`;
    writeFileSync(aside, `${randomBytes(32).toString('base64url')}\n`, { mode: 0o600 });
    renameSync(aside, file);
  }
  return { file, value: readFileSync(file, 'utf8').trim() };
}

/**
 * Environment with the paths of the keys; a key that the operator keeps elsewhere (`X` or `X_FILE`) is left to him.
 *
 * @param {string} dataDir
 * @param {Record<string, string | undefined>} [given]
 * @returns {Record<string, string>}
 */
export function keyFiles(dataDir, given = {}) {
  const own = Object.entries(KEY_FILES).filter(
    ([variable]) => !given[variable] && !given[variable.replace(/_FILE$/, '')],
  );
  const entries = own.map(([variable, name]) => [variable, secret(dataDir, name).file]);
  return Object.fromEntries(entries);
}

/**
 * Puts a new version in front; the one in use until now stays accepted. Running processes notice within a second.
 *
 * @param {string} file with one or two versions, one per line
 * @returns {void}
 */
export function exchangeKey(file) {
  const [current] = readFileSync(file, 'utf8').split(/\s+/).filter(Boolean);
  if (current === undefined) throw new Error(`${file} holds no key`);
  const aside = `${file}.${process.pid}`;
  writeFileSync(aside, `${randomBytes(32).toString('base64url')}\n${current}\n`, { mode: 0o600 });
  renameSync(aside, file);
}
