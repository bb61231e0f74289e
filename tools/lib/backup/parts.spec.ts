import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable, Writable } from 'node:stream';
import { readManifest, writeManifest, type Manifest } from './manifest.mjs';
import { readBackupKey, readPart, writePart } from './parts.mjs';

const content = Buffer.from('Zeile eins\nZeile zwei\nSchlüssel & Umlaute\n'.repeat(5_000));
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'wir-parts-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function key(fill: string): NonNullable<ReturnType<typeof readBackupKey>> {
  const file = join(folder, `key-${fill}.txt`);
  writeFileSync(file, `${fill.repeat(43)}\n`);
  const read = readBackupKey(file);
  if (!read) throw new Error('No key');
  return read;
}

async function read(part: Omit<Parameters<typeof readPart>[0], 'folder'>): Promise<Buffer> {
  const chunks: Buffer[] = [];
  const target = new Writable({ write: (chunk: Buffer, _encoding, done) => (chunks.push(chunk), done()) });
  await readPart({ folder, ...part }, target);
  return Buffer.concat(chunks);
}

describe('a part of a backup', () => {
  it.each([
    ['plain', false, false],
    ['compressed', false, true],
    ['sealed', true, false],
    ['compressed and sealed', true, true],
  ])('gives back what was written: %s', async (_title, isSealed, compress) => {
    const part = { name: 'tables/a.copy', compress, ...(isSealed ? { key: key('k') } : {}) };
    const digest = await writePart(Readable.from([content]), { folder, ...part });

    expect(digest).toMatchObject({ size: content.length, lines: 15_000 });
    expect((await read({ ...part, sha256: digest.sha256 })).equals(content)).toBe(true);
  });

  it('gives back an empty one', async () => {
    const part = { name: 'tables/empty.copy', compress: true, key: key('k') };
    const { sha256 } = await writePart(Readable.from([]), { folder, ...part });

    expect(await read({ ...part, sha256 })).toEqual(Buffer.alloc(0));
  });

  it('shows nothing of its content when sealed', async () => {
    await writePart(Readable.from([content]), { folder, name: 'sealed', compress: false, key: key('k') });

    expect(readFileSync(join(folder, 'sealed')).includes('Umlaute')).toBe(false);
  });

  it('is refused when a byte of it was changed, wherever', async () => {
    const part = { name: 'sealed', compress: true, key: key('k') };
    const { sha256 } = await writePart(Readable.from([content]), { folder, ...part });
    const written = readFileSync(join(folder, 'sealed'));
    for (const at of [0, 10, 25, 40, Math.floor(written.length / 2), written.length - 1]) {
      const changed = Buffer.from(written);
      changed.writeUInt8((changed[at] ?? 0) ^ 1, at);
      writeFileSync(join(folder, 'sealed'), changed);

      await expect(read({ ...part, sha256 })).rejects.toThrow('»sealed«');
    }
  });

  it('cannot stand for another one, and opens with its own key only', async () => {
    const { sha256 } = await writePart(Readable.from([content]), { folder, name: 'a', compress: false, key: key('k') });
    writeFileSync(join(folder, 'b'), readFileSync(join(folder, 'a')));

    await expect(read({ name: 'b', compress: false, key: key('k'), sha256 })).rejects.toThrow('»b«');
    await expect(read({ name: 'a', compress: false, key: key('x'), sha256 })).rejects.toThrow('»a«');
  });
});

describe('the manifest of a backup', () => {
  const manifest = (keyId: string | null): Manifest => ({
    format: 1,
    takenAt: '2026-03-02T08:00:00.000Z',
    seconds: 1,
    program: '0.1.0',
    postgres: '18.4',
    keyId,
    migrations: ['A1'],
    tables: [],
    sequences: [],
    files: [],
    anchors: [],
    trail: { sequence: '7', hash: 'aa' },
  });

  it('is read with the key it was written with', () => {
    writeManifest(folder, manifest(key('k').id), key('k'));

    expect(readManifest(folder, key('k')).trail.sequence).toBe('7');
    expect(() => readManifest(folder, undefined)).toThrow('verschlüsselt');
    expect(() => readManifest(folder, key('x'))).toThrow('braucht den Schlüssel');
  });

  it('is refused when somebody changed it', () => {
    writeManifest(folder, manifest(key('k').id), key('k'));
    const file = join(folder, 'manifest.json');
    writeFileSync(file, readFileSync(file, 'utf8').replace('"7"', '"8"'));

    expect(() => readManifest(folder, key('k'))).toThrow('verändert');
  });

  it('must be there: it is written last', () => {
    expect(() => readManifest(folder, undefined)).toThrow('keine vollständige Sicherung');
  });

  it('demands a key of 256 bits', () => {
    writeFileSync(join(folder, 'short.txt'), 'short\n');

    expect(() => readBackupKey(join(folder, 'short.txt'))).toThrow('256 Bit');
  });
});
