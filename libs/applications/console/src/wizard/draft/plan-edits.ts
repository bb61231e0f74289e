import { DECLARATION_TEXTS } from '@wir/applications/domain';
import type { Draft, DraftExpense, DraftIncome, DraftYear } from './draft';

/** Changes of the plan as pure steps from draft to draft, so that each can be taken back whole. */
export type PlanEdit = (draft: Draft) => Draft;

export function addExpenses(yearIndex: number, lines: readonly DraftExpense[]): PlanEdit {
  return changeYear(yearIndex, (year) => ({ ...year, expenses: [...year.expenses, ...lines] }));
}

export function replaceExpenses(yearIndex: number, lines: readonly DraftExpense[]): PlanEdit {
  return changeYear(yearIndex, (year) => ({ ...year, expenses: [...lines] }));
}

export function removeExpense(yearIndex: number, index: number): PlanEdit {
  return changeYear(yearIndex, (year) => ({ ...year, expenses: year.expenses.filter((_line, at) => at !== index) }));
}

export function addIncome(yearIndex: number, line: DraftIncome): PlanEdit {
  return changeYear(yearIndex, (year) => ({ ...year, income: [...year.income, line] }));
}

export function removeIncome(yearIndex: number, index: number): PlanEdit {
  return changeYear(yearIndex, (year) => ({ ...year, income: year.income.filter((_line, at) => at !== index) }));
}

export function request(yearIndex: number, requestedCents: number): PlanEdit {
  return changeYear(yearIndex, (year) => ({ ...year, requestedCents }));
}

/** Costs of this year go into every later year of the plan; what stood there is replaced. */
export function copyExpensesOn(yearIndex: number): PlanEdit {
  return copyOn(yearIndex, (from, to) => ({ ...to, expenses: from.expenses.map(plainExpense) }));
}

/** Income and requested amount of this year go into every later year. */
export function copyFinancingOn(yearIndex: number): PlanEdit {
  return copyOn(yearIndex, (from, to) => ({
    ...to,
    income: from.income.map(({ kind, label, amountCents }) => ({ kind, label, amountCents })),
    requestedCents: from.requestedCents,
  }));
}

export const DECLARATION_NAMES = Object.keys(DECLARATION_TEXTS) as readonly (keyof typeof DECLARATION_TEXTS)[];

/** Signal Forms marks the lines it tracks; a copy must not carry the mark of its original. */
function plainExpense({ component, label, fte, months, amountCents }: DraftExpense): DraftExpense {
  return { component, label, fte, months, amountCents };
}

function changeYear(yearIndex: number, change: (year: DraftYear) => DraftYear): PlanEdit {
  return (draft) => ({ ...draft, years: draft.years.map((year, at) => (at === yearIndex ? change(year) : year)) });
}

function copyOn(yearIndex: number, copy: (from: DraftYear, to: DraftYear) => DraftYear): PlanEdit {
  return (draft) => {
    const from = draft.years[yearIndex];
    if (!from) return draft;
    return { ...draft, years: draft.years.map((year, at) => (at > yearIndex ? copy(from, year) : year)) };
  };
}
