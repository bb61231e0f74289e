import { Passwords } from './passwords';

describe('a password', () => {
  const passwords = new Passwords();

  it('is right in whatever Unicode spelling, and wrong otherwise', async () => {
    const stored = await passwords.hash('Pa\u0308ss-Wort-2026!');

    expect(stored).toContain('$argon2id$v=19$m=65536,t=3,p=1$');
    await expect(passwords.matches('Päss-Wort-2026!', stored)).resolves.toBe(true);
    await expect(passwords.matches('Pass-Wort-2026!', stored)).resolves.toBe(false);
  });

  it('is never right for an account without one', async () => {
    await expect(passwords.matches('', null)).resolves.toBe(false);
  });
});
