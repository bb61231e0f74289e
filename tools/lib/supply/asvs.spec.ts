import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(__dirname, '../../..');
const rows = readFileSync(join(root, 'docs/security/asvs.md'), 'utf8')
  .split('\n')
  .filter((line) => /^\| \d/.test(line))
  .map((line) => line.split('|').map((cell) => cell.trim()));

describe('the list of what ASVS demands', () => {
  it('names at least one file for each demand, and only files that are there', () => {
    const named = rows.flatMap(([, id, , files = '']) => {
      const paths = [...files.matchAll(/`([^`]+)`/g)].map(([, path]) => path ?? '');
      return paths.length === 0 ? [`${id}: no file`] : paths;
    });

    expect(rows.length).toBeGreaterThan(100);
    expect([...new Set(named)].filter((path) => !existsSync(join(root, path)))).toEqual([]);
  });

  it('says of each whether it is met, and what is missing where it is not', () => {
    const odd = rows.filter(
      ([, , , , state = '']) => !/^(met|partly: .+|operator(: .+)?|not met: .+|met[: ].+)$/.test(state),
    );

    expect(odd).toEqual([]);
  });

  it('names no demand twice', () => {
    const ids = rows.flatMap(([, id = '']) => id.split(', '));

    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
  });
});
