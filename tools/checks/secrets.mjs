import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { runCaptured } from '../lib/child.mjs';
import { inRoot, root } from '../lib/root.mjs';
import { secretFindings } from '../lib/supply/secrets.mjs';

const LARGEST = 1_000_000;
const NOT_TEXT = /\.(png|jpe?g|ico|webp|pdf|ttf|woff2?|zip|gz|wasm)$/i;
const NOT_OURS = /^(node_modules|dist|tmp|coverage|\.(git|data|nx|angular))(\/|$)|^package-lock\.json$/;

/** What git knows; without git everything that would be committed. @returns {Promise<string[]>} */
async function files() {
  const { code, output } = await runCaptured('git', ['-C', root, 'ls-files', '-co', '--exclude-standard', '-z']);
  const names = code === 0 ? output.split('\0') : walk(root).map((path) => relative(root, path));
  return names.filter((name) => name !== '' && !NOT_OURS.test(name) && !NOT_TEXT.test(name));
}

function walk(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (NOT_OURS.test(relative(root, path))) return [];
    if (entry.isDirectory()) return walk(path);
    return entry.isFile() ? [path] : [];
  });
}

const names = (await files()).filter(
  (name) => (statSync(inRoot(name), { throwIfNoEntry: false })?.size ?? 0) <= LARGEST,
);
const findings = names
  .filter((name) => statSync(inRoot(name), { throwIfNoEntry: false })?.isFile())
  .flatMap((name) => secretFindings(name, readFileSync(inRoot(name), 'utf8')));

process.stdout.write(
  findings.length === 0
    ? `${names.length} files: nothing that looks like a secret\n`
    : `${findings.map(({ file, line, kind }) => `${file}:${line} ${kind}`).join('\n')}\n`,
);
process.exitCode = findings.length === 0 ? 0 : 1;
