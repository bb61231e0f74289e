import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { isErrorCode } from '@wir/shared/console';
import { DOMAIN_ERROR_TEXTS, registerErrorTexts } from './error-texts';

const LIBS = join(__dirname, '../../../../../libs');
const REFUSAL = /new (?:DomainError|HttpProblem)\(\s*(?:'[a-z-]+'|\d{3}),\s*'([a-z-]+\.[a-z-]+)'/g;
/** Faults of a program or of the start-up that no screen can meet. */
const NEVER_SHOWN: readonly string[] = [];

function refusedCodes(): string[] {
  const files = readdirSync(LIBS, { recursive: true, withFileTypes: true }).filter(
    (entry) => entry.isFile() && entry.name.endsWith('.ts') && !entry.name.endsWith('.spec.ts'),
  );
  const codes = files.flatMap((entry) =>
    [...readFileSync(join(entry.parentPath, entry.name), 'utf8').matchAll(REFUSAL)].map(([, code]) => code ?? ''),
  );
  return [...new Set(codes)].sort();
}

describe('a refusal', () => {
  beforeAll(() => registerErrorTexts());

  it('has a sentence in both languages, whichever code the API throws', () => {
    expect(refusedCodes().filter((code) => !isErrorCode(code) && !NEVER_SHOWN.includes(code))).toEqual([]);
  });

  it('fills the same gaps in both languages', () => {
    const gaps = (text: string): string => (text.match(/\{\w+\}/g) ?? []).sort().join();
    const differing = Object.entries(DOMAIN_ERROR_TEXTS).filter(([, { de, en }]) => gaps(de) !== gaps(en));

    expect(differing.map(([code]) => code)).toEqual([]);
  });
});
