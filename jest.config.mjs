import { readFileSync } from 'node:fs';

const { compilerOptions } = JSON.parse(readFileSync(new URL('./tsconfig.base.json', import.meta.url), 'utf8'));
const moduleNameMapper = Object.fromEntries(
  Object.entries(compilerOptions.paths).map(([alias, [target]]) => [`^${alias}$`, target.replace('./', '<rootDir>/')]),
);
const swc = [
  '@swc/jest',
  {
    jsc: {
      target: 'es2022',
      parser: { syntax: 'typescript', decorators: true },
      transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
    },
    module: { type: 'commonjs' },
  },
];
const node = {
  rootDir: import.meta.dirname,
  testEnvironment: 'node',
  transform: { '\\.(sql|csv)$': '<rootDir>/tools/lib/jest-text.cjs', '^.+\\.(ts|js|mjs)$': swc },
  transformIgnorePatterns: [
    '/node_modules/(?!(@nestjs|@faker-js|pg-boss|serialize-error|non-error|file-type|strtok3|token-types|@borewit|@tokenizer|uint8array-extras|sepa|csv-parse|csv-stringify)/)',
  ],
  moduleNameMapper,
};
const browserRoots = ['<rootDir>/libs/*/console', '<rootDir>/libs/shared/ui', '<rootDir>/apps/console'];
const browserPattern = 'libs/[^/]+/console/|libs/shared/ui/|apps/console/';

export default {
  projects: [
    {
      ...node,
      displayName: 'unit',
      testMatch: ['<rootDir>/{apps,libs,tools,migrations}/**/*.spec.ts'],
      testPathIgnorePatterns: [
        '/node_modules/',
        '/dist/',
        '\\.db\\.spec\\.ts$',
        '\\.http\\.spec\\.ts$',
        'apps/api-e2e',
        'apps/console-e2e',
        browserPattern,
      ],
    },
    {
      ...node,
      displayName: 'db',
      testMatch: ['<rootDir>/{apps,libs,migrations}/**/*.db.spec.ts'],
      globalSetup: '<rootDir>/libs/shared/testing/src/start-postgres.mjs',
      globalTeardown: '<rootDir>/libs/shared/testing/src/stop-postgres.mjs',
    },
    {
      ...node,
      displayName: 'http',
      testMatch: ['<rootDir>/apps/api-e2e/src/**/*.spec.ts'],
      globalSetup: '<rootDir>/libs/shared/testing/src/start-postgres.mjs',
      globalTeardown: '<rootDir>/libs/shared/testing/src/stop-postgres.mjs',
    },
    {
      ...node,
      displayName: 'browser',
      testMatch: ['<rootDir>/apps/console-e2e/src/**/*.spec.ts'],
      globalSetup: '<rootDir>/libs/shared/testing/src/start-postgres.mjs',
      globalTeardown: '<rootDir>/libs/shared/testing/src/stop-postgres.mjs',
    },
    {
      displayName: 'console',
      rootDir: import.meta.dirname,
      preset: 'jest-preset-angular',
      testEnvironment: 'jsdom',
      testMatch: browserRoots.map((root) => `${root}/**/*.spec.ts`),
      setupFilesAfterEnv: ['<rootDir>/apps/console/test-setup.ts'],
      moduleNameMapper,
      transform: {
        '^.+\\.(ts|js|mjs|html|svg)$': [
          'jest-preset-angular',
          { tsconfig: '<rootDir>/apps/console/tsconfig.spec.json', stringifyContentPathRegex: '\\.(html|svg)$' },
        ],
      },
      transformIgnorePatterns: ['/node_modules/(?!(.*\\.mjs$|@jsverse|ngx-echarts|echarts|zrender|@angular))'],
    },
  ],
};
