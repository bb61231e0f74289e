/**
 * Who may import whom. The order is that of docs/adr/0002-domain-order.md: layers by `type:`, where code may run by
 * `platform:`, and the order of the domains by `domain:`. A project obeys all three.
 */
const LAYERS = {
  app: ['app', 'feature', 'ui', 'domain', 'util'],
  feature: ['feature', 'ui', 'domain', 'util'],
  ui: ['ui', 'domain', 'util'],
  util: ['util', 'domain'],
  domain: ['domain'],
};

/** Each domain with those it may know. Domains of one rank do not know each other. */
const RANKS = [
  ['shared'],
  ['audit'],
  ['identity'],
  ['documents'],
  ['notifications'],
  ['programme', 'budget'],
  ['applications'],
  ['decisions'],
  ['disbursements'],
  ['records'],
  ['proofs'],
];

/**
 * One lib stands lower than its domain: decisions and disbursements share the states of award and bank account, so
 * the pure rules of disbursements come before decisions, their API after.
 *
 * @type {Record<string, readonly string[]>}
 */
const EXTRA = { decisions: ['order:before-decisions'] };

const BROWSER_BANS = [
  '@nestjs/*',
  'typeorm',
  'class-validator',
  'class-transformer',
  'pg',
  'pg-boss',
  'pino',
  'node:*',
];
const NODE_BANS = ['@angular/*', '@jsverse/*', 'ngx-echarts', 'echarts'];

/** @param {string} prefix @param {readonly string[]} names */
const tags = (prefix, names) => names.map((name) => `${prefix}:${name}`);

function domainConstraints() {
  return RANKS.flatMap((rank, index) => {
    const below = RANKS.slice(0, index).flat();
    return rank.map((domain) => ({
      sourceTag: `domain:${domain}`,
      onlyDependOnLibsWithTags: [...tags('domain', [domain, ...below]), ...(EXTRA[domain] ?? [])],
    }));
  });
}

/** @param {{ specs?: boolean }} [options] specs may use test libraries, also beside pure code */
export function constraints({ specs = false } = {}) {
  const layers = Object.entries(LAYERS).map(([layer, allowed]) => ({
    sourceTag: `type:${layer}`,
    onlyDependOnLibsWithTags: tags('type', specs ? [...allowed, 'util'] : allowed),
    ...(layer === 'domain' && !specs ? { allowedExternalImports: [] } : {}),
  }));
  const anywhere = specs ? ['any', 'node'] : ['any'];
  return [
    ...layers,
    { sourceTag: 'platform:any', onlyDependOnLibsWithTags: tags('platform', anywhere) },
    {
      sourceTag: 'platform:browser',
      onlyDependOnLibsWithTags: tags('platform', ['browser', 'any']),
      bannedExternalImports: BROWSER_BANS,
    },
    {
      sourceTag: 'platform:node',
      onlyDependOnLibsWithTags: tags('platform', ['node', 'any']),
      bannedExternalImports: NODE_BANS,
    },
    ...domainConstraints(),
    // Reports read what others define and change nothing: their domain libs and SQL views only.
    { sourceTag: 'domain:reports', onlyDependOnLibsWithTags: ['domain:reports', 'domain:shared', 'type:domain'] },
  ];
}

/** @param {{ specs?: boolean }} [options] @returns {Record<string, unknown>} the ESLint rule */
export function boundaries(options) {
  return {
    '@nx/enforce-module-boundaries': [
      'error',
      {
        enforceBuildableLibDependency: false,
        allowCircularSelfDependency: false,
        banTransitiveDependencies: false,
        // The schema and the list of applicants are data that belong to no code of a domain.
        allow: ['../../../migrations', '../../../libs/programme/api/src/data/applicants.csv'],
        depConstraints: constraints(options),
      },
    ],
  };
}
