import { mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { FsFileStore } from './fs-file-store';

const bytes = Buffer.from('Zuwendungsbescheid');
const SHA256 = 'c7dd1b1ee0d11d16d8bd7c6b8d5c4e9a3ffb5c2f9d8a6f00d9a0a5f5ab6b6c1f';

let root: string;
let store: FsFileStore;

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'wir-files-'));
  store = new FsFileStore(root);
});

afterEach(() => rm(root, { recursive: true, force: true }));

function pathOf(sha256: string): string {
  return join(root, sha256.slice(0, 2), sha256.slice(2, 4), sha256);
}

async function storedFiles(): Promise<string[]> {
  const entries = await readdir(root, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => entry.name);
}

describe('storing a file', () => {
  it('names it by its content and gives it back', async () => {
    const stored = await store.put(bytes);

    expect(stored.size).toBe(18);
    expect(stored.sha256).toMatch(/^[0-9a-f]{64}$/u);
    expect(await store.read(stored.sha256)).toEqual(bytes);
    expect(await store.has(stored.sha256)).toBe(true);
  });

  it('takes a stream as well', async () => {
    const stored = await store.put(Readable.from([bytes.subarray(0, 5), bytes.subarray(5)]));

    expect(stored).toEqual(await store.put(bytes));
  });

  it('gives it back piece by piece, and breaks off when a byte was changed', async () => {
    const { sha256 } = await store.put(bytes);
    const readAll = async (): Promise<Buffer> => {
      const parts: Uint8Array[] = [];
      for await (const part of await store.stream(sha256)) parts.push(part);
      return Buffer.concat(parts);
    };

    expect(await readAll()).toEqual(bytes);
    await writeFile(pathOf(sha256), 'Zuwendungsbescheit');
    await expect(readAll()).rejects.toMatchObject({ code: 'document.corrupted' });
    await expect(store.stream('../etc/passwd')).rejects.toMatchObject({ code: 'document.not-found' });
  });

  it('keeps equal bytes once, also when five store them at the same time', async () => {
    const all = await Promise.all(Array.from({ length: 5 }, () => store.put(bytes)));
    const before = await stat(pathOf(all[0]?.sha256 ?? ''));

    await store.put(bytes);

    expect(new Set(all.map((stored) => stored.sha256)).size).toBe(1);
    expect(await storedFiles()).toHaveLength(1);
    expect((await stat(pathOf(all[0]?.sha256 ?? ''))).ino).toBe(before.ino);
  });

  it('leaves nothing behind when the stream breaks', async () => {
    const broken = Readable.from(
      (async function* chunks() {
        yield bytes;
        throw new Error('connection lost');
      })(),
    );

    await expect(store.put(broken)).rejects.toThrow('connection lost');

    expect(await storedFiles()).toEqual([]);
  });
});

describe('reading a file', () => {
  it('detects bytes that changed on the disk', async () => {
    const { sha256 } = await store.put(bytes);
    await writeFile(pathOf(sha256), 'something else');

    await expect(store.read(sha256)).rejects.toMatchObject({ code: 'document.corrupted' });
    await expect(store.put(bytes)).rejects.toMatchObject({ code: 'document.corrupted' });
  });

  it.each(['../../etc/passwd', '..', '', SHA256.toUpperCase(), `${SHA256}/..`, `${SHA256.slice(0, 63)}\u0000`, SHA256])(
    'knows nothing under “%s”',
    async (name) => {
      await expect(store.read(name)).rejects.toMatchObject({ kind: 'not-found', code: 'document.not-found' });
      expect(await store.has(name)).toBe(false);
    },
  );
});
