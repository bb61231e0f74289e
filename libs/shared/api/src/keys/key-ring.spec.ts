import { mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { KeyRing } from './key-ring';

const keyOf = (fill: number): string => Buffer.alloc(32, fill).toString('base64url');

describe('a ring of keys', () => {
  let folder: string;
  let file: string;
  let now = 0;
  const ringOn = (value?: string): KeyRing => new KeyRing({ variable: 'WIR_JWT_KEY', value, file }, () => now);
  const write = (...keys: string[]): void => {
    writeFileSync(`${file}.new`, `${keys.join('\n')}\n`);
    renameSync(`${file}.new`, file);
  };
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'key-ring-'));
    file = join(folder, 'jwt-key.txt');
    now = 0;
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('uses the first version and accepts both', () => {
    write(keyOf(1), keyOf(2));
    const ring = ringOn();

    expect(ring.current.bytes).toEqual(Buffer.alloc(32, 1));
    expect(ring.all().map(({ bytes }) => bytes[0])).toEqual([1, 2]);
    expect(ring.current.id).toMatch(/^[0-9a-f]{16}$/);
  });

  it('finds a version that appeared a moment ago, and knows no other ids', () => {
    write(keyOf(1));
    const ring = ringOn();
    const old = ring.current.id;
    write(keyOf(2), keyOf(1));
    const fresh = ringOn().current.id;

    expect(ring.find(fresh)?.bytes[0]).toBe(2);
    expect(ring.find(old)?.bytes[0]).toBe(1);
    expect(ring.find('../../../../dev/null')).toBeNull();
    expect(ring.find(fresh.slice(0, 15))).toBeNull();
  });

  it('uses a new first version within a second, without a restart', () => {
    write(keyOf(1));
    const ring = ringOn();
    expect(ring.current.bytes[0]).toBe(1);
    write(keyOf(2), keyOf(1));
    now = 1_001;

    expect(ring.current.bytes[0]).toBe(2);
  });

  it('goes on with what it has while the file is away', () => {
    write(keyOf(1));
    const ring = ringOn();
    ring.check();
    rmSync(file);
    now = 5_000;

    expect(ring.current.bytes[0]).toBe(1);
  });

  it('takes the value of the environment before the file', () => {
    write(keyOf(1));

    expect(
      ringOn(`${keyOf(7)},${keyOf(8)}`)
        .all()
        .map(({ bytes }) => bytes[0]),
    ).toEqual([7, 8]);
  });

  it.each([
    ['no key', ''],
    ['three keys', `${keyOf(1)}\n${keyOf(2)}\n${keyOf(3)}`],
    ['a short key', Buffer.alloc(31).toString('base64url')],
  ])('stops the start with %s', (_name, text) => {
    writeFileSync(file, text);

    expect(() => ringOn().check()).toThrow(/^(Die Einstellung WIR_JWT_KEY|Der Schlüssel der Einstellung WIR_JWT_KEY)/);
  });

  it('stops the start without a file', () => {
    expect(() => ringOn().check()).toThrow('WIR_JWT_KEY_FILE');
  });
});
