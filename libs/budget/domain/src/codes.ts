/** Refusals of this domain; `{name}` stands for a detail of the refusal. */
export const BUDGET_TEXTS = {
  'budget.exceeded': 'Im Haushaltsjahr {year} sind nur noch {freeCents} frei.',
  'budget.authorisation-exceeded':
    'Die Verpflichtungsermächtigung für {year} reicht nicht: frei sind nur noch {freeCents}.',
  'budget.account-exceeded': 'Im Haushaltsjahr {year} ist auf dem Konto nicht genug Geld für diese Buchung.',
  'budget.year-not-open': 'Das Haushaltsjahr {year} nimmt diese Buchung nicht an.',
  'budget.reservation-too-small': 'Für das Haushaltsjahr {year} ist weniger vorgemerkt als bewilligt werden soll.',
  'budget.amount-not-positive': 'Eine Buchung braucht einen Betrag über 0 €.',
  'budget.year-not-found': 'Dieses Haushaltsjahr gibt es nicht.',
  'budget.year-invalid': 'Nennen Sie ein Haushaltsjahr mit vier Ziffern oder »total«.',
  'budget.booked-already': 'Diese Buchung gibt es schon.',
  'budget-year.orders-open':
    'Im Haushaltsjahr {year} sind noch {orderedCents} angeordnet. Warten Sie die Rückmeldung der Kasse ab.',
  'budget-year.wrong-state': 'Das ist im jetzigen Zustand des Haushaltsjahres nicht möglich.',
  'budget-year.role-not-allowed': 'Dafür fehlt Ihnen die Berechtigung.',
} as const;

export type BudgetCode = keyof typeof BUDGET_TEXTS;
