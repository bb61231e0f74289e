import { euros, localDate } from '@wir/shared/kernel';
import { aPlanYear, CALL } from './an-application';
import type { PlanYear } from './application';
import { planProblems } from './plan-problems';
import { fundableOf, imbalanceOf } from './plan-sums';

const PERIOD = CALL.period;

function problems(...years: PlanYear[]): string[] {
  return planProblems(years, PERIOD, CALL.caps).map(({ path, code }) => `${path} ${code}`);
}

describe('a financing plan', () => {
  it('with expenses covered by income and grant has no problem', () => {
    expect(problems(aPlanYear(), aPlanYear({ year: 2027 }))).toEqual([]);
  });

  it('needs a year and a requested amount', () => {
    expect(problems()).toEqual(['years application.plan-missing']);
    expect(
      problems(
        aPlanYear({ requestedCents: 0, income: [{ kind: 'OWN', label: 'Eigenanteil', amountCents: 15_000_000 }] }),
      ),
    ).toEqual(['years application.requested-missing']);
  });

  it('is refused where a year does not balance by one cent', () => {
    const year = aPlanYear({ requestedCents: 11_999_999 });

    expect(problems(year)).toEqual(['years[0] application.plan-unbalanced']);
    expect(imbalanceOf(year)).toBe(1);
  });

  it('is refused where a year lies outside the period or stands twice', () => {
    expect(problems(aPlanYear({ year: 2031 }))).toEqual(['years[0].year application.year-outside-period']);
    expect(problems(aPlanYear(), aPlanYear())).toEqual(['years[1].year application.year-duplicate']);
    expect(problems(aPlanYear({ year: Number.NaN }))).toEqual(['years[0].year application.year-outside-period']);
  });

  it.each([
    [0, 'application.amount-not-positive'],
    [-5, 'application.amount-not-positive'],
    [0.5, 'application.amount-invalid'],
    [2 ** 60, 'application.amount-invalid'],
  ])('refuses an amount of %d with %s', (amountCents, code) => {
    expect(problems(aPlanYear({ income: [{ kind: 'OWN', label: 'Eigenanteil', amountCents }] }))).toEqual([
      `years[0].income[0].amountCents ${code}`,
    ]);
  });

  it('asks for expenses and for a name of each line', () => {
    expect(problems(aPlanYear({ expenses: [] }))).toEqual(['years[0].expenses application.expenses-missing']);
    expect(problems(aPlanYear({ income: [{ kind: 'OWN', label: ' ', amountCents: 3_000_000 }] }))).toEqual([
      'years[0].income[0].label application.label-missing',
    ]);
  });

  it.each([
    [{ fte: 2.01, months: 12 }, 'years[0].expenses[0].fte application.fte-over-limit'],
    [{ fte: 0.333, months: 12 }, 'years[0].expenses[0].fte application.fte-invalid'],
    [{ fte: 1, months: 13 }, 'years[0].expenses[0].months application.months-invalid'],
    [{ fte: 1, months: 1.5 }, 'years[0].expenses[0].months application.months-invalid'],
  ])('refuses a post of %j', (post, expected) => {
    const expense = { component: 'COORDINATOR_POST', label: 'Koordination', amountCents: 15_000_000, ...post } as const;

    expect(problems(aPlanYear({ expenses: [expense] }))).toEqual([expected]);
  });
});

describe('the most that can be granted in a year', () => {
  const year = (expenses: PlanYear['expenses']): PlanYear => aPlanYear({ expenses });

  it('is the cap pro rata by size and months', () => {
    expect(
      fundableOf(
        year([{ component: 'COORDINATOR_POST', label: 'x', fte: 0.75, months: 8, amountCents: 5_000_000 }]),
        PERIOD,
        CALL.caps,
      ),
    ).toBe(euros(30_000));
  });

  it('is never more than the expenses', () => {
    expect(
      fundableOf(
        year([{ component: 'COORDINATOR_POST', label: 'x', fte: 2, months: 12, amountCents: 999 }]),
        PERIOD,
        CALL.caps,
      ),
    ).toBe(999);
  });

  it('is 145.000 € for all components and nothing for material cost', () => {
    const all: PlanYear['expenses'] = [
      { component: 'COORDINATOR_POST', label: 'a', fte: 1, months: 12, amountCents: 9_000_000 },
      { component: 'COORDINATOR_POST', label: 'b', fte: 1, months: 12, amountCents: 9_000_000 },
      { component: 'ASSISTANT_POST', label: 'c', fte: 1, months: 12, amountCents: 5_000_000 },
      { component: 'MICRO_PROJECT_FUND', label: 'd', amountCents: 800_000 },
      { component: 'MATERIAL_COST', label: 'e', amountCents: 4_000_000 },
    ];

    expect(fundableOf(year(all), PERIOD, CALL.caps)).toBe(euros(145_000));
  });

  it('of three half posts counts them together, up to two full ones', () => {
    const halves = [1, 2, 3].map((n) => ({
      component: 'COORDINATOR_POST' as const,
      label: `${n}`,
      fte: 0.5,
      months: 12,
      amountCents: 5_000_000,
    }));

    expect(fundableOf(year(halves), PERIOD, CALL.caps)).toBe(euros(90_000));
    expect(fundableOf(year([...halves, ...halves]), PERIOD, CALL.caps)).toBe(euros(120_000));
  });

  it('falls with a period that begins in the year', () => {
    const late = { start: localDate('2026-07-01'), end: localDate('2026-12-31') };

    expect(
      fundableOf(
        year([{ component: 'COORDINATOR_POST', label: 'x', fte: 2, months: 12, amountCents: 15_000_000 }]),
        late,
        CALL.caps,
      ),
    ).toBe(euros(60_000));
  });

  it('counts a post without stated size with its ceiling', () => {
    expect(
      fundableOf(year([{ component: 'COORDINATOR_POST', label: 'x', amountCents: 15_000_000 }]), PERIOD, CALL.caps),
    ).toBe(euros(120_000));
  });

  it('is the limit of the request, to the cent', () => {
    const over = aPlanYear({
      requestedCents: 12_000_001,
      income: [{ kind: 'OWN', label: 'Eigenanteil', amountCents: 2_999_999 }],
    });

    expect(problems(over)).toEqual(['years[0].requestedCents application.requested-over-cap']);
  });
});
