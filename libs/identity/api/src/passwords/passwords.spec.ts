import { hash } from '@node-rs/argon2';
import { Keys, readSettings } from '@wir/shared/api';
import { Passwords } from './passwords';

const key = (fill: number): string => Buffer.alloc(32, fill).toString('base64url');
const passwordsWith = (...peppers: string[]): Passwords =>
  new Passwords(new Keys(readSettings({ WIR_PEPPER_KEY: peppers.join(',') })));
const passwords = passwordsWith(key(1));

describe('a password', () => {
  it('is stored as argon2id with the id of its pepper, and matches itself only', async () => {
    const stored = await passwords.hash('richtig-lang-genug');

    expect(stored).toMatch(/^\$argon2id\$v=19\$m=65536,t=3,p=1\$.+#[0-9a-f]{16}$/);
    expect(await passwords.matches('richtig-lang-genug', stored)).toBe(true);
    expect(await passwords.matches('Richtig-lang-genug', stored)).toBe(false);
    expect(await passwords.matches('richtig-lang-genug', null)).toBe(false);
  });

  it('is the same however its letters are encoded, and is never cut off', async () => {
    const stored = await passwords.hash(`Größe ﬁnden ${'x'.repeat(100)}1`);

    expect(await passwords.matches(`Gro\u0308ße finden ${'x'.repeat(100)}1`, stored)).toBe(true);
    expect(await passwords.matches(`Größe finden ${'x'.repeat(100)}2`, stored)).toBe(false);
  });

  it('outlives one exchange of the pepper, not two, and is outdated meanwhile', async () => {
    const stored = await passwords.hash('richtig-lang-genug');
    const [afterOne, afterTwo] = [passwordsWith(key(2), key(1)), passwordsWith(key(3), key(2))];

    expect(await afterOne.matches('richtig-lang-genug', stored)).toBe(true);
    expect(await afterTwo.matches('richtig-lang-genug', stored)).toBe(false);
    expect([passwords, afterOne].map((each) => each.isOutdated(stored))).toEqual([false, true]);
  });

  it('hashed before there was a pepper still matches, and is outdated', async () => {
    const stored = await hash('Demo-Zugang-2026!', { memoryCost: 65_536, timeCost: 3, parallelism: 1 });

    expect(await passwords.matches('Demo-Zugang-2026!', stored)).toBe(true);
    expect(passwords.isOutdated(stored)).toBe(true);
  });
});

describe('the places at the hashing', () => {
  it('are four; the fifty-fifth in line is told to come back', async () => {
    let running = 0;
    let most = 0;
    let open = (): void => undefined;
    const gate = new Promise<void>((resolve) => (open = resolve));
    const work = async (): Promise<void> => {
      most = Math.max(most, (running += 1));
      await gate;
      running -= 1;
    };
    const all = Array.from({ length: 55 }, () =>
      passwords.inTurn(work).then(
        () => 'done',
        () => 'busy',
      ),
    );
    open();

    const results = await Promise.all(all);
    expect([most, results.filter((each) => each === 'busy').length]).toEqual([4, 1]);
  });
});
