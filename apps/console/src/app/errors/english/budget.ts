import type { BudgetCode } from '@wir/budget/domain';

export const BUDGET_ENGLISH: Readonly<Record<BudgetCode, string>> = {
  'budget.exceeded': 'In the budget year {year} only {freeCents} are free.',
  'budget.authorisation-exceeded':
    'The commitment authorisation for {year} is not sufficient: only {freeCents} are free.',
  'budget.account-exceeded': 'In the budget year {year} the account does not hold enough money for this booking.',
  'budget.year-not-open': 'The budget year {year} does not accept this booking.',
  'budget.reservation-too-small': 'Less is reserved for the budget year {year} than is to be granted.',
  'budget.amount-not-positive': 'A booking needs an amount above € 0.',
  'budget.year-not-found': 'This budget year does not exist.',
  'budget.year-invalid': 'Name a budget year with four digits or “total”.',
  'budget.booked-already': 'This booking exists already.',
  'budget-year.orders-open':
    'In the budget year {year} {orderedCents} are still ordered. Wait for the answer of the treasury.',
  'budget-year.wrong-state': 'This is not possible in the present state of the budget year.',
  'budget-year.role-not-allowed': 'You lack the permission for this.',
};
