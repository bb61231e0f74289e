import { newPasswordFault, passwordRules } from './password-rules';

const ALONE = { minLength: 15, personal: ['Robin Beispiel', 'robin.beispiel@stadt.example', 'Stadt Gießen'] };

describe('a new password', () => {
  it('is judged by its length: no kinds of characters, no ban on spaces', () => {
    expect(newPasswordFault('tasse regen zaun kobold', ALONE)).toBeNull();
    expect(newPasswordFault('Kurz1!', ALONE)).toEqual(
      expect.objectContaining({ kind: 'auth.password-too-short', minLength: 15 }),
    );
  });

  it('may be shorter beside a second factor', () => {
    expect(newPasswordFault('zaun kobold 7', { ...ALONE, minLength: 12 })?.kind).not.toBe('auth.password-too-short');
    expect(newPasswordFault('zaun kobold 7', ALONE)?.kind).toBe('auth.password-too-short');
  });

  it('may have as many characters as the server takes and not one more', () => {
    expect(newPasswordFault('tasse regen zaun '.repeat(8), ALONE)?.kind).toBe('auth.password-too-long');
    expect(passwordRules('x'.repeat(129), ALONE)).toContainEqual({ name: 'maximum', isMet: false });
  });

  it('is not made of the own name', () => {
    expect(newPasswordFault('robinbeispielrobin', ALONE)?.kind).toBe('auth.password-too-common');
    expect(passwordRules('robinbeispielrobin', ALONE)).toEqual([
      { name: 'length', isMet: true },
      { name: 'guess', isMet: false },
    ]);
  });

  it('counts an umlaut once, however it was typed', () => {
    expect(passwordRules('a\u0308'.repeat(15), ALONE)[0]).toEqual(passwordRules('ä'.repeat(15), ALONE)[0]);
    expect(newPasswordFault('a\u0308'.repeat(14), ALONE)?.kind).toBe('auth.password-too-short');
  });
});
