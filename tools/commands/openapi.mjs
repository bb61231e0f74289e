import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { node, runCaptured } from '../lib/child.mjs';
import { buildWhenStale } from '../lib/builds.mjs';
import { inRoot, root } from '../lib/root.mjs';
import { Refusal, say } from '../lib/terminal.mjs';

const CONTRACT = inRoot('libs/shared/contract/openapi.json');
const GENERATED = inRoot('libs/shared/contract/src/generated');

/**
 * `npm run openapi` writes the contract from the controllers and the console's types from the contract.
 * With `--check` nothing is written; a difference is a failure.
 *
 * @param {readonly string[]} args
 * @returns {Promise<number>}
 */
export async function run(args) {
  await buildWhenStale({ console: false });
  const contract = await printContract();
  mkdirSync(inRoot('tmp'), { recursive: true });
  const scratch = mkdtempSync(inRoot('tmp', 'openapi-'));
  try {
    const input = join(scratch, 'openapi.json');
    const output = join(scratch, 'generated');
    writeFileSync(input, contract);
    await generateModels(input, output);
    return args.includes('--check') ? compare(contract, output) : write(contract, output);
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

/** @returns {Promise<string>} two spaces and sorted as Nest lists it, so that a change shows as a small diff */
async function printContract() {
  const { code, output } = await runCaptured(node(), [inRoot('dist/api/main.mjs'), '--print-openapi'], {
    NODE_NO_WARNINGS: '1',
  });
  const start = output.indexOf('{');
  if (code !== 0 || start < 0) throw new Refusal(`Die API gibt ihren Vertrag nicht aus:\n${output}`);
  return `${JSON.stringify(JSON.parse(output.slice(start)), null, 2)}\n`;
}

async function generateModels(input, output) {
  const options = ['--services=false', '--enumStyle=alias', '--ignoreUnusedModels=false', '--silent=true'];
  const { code, output: text } = await runCaptured('ng-openapi-gen', [
    '--input',
    input,
    '--output',
    output,
    ...options,
  ]);
  if (code !== 0) throw new Refusal(`Die Typen ließen sich nicht erzeugen:\n${text}`);
}

/** @param {string} folder @returns {Map<string, string>} relative path → content */
function filesOf(folder) {
  if (!existsSync(folder)) return new Map();
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = entries.map((entry) => relative(folder, join(entry.parentPath, entry.name)));
  // Only the types: the console's clients are written by hand.
  return new Map(
    paths.filter((path) => /^models/.test(path)).map((path) => [path, readFileSync(join(folder, path), 'utf8')]),
  );
}

function compare(contract, output) {
  const stale = [];
  if (!existsSync(CONTRACT) || readFileSync(CONTRACT, 'utf8') !== contract) stale.push(relative(root, CONTRACT));
  const fresh = filesOf(output);
  const committed = filesOf(GENERATED);
  for (const name of new Set([...fresh.keys(), ...committed.keys()])) {
    if (fresh.get(name) !== committed.get(name)) stale.push(relative(root, join(GENERATED, name)));
  }
  if (stale.length === 0) {
    say('openapi.json and the generated types are up to date');
    return 0;
  }
  say(`Stale, run "npm run openapi" and commit:\n  ${stale.join('\n  ')}`);
  return 1;
}

function write(contract, output) {
  writeFileSync(CONTRACT, contract);
  rmSync(GENERATED, { recursive: true, force: true });
  for (const [name, content] of filesOf(output)) {
    const path = join(GENERATED, name);
    mkdirSync(join(path, '..'), { recursive: true });
    writeFileSync(path, content);
  }
  say(`${relative(root, CONTRACT)} and ${relative(root, GENERATED)} written`);
  return 0;
}
