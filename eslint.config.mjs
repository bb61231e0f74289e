import { createProjectGraphAsync } from '@nx/devkit';
import nx from '@nx/eslint-plugin';
import angular from 'angular-eslint';
import prettier from 'eslint-config-prettier';
import tseslint from 'typescript-eslint';
import { boundaries } from './tools/lint/boundaries.mjs';
import { houseRules, specRules, syntaxBans, toolRules } from './tools/lint/house-rules.mjs';

// Without a graph @nx/enforce-module-boundaries skips itself in silence: the boundaries would be a picture only.
process.env['NX_DAEMON'] ??= 'false';
await createProjectGraphAsync({ exitOnError: false });

const BROWSER = ['libs/*/console/**', 'libs/shared/ui/**', 'apps/console/**'];
const ts = (folder) => `${folder}/**/*.ts`;
const always = [syntaxBans.everywhere, syntaxBans.types, syntaxBans.safety];
const bans = (...groups) => ['error', ...[...always, syntaxBans.tables, ...groups].flat()];
/** Modules that few may have, and those who do. */
const RESTRICTED = ['child_process', 'node:child_process', 'vm', 'node:vm', 'csv-stringify', 'csv-stringify/sync'];
const MAY_START_PROGRAMS = ['libs/documents/api/src/uploads/child-inspection.ts'];

export default tseslint.config(
  {
    ignores: [
      '**/node_modules',
      'dist',
      'tmp',
      '.nx',
      '.angular',
      '.data',
      'coverage',
      'apps/*/public',
      'libs/shared/contract/src/generated',
    ],
  },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },

  {
    files: ['**/*.ts'],
    extends: [...tseslint.configs.recommended, ...tseslint.configs.stylistic],
    plugins: { '@nx': nx },
    rules: { ...houseRules, ...boundaries(), 'no-restricted-syntax': bans() },
  },
  {
    files: [ts('libs/*/domain'), ts('libs/shared/kernel')],
    rules: { 'no-restricted-syntax': bans(syntaxBans.domain) },
  },
  {
    files: [ts('apps/api'), ts('libs/*/api')],
    ignores: ['libs/shared/api/**', '**/*.spec.ts', 'apps/api/src/migrate.ts', 'apps/api/src/seed-base.ts'],
    rules: { 'no-restricted-syntax': bans(syntaxBans.persistence) },
  },
  {
    // The one place where lines of a table are put together.
    files: ['libs/shared/kernel/src/csv.ts'],
    rules: { 'no-restricted-syntax': ['error', ...[...always, syntaxBans.domain].flat()] },
  },
  {
    files: [ts('apps/api'), ts('apps/console'), ts('libs')],
    ignores: ['**/*.spec.ts', 'libs/shared/testing/**', '**/testing/**', ...MAY_START_PROGRAMS],
    rules: { 'no-restricted-imports': ['error', { paths: RESTRICTED }] },
  },
  {
    files: ['libs/**/src/index.ts'],
    rules: { 'no-restricted-syntax': bans(syntaxBans.index) },
  },
  {
    files: BROWSER.map((pattern) => `${pattern}/*.ts`),
    extends: [...angular.configs.tsRecommended],
    processor: angular.processInlineTemplates,
  },
  {
    files: BROWSER.map((pattern) => `${pattern}/*.html`),
    extends: [...angular.configs.templateRecommended, ...angular.configs.templateAccessibility],
    rules: {
      '@angular-eslint/template/no-positive-tabindex': 'error',
      '@angular-eslint/template/button-has-type': 'error',
      '@angular-eslint/template/use-track-by-function': 'off',
    },
  },
  {
    files: [
      '**/*.spec.ts',
      '**/property-seed.ts',
      'libs/shared/testing/**/*.ts',
      'apps/*-e2e/**/*.ts',
      '**/test-setup.ts',
    ],
    rules: { ...specRules, ...boundaries({ specs: true }) },
  },
  {
    files: ['migrations/**/*.ts'],
    rules: { 'max-lines-per-function': 'off' },
  },
  {
    files: ['**/*.mjs', '**/*.js'],
    extends: [tseslint.configs.base],
    rules: toolRules,
  },
  prettier,
);
