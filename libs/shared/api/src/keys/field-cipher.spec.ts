import { KeyRing } from './key-ring';
import { FieldCipher } from './field-cipher';
import type { Keys } from './keys';

const keyOf = (fill: number): string => Buffer.alloc(32, fill).toString('base64url');
const cipherWith = (...keys: string[]): FieldCipher => {
  const field = new KeyRing({ variable: 'WIR_FIELD_KEY', value: keys.join(','), file: '' });
  return new FieldCipher({ field } as Keys);
};

describe('a sealed field', () => {
  const secret = Buffer.from('secret of an authenticator app');

  it('opens for its record only, and never looks the same twice', () => {
    const cipher = cipherWith(keyOf(1));
    const sealed = cipher.seal(secret, 'account-1');

    expect(cipher.open(sealed, 'account-1')).toEqual(secret);
    expect(() => cipher.open(sealed, 'account-2')).toThrow();
    expect(cipher.seal(secret, 'account-1')).not.toEqual(sealed);
  });

  it('does not open when one bit was changed', () => {
    const cipher = cipherWith(keyOf(1));
    const sealed = cipher.seal(secret, 'account-1');

    for (const at of [0, 9, 25, sealed.length - 1]) {
      const changed = Buffer.from(sealed);
      changed.writeUInt8((changed[at] ?? 0) ^ 1, at);
      expect(() => cipher.open(changed, 'account-1')).toThrow();
    }
  });

  it('outlives one exchange of the key, not two', () => {
    const sealed = cipherWith(keyOf(1)).seal(secret, 'account-1');
    const afterOne = cipherWith(keyOf(2), keyOf(1));

    expect(afterOne.open(sealed, 'account-1')).toEqual(secret);
    expect(afterOne.isOutdated(sealed)).toBe(true);
    expect(() => cipherWith(keyOf(3), keyOf(2)).open(sealed, 'account-1')).toThrow('gone');
  });
});
