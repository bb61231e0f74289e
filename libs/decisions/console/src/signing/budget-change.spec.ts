import { sampleBudget, sampleNotice } from '../testing/sample-notice';
import { budgetChanges } from './budget-change';

describe('the budget before and after a signature', () => {
  const changes = budgetChanges(sampleBudget(), sampleNotice().years);

  it('moves the sum of each year from reserved to committed', () => {
    expect(changes[1]).toEqual({
      year: 2027,
      amountCents: 8_000_000,
      reservedBefore: 24_000_000,
      reservedAfter: 16_000_000,
      committedBefore: 174_000_000,
      committedAfter: 182_000_000,
      freeCents: 128_000_000,
    });
  });

  it('leaves years without money as they are, and shows them', () => {
    expect(changes[2]).toMatchObject({ year: 2028, amountCents: 0, reservedAfter: 24_000_000 });
  });

  it('changes nothing of what is used in total', () => {
    for (const row of changes) {
      expect(row.reservedBefore + row.committedBefore).toBe(row.reservedAfter + row.committedAfter);
    }
  });
});
