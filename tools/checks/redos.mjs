import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { checkSync } from 'recheck';
import ts from 'typescript';
import { inRoot, root } from '../lib/root.mjs';

/** Enough for any expression of the house; one that needs more is too clever to stay. */
const PATIENCE_MS = 10_000;

/**
 * Every regular expression of the source, literal or made from a literal text, is searched for inputs that take it
 * exponential or high polynomial time. Tests may be as slow as they like.
 */
function expressionsIn(file) {
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true);
  const found = [];
  const add = (node, pattern, flags) => {
    const { line } = source.getLineAndCharacterOfPosition(node.getStart());
    found.push({ place: `${relative(root, file)}:${line + 1}`, pattern, flags });
  };
  const visit = (node) => {
    if (ts.isRegularExpressionLiteral(node)) {
      const end = node.text.lastIndexOf('/');
      add(node, node.text.slice(1, end), node.text.slice(end + 1));
    }
    if (ts.isNewExpression(node) && node.expression.getText() === 'RegExp') {
      const [pattern, flags] = node.arguments ?? [];
      if (pattern && ts.isStringLiteralLike(pattern)) add(node, pattern.text, flags?.text ?? '');
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

/** Looked at by a person: why no text from outside can be long enough. */
const HARMLESS = new Map([
  [String.raw`/\B(?=(\d{3})+$)/g`, 'digits of an amount, 16 at most'],
  [
    String.raw`/\/Type\s*\/Pages\b[^>]*?\/Count\s+(\d+)|\/Count\s+(\d+)[^>]*?\/Type\s*\/Pages\b/g`,
    'a letter made by our own server, read in the browser of its reader',
  ],
]);

/** What we wrote and ship; nothing generated, no tests. */
function sourceFiles() {
  return ['apps', 'libs', 'migrations'].flatMap((folder) =>
    readdirSync(inRoot(folder), { recursive: true })
      .map((name) => join(inRoot(folder), name))
      .filter((name) => /\.(ts|mjs|js)$/.test(name) && !/\.spec\.ts$|-e2e\/|\/testing\/|\/generated\//.test(name)),
  );
}

const all = sourceFiles().flatMap(expressionsIn);
const byPattern = Map.groupBy(all, ({ pattern, flags }) => `/${pattern}/${flags}`);
const faults = [];
for (const [shown, places] of byPattern) {
  if (HARMLESS.has(shown)) continue;
  const [{ pattern, flags }] = places;
  const { status, complexity } = checkSync(pattern, flags.replaceAll(/[dv]/g, ''), { timeout: PATIENCE_MS });
  if (status !== 'safe')
    faults.push(
      `${places.map(({ place }) => place).join(', ')}: ${shown} is ${status} (${complexity?.summary ?? '?'})`,
    );
}
process.stdout.write(`${byPattern.size} expressions in ${all.length} places looked into\n`);
for (const fault of faults) process.stdout.write(`✗ ${fault}\n`);
process.exitCode = faults.length > 0 ? 1 : 0;
