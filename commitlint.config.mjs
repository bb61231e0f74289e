/** Scopes are the domains, and the few parts of the workspace that are none. */
const SCOPES = [
  ...['applications', 'audit', 'budget', 'decisions', 'disbursements', 'documents', 'identity'],
  ...['notifications', 'programme', 'proofs', 'records', 'reports'],
  ...['kernel', 'contract', 'api', 'console', 'ui', 'testing', 'platform'],
  ...['tools', 'workspace', 'adr', 'docs', 'glossary', 'deps', 'ci', 'e2e', 'security'],
];

export default {
  extends: ['@commitlint/config-conventional'],
  rules: {
    'scope-enum': [2, 'always', SCOPES],
    'scope-empty': [2, 'never'],
    'header-max-length': [2, 'always', 80],
    'subject-case': [2, 'never', ['sentence-case', 'start-case', 'pascal-case', 'upper-case']],
    'body-max-line-length': [0],
    'footer-max-line-length': [0],
  },
};
