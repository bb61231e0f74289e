import type { Account } from '../data/account-types';
import { anAccount } from '../testing/an-account';
import { accountActions } from './account-actions';

const SESSION: Account['sessions'][number] = {
  id: 'session-1',
  method: 'PASSWORD',
  userAgent: 'Firefox, Windows',
  address: null,
  startedAt: '2026-03-02T08:00:00.000Z',
  lastUsedAt: '2026-03-02T08:00:00.000Z',
};

function offered(account: Account, isOwn = false): string[] {
  return accountActions(account, isOwn)
    .filter(({ allowed }) => allowed)
    .map(({ action }) => action);
}

describe('what can be done with an account', () => {
  it('begins with another invitation as long as nobody has come in', () => {
    expect(offered(anAccount({ state: 'INVITED' }))[0]).toBe('invite');
  });

  it('is to open it again when it is locked, and not to lock it once more', () => {
    const actions = offered(anAccount({ state: 'LOCKED' }));

    expect(actions[0]).toBe('unlock');
    expect(actions).not.toContain('lock');
  });

  it('is to erase only once the person has left', () => {
    expect(offered(anAccount())).not.toContain('erase');
    expect(offered(anAccount({ state: 'LEFT' }))).toEqual(['further', 'erase']);
  });

  it('leaves out what has no object: sessions, a factor, a reset that waits already', () => {
    expect(offered(anAccount({ hasFactor: false }))).not.toContain('resetFactor');
    expect(offered(anAccount())).not.toContain('endSessions');
    expect(offered(anAccount({ sessions: [SESSION] }))).toEqual(expect.arrayContaining(['endSessions', 'resetFactor']));
  });

  it('says of the own account that another person has to do it', () => {
    const closed = accountActions(anAccount(), true).filter(({ allowed }) => !allowed);

    expect(closed.map(({ action }) => action)).toEqual(['grant', 'resetFactor', 'lock', 'leave']);
    expect(new Set(closed.map(({ reasonCode }) => reasonCode))).toEqual(new Set(['account.own-person']));
  });
});
