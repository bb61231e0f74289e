import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { hashOf, readStamp, writeStamp } from './stamp.mjs';

describe('the hash of sources', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'stamp-'));
    mkdirSync(join(folder, 'libs/node_modules'), { recursive: true });
    writeFileSync(join(folder, 'libs/a.ts'), 'one');
    writeFileSync(join(folder, 'libs/b.spec.ts'), 'test');
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('stays the same when only the time of a file changes', () => {
    const before = hashOf(folder, ['libs']);
    utimesSync(join(folder, 'libs/a.ts'), new Date(0), new Date(0));

    expect(hashOf(folder, ['libs'])).toBe(before);
  });

  it.each([
    ['a content', () => writeFileSync(join(folder, 'libs/a.ts'), 'two')],
    ['a new file', () => writeFileSync(join(folder, 'libs/c.ts'), '')],
    ['a name', () => writeFileSync(join(folder, 'libs/aa.ts'), 'one')],
  ])('changes with %s', (_what, change) => {
    const before = hashOf(folder, ['libs']);
    change();

    expect(hashOf(folder, ['libs'])).not.toBe(before);
  });

  it('leaves out packages and what does not matter', () => {
    const wanted = (name: string): boolean => !name.endsWith('.spec.ts');
    const before = hashOf(folder, ['libs'], wanted);
    writeFileSync(join(folder, 'libs/node_modules/x.js'), 'package');
    writeFileSync(join(folder, 'libs/b.spec.ts'), 'changed');

    expect(hashOf(folder, ['libs'], wanted)).toBe(before);
  });

  it('is kept in a stamp and read back', () => {
    const file = join(folder, 'dist/.stamp');

    writeStamp(file, 'abc');

    expect(readStamp(file)).toBe('abc');
    expect(readStamp(join(folder, 'none'))).toBeUndefined();
  });
});
