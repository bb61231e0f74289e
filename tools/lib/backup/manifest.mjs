import { timingSafeEqual } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Refusal } from '../terminal.mjs';
import { proofOf } from './parts.mjs';

/**
 * @typedef {import('./tables.mjs').Table & { part: string, sha256: string, size: number, rows: number }} SavedTable
 * @typedef {{ part: string, sha256: string, size: number }} SavedFile
 * @typedef {object} Manifest
 * @property {1} format
 * @property {string} takenAt moment of the snapshot
 * @property {number} seconds how long it took
 * @property {string} program version of the program
 * @property {string} postgres version of the server
 * @property {string | null} keyId null = not encrypted
 * @property {string[]} migrations
 * @property {SavedTable[]} tables
 * @property {import('./tables.mjs').Sequence[]} sequences
 * @property {SavedFile[]} files named in the rows; the name is the SHA-256
 * @property {SavedFile[]} anchors
 * @property {{ sequence: string, hash: string }} trail head of the audit trail
 */

const NAME = 'manifest.json';
const PROOF = 'manifest.hmac';

/** @param {string} folder @param {Manifest} manifest @param {import('./parts.mjs').BackupKey | undefined} key @returns {void} */
export function writeManifest(folder, manifest, key) {
  const text = `${JSON.stringify(manifest, null, 1)}\n`;
  writeFileSync(join(folder, NAME), text, { flag: 'wx', mode: 0o600, flush: true });
  if (key) writeFileSync(join(folder, PROOF), `${proofOf(key, text)}\n`, { flag: 'wx', mode: 0o600, flush: true });
}

/** @param {string} folder @param {import('./parts.mjs').BackupKey | undefined} key @returns {Manifest} */
export function readManifest(folder, key) {
  if (!existsSync(join(folder, NAME))) throw new Refusal(`${folder} ist keine vollständige Sicherung: ${NAME} fehlt.`);
  const text = readFileSync(join(folder, NAME), 'utf8');
  const manifest = /** @type {Manifest} */ (JSON.parse(text));
  if (manifest.format !== 1) throw new Refusal(`Das Format ${manifest.format} dieser Sicherung ist unbekannt.`);
  if (manifest.keyId !== null) demandKey(folder, manifest.keyId, key, text);
  return manifest;
}

function demandKey(folder, keyId, key, text) {
  if (key === undefined) throw new Refusal(`Diese Sicherung ist verschlüsselt (Schlüssel ${keyId}); --key-file fehlt.`);
  if (key.id !== keyId) throw new Refusal(`Diese Sicherung braucht den Schlüssel ${keyId}, angegeben ist ${key.id}.`);
  const given = Buffer.from(existsSync(join(folder, PROOF)) ? readFileSync(join(folder, PROOF), 'utf8').trim() : '');
  const wanted = Buffer.from(proofOf(key, text));
  if (given.length !== wanted.length || !timingSafeEqual(given, wanted))
    throw new Refusal('Das Verzeichnis der Sicherung (manifest.json) ist verändert.');
}
