import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isAllowed, licenceFindings, originFindings, scriptFindings } from './packages.mjs';

const sha512 = `sha512-${'A'.repeat(86)}==`;
const lockOf = (path: string, locked: object): Parameters<typeof licenceFindings>[0] => ({
  packages: { '': { version: '0' }, [path]: { version: '1.0.0', license: 'MIT', integrity: sha512, ...locked } },
});

describe('what the lock file brings in', () => {
  it.each([
    ['MIT', true],
    ['(MIT OR GPL-3.0)', true],
    ['(MIT AND GPL-3.0)', false],
    ['GPL-3.0-only', false],
    ['SEE LICENSE IN EULA.txt', false],
    ['CC-BY-4.0', false],
  ])('licence %s: %s', (licence, allowed) => {
    expect(isAllowed(licence, false)).toBe(allowed);
  });

  it('stops at a licence nobody has looked at', () => {
    expect(licenceFindings(lockOf('node_modules/a', { license: 'AGPL-3.0' }))).toHaveLength(1);
    expect(licenceFindings(lockOf('node_modules/a', { license: undefined }))).toHaveLength(1);
    expect(licenceFindings(lockOf('node_modules/a', { license: 'CC-BY-4.0', dev: true }))).toEqual([]);
  });

  it('stops at a package that wants to run a program', () => {
    expect(scriptFindings(lockOf('node_modules/x/node_modules/@evil/a', { hasInstallScript: true }))).toHaveLength(1);
    expect(scriptFindings(lockOf('node_modules/esbuild', { hasInstallScript: true }))).toEqual([]);
  });

  it('stops at a package without a strong hash or from elsewhere', () => {
    expect(originFindings(lockOf('node_modules/a', { integrity: 'sha1-abc' }))).toHaveLength(1);
    expect(originFindings(lockOf('node_modules/a', { resolved: 'http://registry.npmjs.org/a.tgz' }))).toHaveLength(1);
    expect(originFindings(lockOf('node_modules/a', { resolved: 'https://evil.example/a.tgz' }))).toHaveLength(1);
  });

  it('finds nothing in ours', () => {
    const lock = JSON.parse(readFileSync(join(__dirname, '../../../package-lock.json'), 'utf8')) as ReturnType<
      typeof lockOf
    >;

    expect([...licenceFindings(lock), ...scriptFindings(lock), ...originFindings(lock)]).toEqual([]);
  });
});
