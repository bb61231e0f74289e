import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { APPLICATION_PERMISSIONS } from '@wir/applications/domain';
import { BUDGET_PERMISSIONS } from '@wir/budget/domain';
import { DECISION_PERMISSIONS } from '@wir/decisions/domain';
import { DISBURSEMENT_PERMISSIONS } from '@wir/disbursements/domain';
import { AUDIT_PERMISSIONS, IDENTITY_PERMISSIONS, TASK_PERMISSIONS } from '@wir/identity/domain';
import { RECORD_PERMISSIONS, RETENTION_PERMISSIONS } from '@wir/records/domain';
import { DOMAIN_ERROR_TEXTS } from '../errors/error-texts';
import { findTextFaults, readSources } from './find-text-faults';

const ROOT = join(__dirname, '../../../../..');
const LIBS = join(ROOT, 'libs');
const APP = join(ROOT, 'apps/console/src/app');

const domains = readdirSync(LIBS)
  .filter((domain) => existsSync(join(LIBS, domain, 'console/src/i18n/de.json')))
  .map((domain) => ({ scope: domain, folder: join(LIBS, domain, 'console/src') }));
const scopes = [
  { scope: 'shell', folder: APP },
  { scope: 'ui', folder: join(LIBS, 'shared/ui/src') },
  { scope: 'admin', folder: join(LIBS, 'identity/console/src/admin') },
  ...domains,
];

/** Codes of refusals and permissions look like keys and are none. */
const NO_KEYS = new Set(
  [
    DOMAIN_ERROR_TEXTS,
    APPLICATION_PERMISSIONS,
    BUDGET_PERMISSIONS,
    DECISION_PERMISSIONS,
    DISBURSEMENT_PERMISSIONS,
    AUDIT_PERMISSIONS,
    IDENTITY_PERMISSIONS,
    RECORD_PERMISSIONS,
    RETENTION_PERMISSIONS,
    TASK_PERMISSIONS,
  ].flatMap(Object.keys),
);

describe('the texts of the screens', () => {
  const consoles = readdirSync(LIBS).map((domain) => join(LIBS, domain, 'console/src'));
  const sources = [APP, join(LIBS, 'shared/ui/src'), ...consoles]
    .filter((folder) => existsSync(folder))
    .map(readSources)
    .join('\n');

  it.each(scopes)('of $scope are all there, all used and the same in both languages', ({ scope, folder }) => {
    const { missing, unused, onesided } = findTextFaults(scope, folder, sources);

    expect({ missing: missing.filter((key) => !NO_KEYS.has(key)), unused, onesided }).toEqual({
      missing: [],
      unused: [],
      onesided: [],
    });
  });
});

describe('the search for faults', () => {
  it('finds a missing, an unused and a one-sided key', () => {
    const faults = findTextFaults('shell', APP, "t('shell.product'); t('shell.nowhere'); t(`shell.nav.${name}`)");

    expect(faults.missing).toEqual(['shell.nowhere']);
    expect(faults.unused).toContain('shell.skip');
    expect(faults.unused).not.toContain('shell.product');
    expect(faults.unused.filter((key) => key.startsWith('shell.nav.'))).toEqual([]);
  });
});
