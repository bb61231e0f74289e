import { Keys, readSettings } from '@wir/shared/api';
import jwt from 'jsonwebtoken';
import { AccessTokens, claimsOf } from './access-tokens';

const SESSION = 'A'.repeat(43);
const CLAIMS = { accountId: '00000000-0000-4000-8000-000000000001', sessionToken: SESSION };

function tokensWith(keys: string): AccessTokens {
  return new AccessTokens(new Keys(readSettings({ WIR_JWT_KEY: keys })));
}

const tokens = tokensWith(Buffer.alloc(32, 7).toString('base64url'));

describe('an access token', () => {
  it('names account and session, and says when it ends, who made it and what for', () => {
    const payload = jwt.decode(tokens.issue(CLAIMS, 600));

    expect(claimsOf(payload)).toEqual(CLAIMS);
    expect(payload).toMatchObject({
      iss: 'wir-foerderportal',
      aud: 'wir-api',
      typ: 'access',
      exp: expect.any(Number) as number,
    });
  });

  it.each([
    ['without an end', { exp: undefined }],
    ['of another type', { typ: 'refresh' }],
    ['without a type', { typ: undefined }],
    ['without a session', { sid: undefined }],
    ['with a session of another form', { sid: 'x' }],
    ['without an account', { sub: undefined }],
  ])('is worth nothing %s', (_name, changes) => {
    const payload = jwt.decode(tokens.issue(CLAIMS, 600)) as object;

    expect(claimsOf({ ...payload, ...changes })).toBeNull();
  });

  it('still names its session for signing out when it has ended, unless it was forged', () => {
    const forged = jwt.sign({ typ: 'access', sid: SESSION }, Buffer.alloc(32, 1), {
      subject: CLAIMS.accountId,
      issuer: 'wir-foerderportal',
      audience: 'wir-api',
      expiresIn: 60,
    });

    expect(tokens.claimsOfExpired(tokens.issue(CLAIMS, -60))).toEqual(CLAIMS);
    expect(tokens.claimsOfExpired(forged)).toBeNull();
  });

  it('names its key, and lives through one exchange of the key, not two', () => {
    const key = (fill: number): string => Buffer.alloc(32, fill).toString('base64url');
    const token = tokensWith(key(1)).issue(CLAIMS, -1);
    const xsrf = tokensWith(key(1)).xsrfToken(SESSION);
    const afterOne = tokensWith(`${key(2)}\n${key(1)}`);
    const afterTwo = tokensWith(`${key(3)}\n${key(2)}`);

    expect(jwt.decode(token, { complete: true })?.header.kid).toMatch(/^[0-9a-f]{16}$/);
    expect([afterOne.claimsOfExpired(token), afterTwo.claimsOfExpired(token)]).toEqual([CLAIMS, null]);
    expect([afterOne.isXsrfToken(xsrf, SESSION), afterTwo.isXsrfToken(xsrf, SESSION)]).toEqual([true, false]);
  });
});

describe('the token against cross-site requests', () => {
  it('belongs to one session', () => {
    expect(tokens.isXsrfToken(tokens.xsrfToken(SESSION), SESSION)).toBe(true);
    expect(tokens.isXsrfToken(tokens.xsrfToken('other'), SESSION)).toBe(false);
    expect(tokens.isXsrfToken(undefined, SESSION)).toBe(false);
  });
});

describe('the signing key', () => {
  it('has at least 256 bits', () => {
    expect(() => tokensWith(Buffer.alloc(31).toString('base64url')).issue(CLAIMS, 60)).toThrow('zu kurz');
  });
});
