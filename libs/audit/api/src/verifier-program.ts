import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const NAME = 'verify-audit.mjs';
let program: Buffer | undefined;

/** Beside the bundle in dist/api, else in the source tree. */
export function verifierProgram(): Buffer {
  const here = dirname(fileURLToPath(import.meta.url));
  const bundled = join(here, NAME);
  program ??= readFileSync(existsSync(bundled) ? bundled : resolve(here, '../../verifier', NAME));
  return program;
}
