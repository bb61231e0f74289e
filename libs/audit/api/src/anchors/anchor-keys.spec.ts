import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readSettings } from '@wir/shared/api';
import { AnchorKeys } from './anchor-keys';

const keyOf = (fill: number): string => Buffer.alloc(32, fill).toString('base64url');
const STATE = { day: '2026-03-02', sequence: 7, head: 'ab'.repeat(32) };

describe('the keys of the anchors', () => {
  let folder: string;
  const keysWith = (...keys: string[]): AnchorKeys => {
    const file = join(folder, 'anchor-key.txt');
    if (keys.length > 0) writeFileSync(file, `${keys.join('\n')}\n`);
    return new AnchorKeys(readSettings({ WIR_ANCHOR_KEY_FILE: file }));
  };
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'anchor-keys-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('sign the same state with the same bytes, and notice every change of it', () => {
    const keys = keysWith(keyOf(1));
    const anchor = keys.signed(STATE);

    expect(anchor).toEqual(keys.signed(STATE));
    expect(anchor && keys.isSignedByUs(anchor)).toBe(true);
    expect(anchor && keys.isSignedByUs({ ...anchor, sequence: 8 })).toBe(false);
    expect(anchor && keys.isSignedByUs({ ...anchor, day: '2026-03-03' })).toBe(false);
    expect(anchor && keys.isSignedByUs({ ...anchor, keyId: '0'.repeat(16) })).toBe(false);
  });

  it('leave their public part beside the key, so that anchors outlive many exchanges', () => {
    const first = keysWith(keyOf(1)).signed(STATE);
    keysWith(keyOf(2), keyOf(1)).signed(STATE);
    const last = keysWith(keyOf(3), keyOf(2));
    last.signed(STATE);

    expect(first && last.isSignedByUs(first)).toBe(true);
    expect(last.publicPem()?.match(/BEGIN PUBLIC KEY/g)).toHaveLength(3);
    expect(readFileSync(join(folder, 'anchor-key.pub.pem'), 'utf8')).not.toContain(keyOf(3));
  });

  it('may be missing: then this process signs nothing and starts all the same', () => {
    const keys = keysWith();

    expect(keys.current()).toBeNull();
    expect(keys.signed(STATE)).toBeNull();
    expect(keys.publicPem()).toBeNull();
  });
});
