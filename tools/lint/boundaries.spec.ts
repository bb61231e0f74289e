import { spawnSync } from 'node:child_process';

interface Linted {
  readonly path: string;
  readonly rules: readonly string[];
  readonly messages: readonly string[];
}

const BOUNDARY = '@nx/enforce-module-boundaries';

/** Each line: where the import would stand, and what it would import. */
const FORBIDDEN = [
  ['libs/budget/domain/src/probe.ts', "import 'typeorm';", 'pure code imports a package'],
  ['libs/budget/domain/src/probe.ts', "import '@wir/shared/api';", 'a domain imports the API base'],
  ['libs/budget/domain/src/probe.ts', "import '@wir/budget/api';", 'a domain imports its feature'],
  ['libs/budget/api/src/probe.ts', "import '@wir/decisions/api';", 'budget knows decisions'],
  ['libs/identity/domain/src/probe.ts', "import '@wir/applications/domain';", 'identity knows applications'],
  ['libs/decisions/api/src/probe.ts', "import '@wir/disbursements/api';", 'decisions knows disbursements'],
  ['libs/budget/api/src/probe.ts', "import '@wir/programme/api';", 'domains of one rank know each other'],
  ['libs/budget/api/src/probe.ts', "import '@angular/core';", 'Node code imports Angular'],
  ['libs/budget/api/src/probe.ts', "import '@wir/shared/ui';", 'Node code imports screens'],
  ['libs/shared/ui/src/probe.ts', "import '@nestjs/common';", 'browser code imports Nest'],
  ['libs/shared/ui/src/probe.ts', "import '@wir/budget/api';", 'a ui part imports an API'],
  ['libs/shared/kernel/src/probe.ts', "import '@wir/budget/domain';", 'the kernel imports a domain'],
  ['libs/budget/api/src/probe.ts', "import '../../../decisions/api/src/index';", 'a relative path leaves the lib'],
] as const;

const ALLOWED = [
  ['libs/decisions/api/src/probe.ts', "import '@wir/budget/api';"],
  ['libs/decisions/domain/src/probe.ts', "import '@wir/disbursements/domain';"],
  ['libs/budget/api/src/probe.ts', "import '@wir/shared/api';"],
  ['libs/budget/domain/src/probe.ts', "import '@wir/shared/kernel';"],
  ['libs/budget/domain/src/probe.spec.ts', "import 'fast-check';"],
  ['libs/shared/ui/src/probe.ts', "import '@angular/core';"],
] as const;

const REFUSED_SYNTAX = [
  ['libs/budget/domain/src/probe.ts', 'export const now = Date.now();', 'no-restricted-syntax'],
  ['libs/budget/api/src/probe.ts', "export const amount = parseFloat('1.5');", 'no-restricted-syntax'],
  [
    'libs/budget/api/src/probe.ts',
    'export const run = (dataSource: { manager: unknown }): unknown => dataSource.manager;',
    'no-restricted-syntax',
  ],
  ['libs/budget/api/src/index.ts', "export * from './probe';", 'no-restricted-syntax'],
  ['libs/budget/api/src/probe.ts', 'export const x: any = 1;', '@typescript-eslint/no-explicit-any'],
  [
    'libs/budget/api/src/probe.ts',
    'export const y = (s: string | null): number => s!.length;',
    '@typescript-eslint/no-non-null-assertion',
  ],
] as const;

function lint(probes: readonly (readonly [string, string, ...unknown[]])[]): Linted[] {
  const input = JSON.stringify(probes.map(([path, code]) => ({ path, code: `${code}\n` })));
  const { stdout, stderr, status } = spawnSync('node', ['tools/lint/lint-texts.mjs'], { input, encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout) as Linted[];
}

describe('the linter', () => {
  let answers: Linted[] = [];
  beforeAll(() => {
    answers = lint([...FORBIDDEN, ...ALLOWED, ...REFUSED_SYNTAX]);
  }, 120_000);

  it.each(FORBIDDEN.map((probe, index) => [probe[2], index] as const))('refuses it when %s', (_title, index) => {
    expect(answers[index]?.rules).toContain(BOUNDARY);
  });

  it.each(ALLOWED.map(([path, code], index) => [path, code, FORBIDDEN.length + index] as const))(
    'lets %s have %s',
    (_path, _code, index) => {
      expect(answers[index]?.rules).not.toContain(BOUNDARY);
    },
  );

  it.each(REFUSED_SYNTAX.map((probe, index) => [probe[1], probe[2], index] as const))(
    'refuses %s',
    (_code, rule, index) => {
      expect(answers[FORBIDDEN.length + ALLOWED.length + index]?.rules).toContain(rule);
    },
  );
});
