import { UnknownAccounts } from './unknown-accounts';

describe('an address without account', () => {
  it('must wait after five tries like any other, in whatever case it is written', () => {
    const accounts = new UnknownAccounts();

    for (let attempt = 0; attempt < 5; attempt += 1) accounts.noteFailure('nobody@wir.example');
    expect(accounts.lockedUntil('nobody@wir.example')).toBeNull();

    accounts.noteFailure('Nobody@wir.example');
    expect(accounts.lockedUntil('NOBODY@wir.example')?.getTime()).toBeGreaterThan(Date.now());
  });
});
