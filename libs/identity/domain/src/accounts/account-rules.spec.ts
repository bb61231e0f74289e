import { DomainError } from '@wir/shared/kernel';
import {
  ACCOUNT_STATES,
  assertActOpen,
  assertAdministratorRemains,
  assertOtherPerson,
  assertSecondAdministrator,
  isActOpen,
  type AccountAct,
} from './account-rules';

const CELLS: Readonly<Record<AccountAct, string>> = {
  change: 'INVITED ACTIVE LOCKED',
  invite: 'INVITED',
  lock: 'INVITED ACTIVE',
  unlock: 'LOCKED',
  endSessions: 'ACTIVE LOCKED',
  grant: 'INVITED ACTIVE LOCKED',
  resetFactors: 'ACTIVE LOCKED',
  leave: 'INVITED ACTIVE LOCKED',
  erase: 'LEFT',
};

describe('administering an account', () => {
  it.each(Object.entries(CELLS))('%s is open exactly in %s', (act, states) => {
    expect(ACCOUNT_STATES.filter((state) => isActOpen(act as AccountAct, state)).join(' ')).toBe(states);
  });

  it('refuses in another state and names it', () => {
    expect(() => assertActOpen('lock', 'LEFT')).toThrow(
      new DomainError('conflict', 'account.wrong-state', { state: 'LEFT' }),
    );
  });

  it('is never done to one’s own person, through whatever account', () => {
    expect(() => assertOtherPerson('anna', 'anna')).toThrow(new DomainError('forbidden', 'account.own-person'));
    expect(() => assertOtherPerson('anna', 'bert')).not.toThrow();
  });

  it('leaves at least one administrator', () => {
    expect(() => assertAdministratorRemains(true, 0)).toThrow(
      new DomainError('conflict', 'account.last-administrator'),
    );
    expect(() => assertAdministratorRemains(true, 1)).not.toThrow();
    expect(() => assertAdministratorRemains(false, 0)).not.toThrow();
  });
});

describe('the reset of a second factor', () => {
  const reset = { requestedByPersonId: 'anna', ownerPersonId: 'carla' };

  it.each([
    ['another person', 'bert', null],
    ['the same person, through whatever account', 'anna', 'factor-reset.same-person'],
    ['the owner', 'carla', 'account.own-person'],
  ])('is confirmed by %s', (_who, personId, code) => {
    const confirm = (): void => assertSecondAdministrator({ personId }, reset);

    if (code === null) expect(confirm).not.toThrow();
    else expect(confirm).toThrow(new DomainError('forbidden', code));
  });
});
