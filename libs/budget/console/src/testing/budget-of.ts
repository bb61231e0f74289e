import type { BudgetDto, BudgetTotalDto, BudgetYearDto } from '@wir/shared/contract';

const NOTHING: BudgetTotalDto = {
  appropriatedCents: 0,
  lockedCents: 0,
  reservedCents: 0,
  committedCents: 0,
  orderedCents: 0,
  paidCents: 0,
  returnedCents: 0,
  lapsedCents: 0,
  freeCents: 0,
};

/** Two years with an Ansatz of 1,000 € each; what is promised or paid comes out of what is free. */
export function budgetOf(parts: Readonly<Record<number, Partial<BudgetTotalDto>>> = {}): BudgetDto {
  const years = [2026, 2027].map((year) => yearOf(year, parts[year] ?? {}));
  const members = Object.keys(NOTHING) as (keyof BudgetTotalDto)[];
  const total: BudgetTotalDto = { ...NOTHING };
  for (const member of members) total[member] = years.reduce((sum, year) => sum + year[member], 0);
  return { asOf: '2026-03-02T08:00:00.000Z', years, total, commitmentAuthorisations: [] };
}

function yearOf(year: number, parts: Partial<BudgetTotalDto>): BudgetYearDto {
  const used = Object.values(parts).reduce((sum, amount) => sum + amount, 0);
  return { ...NOTHING, ...parts, appropriatedCents: 100_000, freeCents: 100_000 - used, year, state: 'PLANNED' };
}
