import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const SKIPPED = new Set(['node_modules', 'dist', '.nx', '.angular', 'tmp', 'coverage']);

/** @param {string} path @param {string[]} found @returns {string[]} all files below a path, in a stable order */
function collect(path, found) {
  if (!existsSync(path)) return found;
  if (statSync(path).isFile()) {
    found.push(path);
    return found;
  }
  const entries = readdirSync(path, { withFileTypes: true });
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    if (!SKIPPED.has(entry.name)) collect(join(path, entry.name), found);
  }
  return found;
}

/**
 * Content hash of files and folders. Content instead of modification times, because a fresh checkout or a branch
 * switch changes times of files that are the same.
 *
 * @param {string} base
 * @param {readonly string[]} paths relative to `base`
 * @param {(path: string) => boolean} [wanted]
 * @returns {string}
 */
export function hashOf(base, paths, wanted = () => true) {
  const hash = createHash('sha256');
  for (const path of paths.flatMap((each) => collect(join(base, each), []))) {
    const name = path.slice(base.length);
    if (wanted(name)) hash.update(name).update('\0').update(readFileSync(path)).update('\0');
  }
  return hash.digest('hex');
}

/** @param {string} file @returns {string | undefined} */
export function readStamp(file) {
  return existsSync(file) ? readFileSync(file, 'utf8').trim() : undefined;
}

/** @param {string} file @param {string} value @returns {void} */
export function writeStamp(file, value) {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `${value}\n`);
}
