import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { bundledPackages, REQUIRE_BANNER } from '../../lib/bundled-packages.mjs';
import { inRoot, root } from '../../lib/root.mjs';
import { swcDecorators, workspaceAliases } from '../../lib/swc-plugin.mjs';

/**
 * Bundles a program of this folder together with the TypeScript it imports and loads it.
 *
 * @param {string} file below tools/bench
 * @returns {Promise<Record<string, any>>} its exports
 */
export async function importWithSources(file) {
  const { compilerOptions } = JSON.parse(readFileSync(inRoot('tsconfig.base.json'), 'utf8'));
  mkdirSync(inRoot('tmp'), { recursive: true });
  const folder = mkdtempSync(inRoot('tmp', 'bench-'));
  try {
    const outfile = join(folder, 'bundle.mjs');
    await build({
      absWorkingDir: root,
      entryPoints: [inRoot('tools/bench', file)],
      outfile,
      bundle: true,
      format: 'esm',
      platform: 'node',
      target: 'node24',
      banner: { js: REQUIRE_BANNER },
      keepNames: true,
      logLevel: 'silent',
      loader: { '.csv': 'text', '.sql': 'text' },
      tsconfigRaw: { compilerOptions: { experimentalDecorators: true, useDefineForClassFields: false } },
      plugins: [bundledPackages(), workspaceAliases(compilerOptions.paths), swcDecorators()],
    });
    return await import(pathToFileURL(outfile).href);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * The SQL of the measured routes, as the product itself would send it.
 *
 * @returns {Promise<{ list: { sql: string, values: unknown[] }, detail: string, insertApplication: string, budget: string,
 *   lockYears: string, insertTransfers: string, transferRows: string, checkCodes: string[] }>}
 */
export async function captureStatements() {
  const { capture } = await importWithSources('setup/captured-statements.mjs');
  return capture();
}
