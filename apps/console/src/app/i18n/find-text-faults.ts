import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

export interface TextFaults {
  /** Asked for in the code, absent in the file. */
  readonly missing: readonly string[];
  /** In the file, asked for nowhere. */
  readonly unused: readonly string[];
  /** In one language only, or with other gaps (`{{name}}`). */
  readonly onesided: readonly string[];
}

/** Compares the texts of one scope (`<folder>/i18n/de.json`, `en.json`) with the keys in the sources of all folders. */
export function findTextFaults(scope: string, folder: string, sources: string): TextFaults {
  const german = flatten(scope, readJson(join(folder, 'i18n/de.json')));
  const english = flatten(scope, readJson(join(folder, 'i18n/en.json')));
  // Keys are literals in any quotes; one that is put together ends in a dot before the gap or the plus.
  const keys = new Set(
    [...sources.matchAll(new RegExp(`['"\`](${scope}(?:\\.[\\w-]+)+)['"\`]`, 'g'))].map(([, key]) => key ?? ''),
  );
  const heads = [...sources.matchAll(new RegExp(`['"\`](${scope}(?:\\.[\\w-]+)*\\.)(?:\\$\\{|['"]\\s*\\+)`, 'g'))].map(
    ([, head]) => head ?? '',
  );
  return {
    missing: [...keys].filter((key) => !german.has(key)),
    unused: [...german.keys()].filter((key) => !keys.has(key) && !heads.some((head) => key.startsWith(head))),
    onesided: [...new Set([...german.keys(), ...english.keys()])].filter(
      (key) => gaps(german.get(key)) !== gaps(english.get(key)),
    ),
  };
}

/** Every TypeScript and HTML file below a folder, joined; specs aside. */
export function readSources(folder: string): string {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(ts|html)$/.test(entry.name) && !entry.name.endsWith('.spec.ts'))
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'))
    .join('\n');
}

function readJson(file: string): unknown {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
}

function flatten(head: string, value: unknown, found = new Map<string, string>()): Map<string, string> {
  if (typeof value === 'string') found.set(head, value);
  else if (typeof value === 'object' && value !== null)
    for (const [key, inner] of Object.entries(value)) flatten(`${head}.${key}`, inner, found);
  return found;
}

function gaps(text: string | undefined): string | undefined {
  return (
    text
      ?.match(/\{\{\s*\w+\s*\}\}/g)
      ?.map((gap) => gap.replace(/\s/g, ''))
      .sort()
      .join() ?? (text === undefined ? undefined : '')
  );
}
