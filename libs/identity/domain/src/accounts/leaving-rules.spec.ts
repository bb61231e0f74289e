import { DomainError } from '@wir/shared/kernel';
import type { Party } from '../delegations/delegation-rules';
import { assertSuccessor, mayTakeOver } from './leaving-rules';

const party = (personId: string, overrides: Partial<Party> = {}): Party => ({
  accountId: `account-${personId}`,
  personId,
  applicantId: null,
  organisation: 'Ministerium',
  isActive: true,
  roles: ['CASE_WORKER'],
  ...overrides,
});
const leaver = party('anna');

describe('taking over from somebody who leaves', () => {
  it.each([
    ['a colleague', party('bert'), null],
    ['the leaver through a second account', party('anna', { accountId: 'second' }), 'leaving.own-successor'],
    ['a locked account', party('bert', { isActive: false }), 'leaving.not-a-successor'],
    ['somebody of another authority', party('bert', { organisation: 'RP' }), 'leaving.not-a-successor'],
    ['somebody of a municipality', party('bert', { applicantId: 'wi' }), 'leaving.not-a-successor'],
    ['a head of unit', party('bert', { roles: ['HEAD_OF_UNIT'] }), 'leaving.not-a-successor'],
  ])('by %s', (_who, successor, code) => {
    expect(mayTakeOver(leaver, successor)).toBe(code === null);
    const assert = (): void => assertSuccessor(leaver, successor, 3);
    if (code === null) expect(assert).not.toThrow();
    else expect(assert).toThrow(new DomainError(code.endsWith('own-successor') ? 'forbidden' : 'conflict', code));
  });

  it('needs nobody when no case is open, and somebody when one is', () => {
    expect(() => assertSuccessor(leaver, null, 0)).not.toThrow();
    expect(() => assertSuccessor(leaver, null, 2)).toThrow(
      new DomainError('conflict', 'leaving.successor-missing', { openCases: 2 }),
    );
  });
});
