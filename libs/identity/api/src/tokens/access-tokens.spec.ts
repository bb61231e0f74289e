import { writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readSettings } from '@wir/shared/api';
import jwt from 'jsonwebtoken';
import { AccessTokens, claimsOf } from './access-tokens';
import { SigningKey } from './signing-key';

const SESSION = 'A'.repeat(43);
const CLAIMS = { accountId: '00000000-0000-4000-8000-000000000001', sessionToken: SESSION };

function tokensWith(key: string): AccessTokens {
  const file = join(tmpdir(), `wir-key-${process.pid}.txt`);
  writeFileSync(file, key);
  return new AccessTokens(new SigningKey(readSettings({ WIR_JWT_KEY_FILE: file })));
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

    expect(tokens.sessionOfExpired(tokens.issue(CLAIMS, -60))).toBe(SESSION);
    expect(tokens.sessionOfExpired(forged)).toBeNull();
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
