import { existsSync, statfsSync } from 'node:fs';
import { dirname } from 'node:path';

/** @param {string} path that may not exist yet @returns {number} bytes an ordinary user may still write there */
export function freeBytes(path) {
  let folder = path;
  while (!existsSync(folder)) folder = dirname(folder);
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize;
}

/** @param {number} bytes @returns {string} for example `0,4 GB` */
export function gigabytes(bytes) {
  return `${(bytes / 1e9).toFixed(1).replace('.', ',')} GB`;
}
