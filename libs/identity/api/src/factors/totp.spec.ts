import { Secret, TOTP } from 'otpauth';
import { newTotpSecret, totpSetupOf, totpStepOf } from './totp';

/** RFC 6238, appendix B (SHA-1), the last six of eight digits. */
const RFC_SECRET = Buffer.from('12345678901234567890');

describe('a code of the authenticator app', () => {
  it.each([
    [59, '287082', 1],
    [1_111_111_109, '081804', 37_037_036],
    [2_000_000_000, '279037', 66_666_666],
  ])('at second %i is %s', (second, code, step) => {
    expect(totpStepOf(RFC_SECRET, code, new Date(second * 1000))).toBe(step);
  });

  it('belongs to its own step when it comes one step early or late, and to none later', () => {
    const at = (second: number): number | null => totpStepOf(RFC_SECRET, '081804', new Date(second * 1000));

    expect([at(1_111_111_109 - 30), at(1_111_111_109 + 30)]).toEqual([37_037_036, 37_037_036]);
    expect([at(1_111_111_109 - 61), at(1_111_111_109 + 61)]).toEqual([null, null]);
  });

  it.each(['', '28708', '2870822', '28708a', '２８７０８２', '-87082', '2e7082'])('is never "%s"', (code) => {
    expect(totpStepOf(RFC_SECRET, code, new Date(59_000))).toBeNull();
  });

  it('may be typed with a blank', () => {
    expect(totpStepOf(RFC_SECRET, ' 287 082', new Date(59_000))).toBe(1);
  });
});

describe('setting up an authenticator app', () => {
  it('hands out the secret for typing, as address and as picture', () => {
    const secret = newTotpSecret();
    const setup = totpSetupOf(secret, 'leitung@wir.example');
    const app = new TOTP({ secret: Secret.fromBase32(setup.secret) });

    expect(totpStepOf(secret, app.generate(), new Date())).not.toBeNull();
    expect(setup.otpauthUri).toMatch(/^otpauth:\/\/totp\/WIR-F%C3%B6rderportal:leitung%40wir\.example\?/);
    expect(setup.qrSvgPath).toMatch(/^(M\d+ \d+h1v1h-1z)+$/);
    expect(setup.qrSize).toBeGreaterThan(30);
  });
});
