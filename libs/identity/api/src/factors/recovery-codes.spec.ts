import { newRecoveryCodes, recoveryCodeHash } from './recovery-codes';

const ACCOUNT = '00000000-0000-4000-8000-000000000001';

describe('recovery codes', () => {
  it('are ten different ones of 120 bits', () => {
    const codes = newRecoveryCodes();

    expect(new Set(codes).size).toBe(10);
    for (const code of codes) expect(code).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){5}[0-9A-HJKMNP-TV-Z]{4}$/);
  });

  it('are recognised however they are typed, and belong to one account', () => {
    const [code = ''] = newRecoveryCodes();
    const stored = recoveryCodeHash(ACCOUNT, code);

    expect(
      recoveryCodeHash(
        ACCOUNT,
        ` ${code.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o').replaceAll('1', 'l')}`,
      ),
    ).toEqual(stored);
    expect(recoveryCodeHash('00000000-0000-4000-8000-000000000002', code)).not.toEqual(stored);
    expect(recoveryCodeHash(ACCOUNT, code.slice(1))).toBeNull();
  });
});
