import type { BankAccountDto } from '@wir/shared/contract';
import { holdUntil } from './account-hold';

const account = { state: 'CONFIRMED', confirmedAt: '2026-03-02T09:00:00.000Z' } as BankAccountDto;

describe('the hold of a changed account', () => {
  it('lasts a day from the confirmation on', () => {
    expect(holdUntil(account, new Date('2026-03-03T08:59:59Z'))).toBe('2026-03-03T09:00:00.000Z');
    expect(holdUntil(account, new Date('2026-03-03T09:00:00Z'))).toBeNull();
  });

  it('is no matter of an account that nobody confirmed', () => {
    expect(holdUntil({ ...account, state: 'PROPOSED' }, new Date('2026-03-02T10:00:00Z'))).toBeNull();
  });
});
