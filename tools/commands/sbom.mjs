import { mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { dirname, isAbsolute, join } from 'node:path';
import { parseArgs } from 'node:util';
import { runCaptured } from '../lib/child.mjs';
import { inRoot, root } from '../lib/root.mjs';
import { Refusal, say } from '../lib/terminal.mjs';

/**
 * `npm run sbom [-- --to <file>] [--runtime]`: the parts list (CycloneDX 1.6) out of the lock file. The same lock gives the same
 * bytes, so it is made when it is needed and not committed.
 *
 * @param {readonly string[]} args
 * @returns {Promise<number>}
 */
export async function run(args) {
  const { values } = parseArgs({ args: [...args], options: { to: { type: 'string' }, runtime: { type: 'boolean' } } });
  const to = values.to ?? 'dist/sbom.cdx.json';
  const file = isAbsolute(to) ? to : join(root, to);
  const bom = await writeSbom(file, values.runtime === true);
  say(`${file}: ${bom.components.length} Bestandteile, CycloneDX ${bom.specVersion}`);
  return 0;
}

/** @param {string} file @param {boolean} runtimeOnly without what only builds and tests @returns {Promise<{ specVersion: string, components: { name: string, version: string }[] }>} */
export async function writeSbom(file, runtimeOnly) {
  mkdirSync(dirname(file), { recursive: true });
  const aside = `${file}.${process.pid}`;
  const options = [
    '--package-lock-only',
    '--output-reproducible',
    '--of',
    'JSON',
    '--sv',
    '1.6',
    '--mc-type',
    'application',
  ];
  try {
    const { code, output } = await runCaptured('cyclonedx-npm', [
      ...options,
      ...(runtimeOnly ? ['--omit', 'dev'] : []),
      '-o',
      aside,
      inRoot('package.json'),
    ]);
    if (code !== 0) throw new Refusal(`Die Stückliste ließ sich nicht erzeugen:\n${output}`);
    const bom = JSON.parse(readFileSync(aside, 'utf8'));
    renameSync(aside, file);
    return bom;
  } finally {
    rmSync(aside, { force: true });
  }
}
