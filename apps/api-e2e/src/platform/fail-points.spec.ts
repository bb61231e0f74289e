import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { testEnvironment } from '@wir/shared/testing';

describe('the bundle that is operated', () => {
  it('cannot be told to die: the places of the fault tests are compiled away', () => {
    const { api } = testEnvironment();
    const programs = readdirSync(api.dir).filter((name) => name.endsWith('.mjs'));

    expect(programs.length).toBeGreaterThan(3);
    for (const name of programs) expect(readFileSync(join(api.dir, name), 'utf8')).not.toContain('FAILPOINT');
  });
});
