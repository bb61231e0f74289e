import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { bundledPackages, REQUIRE_BANNER } from './lib/bundled-packages.mjs';
import { buildInspector } from './lib/inspector-bundle.mjs';
import { inRoot, root } from './lib/root.mjs';
import { hashOf, readStamp, writeStamp } from './lib/stamp.mjs';
import { swcDecorators, workspaceAliases } from './lib/swc-plugin.mjs';

const ENTRIES = ['main', 'migrate', 'seed-base', 'first-admin'];
const SOURCES = ['apps/api', 'libs', 'migrations', 'tools/build-api.mjs', 'tools/lib', 'tsconfig.base.json'];
const ASSETS = [
  ['libs/documents/templates', 'templates'],
  // Handed out to whoever wants to check the trail without us.
  ['libs/audit/verifier/verify-audit.mjs', 'verify-audit.mjs'],
  // Run after a restore, also where the sources are not.
  ['libs/budget/api/src/data/reconcile.sql', 'reconcile.sql'],
];

/** @param {string} name @returns {boolean} whether a source can change the API bundle */
const matters = (name) => !/\/console\/|\/shared\/ui\/|\/shared\/testing\/|\.spec\.(ts|mjs)$/.test(name);

/** @returns {string} hash of everything the API bundle is made of */
export const apiHash = () => hashOf(root, [...SOURCES, 'package-lock.json'], matters);

/** @returns {string[]} the entries that exist in this checkout */
export const apiEntries = () => ENTRIES.filter((name) => existsSync(inRoot(`apps/api/src/${name}.ts`)));

/**
 * Options shared by the one-off build and the watcher.
 *
 * @param {readonly string[]} entries
 * @param {string} outdir
 * @param {{ faultPoints?: boolean }} [options] whether the process can be told to die at named places (fault tests only)
 * @returns {import('esbuild').BuildOptions}
 */
export function apiBuildOptions(entries, outdir, { faultPoints = false } = {}) {
  const { compilerOptions } = JSON.parse(readFileSync(inRoot('tsconfig.base.json'), 'utf8'));
  return {
    absWorkingDir: root,
    entryPoints: entries.map((name) => ({
      in: inRoot(`apps/api/src/${name}.ts`),
      out: name === 'main' ? 'server' : name,
    })),
    outdir,
    bundle: true,
    splitting: true,
    chunkNames: 'chunk-[hash]',
    format: 'esm',
    platform: 'node',
    target: 'node24',
    banner: { js: REQUIRE_BANNER },
    sourcemap: 'linked',
    outExtension: { '.js': '.mjs' },
    keepNames: true,
    define: { WIR_FAULT_POINTS: String(faultPoints) },
    logLevel: 'silent',
    loader: { '.csv': 'text', '.sql': 'text' },
    tsconfigRaw: { compilerOptions: { experimentalDecorators: true, useDefineForClassFields: false } },
    plugins: [bundledPackages(), workspaceAliases(compilerOptions.paths), swcDecorators()],
  };
}

/** Adds to a bundle what is no part of it: shim, templates, the program that looks into uploads. @param {string} outdir @returns {Promise<void>} */
export async function finishApiBundle(outdir) {
  cpSync(inRoot('tools/lib/api-shim.mjs'), join(outdir, 'main.mjs'));
  for (const [from, to] of ASSETS) {
    if (existsSync(inRoot(from))) cpSync(inRoot(from), join(outdir, to), { recursive: true });
  }
  await buildInspector(outdir);
}

/**
 * Bundles into a fresh folder and moves it into place at the end: a build that breaks, or two at once,
 * never leave half a bundle behind.
 *
 * @param {{ entries?: readonly string[], outdir?: string, faultPoints?: boolean }} [options]
 * @returns {Promise<string>} the folder with the bundle
 */
export async function buildApi({ entries = apiEntries(), outdir = inRoot('dist/api'), faultPoints = false } = {}) {
  if (entries.length === 0) throw new Error('Nothing to build: apps/api/src/main.ts is missing');
  mkdirSync(inRoot('dist'), { recursive: true });
  const fresh = mkdtempSync(join(inRoot('dist'), '.api-'));
  try {
    await build(apiBuildOptions(entries, fresh, { faultPoints }));
    await finishApiBundle(fresh);
    replaceFolder(outdir, fresh);
  } finally {
    rmSync(fresh, { recursive: true, force: true });
  }
  return outdir;
}

/** Moves new files in before old ones go, so that a running process still finds its chunks meanwhile. */
function replaceFolder(outdir, fresh) {
  mkdirSync(outdir, { recursive: true });
  const names = new Set(readdirSync(fresh));
  for (const name of names) {
    if (existsSync(join(outdir, name)) && !name.includes('.')) rmSync(join(outdir, name), { recursive: true });
    renameSync(join(fresh, name), join(outdir, name));
  }
  for (const name of readdirSync(outdir)) if (!names.has(name)) rmSync(join(outdir, name), { recursive: true });
}

/** @param {boolean} faultPoints @returns {string} */
const outdirOf = (faultPoints) => inRoot(faultPoints ? 'dist/api-faults' : 'dist/api');

/**
 * @param {{ force?: boolean, faultPoints?: boolean }} [options]
 * @returns {Promise<boolean>} whether a build was needed
 */
export async function buildApiWhenStale({ force = false, faultPoints = false } = {}) {
  const outdir = outdirOf(faultPoints);
  const stampFile = inRoot(faultPoints ? 'dist/.stamp-api-faults' : 'dist/.stamp-api');
  const hash = apiHash();
  if (!force && readStamp(stampFile) === hash && existsSync(join(outdir, 'main.mjs'))) return false;
  rmSync(stampFile, { force: true });
  await buildApi({ outdir, faultPoints });
  writeStamp(stampFile, hash);
  return true;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const started = performance.now();
  const { formatMessages } = await import('esbuild');
  try {
    const faultPoints = process.argv.includes('--fault-points');
    await buildApiWhenStale({ force: true, faultPoints });
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    process.stdout.write(`${relative(root, outdirOf(faultPoints))} built in ${seconds} s\n`);
  } catch (error) {
    const lines = await formatMessages(error.errors ?? [{ text: String(error) }], {
      kind: 'error',
      color: process.stdout.isTTY,
    });
    process.stderr.write(lines.join('\n'));
    process.exitCode = 1;
  }
}
