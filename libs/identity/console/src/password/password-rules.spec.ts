import { passwordFault } from './password-fault';
import { passwordRules } from './password-rules';

describe('a new password', () => {
  it('is judged by its length alone: no kinds of characters, no ban on spaces', () => {
    expect(passwordFault('vier wörter ohne sinn', 15)).toBeNull();
    expect(passwordFault('Kurz1!', 15)).toEqual({ kind: 'auth.password-too-short', minLength: 15 });
  });

  it('may have as many characters as the server takes and not one more', () => {
    expect(passwordFault('a'.repeat(128), 15)).toBeNull();
    expect(passwordFault('a'.repeat(129), 15)).toEqual({ kind: 'auth.password-too-long', maxLength: 128 });
  });

  it('counts an umlaut once, however it was typed', () => {
    const composed = passwordRules('ä'.repeat(15), 15);
    expect(passwordRules('a\u0308'.repeat(15), 15)).toEqual(composed);
    expect(passwordFault('a\u0308'.repeat(14), 15)?.kind).toBe('auth.password-too-short');
  });
});
