import { toPlan } from './plan.queries';

describe('the plan from its rows', () => {
  it('groups the lines by year and kind and reads the size of a post in hundredths', () => {
    const line = { label: 'x', fteHundredths: null, months: null };

    const plan = toPlan({
      planYears: [
        { year: 2026, requestedCents: 10 },
        { year: 2027, requestedCents: 0 },
      ],
      planLines: [
        {
          ...line,
          year: 2026,
          kind: 'EXPENSE',
          code: 'COORDINATOR_POST',
          fteHundredths: 75,
          months: 8,
          amountCents: 12,
        },
        { ...line, year: 2026, kind: 'INCOME', code: 'OWN', amountCents: 2 },
      ],
    });

    expect(plan).toEqual([
      {
        year: 2026,
        expenses: [{ component: 'COORDINATOR_POST', label: 'x', fte: 0.75, months: 8, amountCents: 12 }],
        income: [{ kind: 'OWN', label: 'x', amountCents: 2 }],
        requestedCents: 10,
      },
      { year: 2027, expenses: [], income: [], requestedCents: 0 },
    ]);
  });
});
