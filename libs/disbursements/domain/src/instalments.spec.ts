import { add, cents, DomainError, localDate, sum, type Cents } from '@wir/shared/kernel';
import fc from 'fast-check';
import {
  assertInstalmentPlan,
  isDueSoon,
  proposedInstalments,
  reducedInstalments,
  vacancySavings,
  type PlannedInstalment,
} from './instalments';

const seed = Number(process.env['SEED'] ?? Date.now() % 2_147_483_647);
process.stdout.write(`instalments: SEED=${seed}\n`);
const anyCents = fc.integer({ min: 1, max: 99_999_999 }).map(cents);

const plan = (...parts: readonly [string, number][]): PlannedInstalment[] =>
  parts.map(([day, amount]) => ({ year: Number(day.slice(0, 4)), dueOn: localDate(day), amountCents: cents(amount) }));
const codesOf = (instalments: readonly PlannedInstalment[]): unknown => {
  try {
    assertInstalmentPlan(instalments, [{ year: 2026, amountCents: cents(100) }]);
    return [];
  } catch (error) {
    return error instanceof DomainError
      ? (error.details['errors'] as { code: string }[]).map(({ code }) => code)
      : error;
  }
};

describe('instalments', () => {
  it('are proposed for March and September and pay the tranche to the cent', () => {
    fc.assert(
      fc.property(anyCents, (amountCents) => {
        const proposed = proposedInstalments([{ year: 2026, amountCents }]);
        expect(sum(proposed.map((each) => each.amountCents))).toBe(amountCents);
        assertInstalmentPlan(proposed, [{ year: 2026, amountCents }]);
      }),
      { seed },
    );
    expect(proposedInstalments([{ year: 2027, amountCents: cents(101) }])).toEqual(
      plan(['2027-03-15', 51], ['2027-09-15', 50]),
    );
  });

  it.each<[string, PlannedInstalment[], string[]]>([
    ['a cent too little', plan(['2026-03-15', 99]), ['instalment.sum-differs']],
    ['two on one day', plan(['2026-03-15', 50], ['2026-03-15', 50]), ['instalment.not-ascending']],
    ['a year without tranche', plan(['2028-03-15', 100]), ['disbursement.year-without-tranche']],
    ['nothing at all on a day', plan(['2026-03-15', 0], ['2026-04-15', 100]), ['disbursement.amount-not-positive']],
    ['one sum on one day', plan(['2026-06-01', 100]), []],
  ])('with %s', (_name, instalments, codes) => {
    expect(codesOf(instalments)).toEqual(codes);
  });

  it('come up fourteen days before they are due', () => {
    expect(isDueSoon(localDate('2026-03-15'), localDate('2026-02-28'))).toBe(false);
    expect(isDueSoon(localDate('2026-03-15'), localDate('2026-03-01'))).toBe(true);
    expect(isDueSoon(localDate('2026-03-15'), localDate('2026-05-01'))).toBe(true);
  });
});

describe('a vacancy', () => {
  const year = { trancheCents: cents(120_000), expensesCents: cents(240_000) };

  it('saves the vacant months in the share of the grant', () => {
    const post = { expenseCents: cents(120_000), plannedFteMonths: 1200, vacantFteMonths: 300 };

    expect(vacancySavings([post], year)).toBe(15_000);
    expect(vacancySavings([{ ...post, vacantFteMonths: 9_999 }], year)).toBe(60_000);
    expect(vacancySavings([], year)).toBe(0);
  });

  it('shrinks the instalments to come from the last one and never below nothing', () => {
    expect(reducedInstalments([cents(60), cents(60)], cents(70))).toEqual([50, 0]);
    fc.assert(
      fc.property(fc.array(anyCents, { maxLength: 6 }), anyCents, (open, savings) => {
        const reduced = reducedInstalments(open, savings);
        const taken = sum(open) - sum(reduced);
        expect(taken).toBe(Math.min(sum(open), savings));
        expect(reduced.every((amount) => amount >= 0)).toBe(true);
      }),
      { seed },
    );
  });

  it('saves more when it lasts longer, and never more than the tranche', () => {
    fc.assert(
      fc.property(
        anyCents,
        fc.integer({ min: 1, max: 1200 }),
        fc.integer({ min: 0, max: 1199 }),
        (expenseCents, planned, vacant) => {
          const post = { expenseCents, plannedFteMonths: planned };
          const of = (months: number): Cents =>
            vacancySavings([{ ...post, vacantFteMonths: months }], {
              trancheCents: cents(500_000),
              expensesCents: add(expenseCents, cents(1)),
            });
          expect(of(vacant)).toBeLessThanOrEqual(of(vacant + 1));
          expect(of(vacant)).toBeLessThanOrEqual(500_000);
        },
      ),
      { seed },
    );
  });
});
