import { defineTransitions, type TransitionTable } from '@wir/shared/kernel';
import type { ActorRole } from '@wir/identity/domain';

/** Haushaltsjahr. PROVISIONAL is the vorläufige Haushaltsführung before the budget act is promulgated. */
export type BudgetYearState = 'PLANNED' | 'PROVISIONAL' | 'OPEN' | 'CASH_CLOSED' | 'CLOSED';
export type BudgetYearAct = 'openProvisionally' | 'open' | 'closeCash' | 'close';

const BUDGET: readonly ActorRole[] = ['BUDGET_OFFICER'];

/** CLOSED is irreversible: corrections go to the current year. */
export const BUDGET_YEAR_TRANSITIONS: TransitionTable<BudgetYearState, BudgetYearAct, ActorRole> = defineTransitions({
  name: 'budget-year',
  initial: 'PLANNED',
  states: {
    PLANNED: 'geplant',
    PROVISIONAL: 'vorläufige Haushaltsführung',
    OPEN: 'offen',
    CASH_CLOSED: 'Kassenschluss',
    CLOSED: 'abgeschlossen',
  },
  edges: [
    {
      act: 'openProvisionally',
      from: 'PLANNED',
      to: 'PROVISIONAL',
      roles: BUDGET,
      label: 'Vorläufige Haushaltsführung beginnen',
    },
    { act: 'open', from: 'PLANNED', to: 'OPEN', roles: BUDGET, label: 'Haushaltsjahr eröffnen' },
    { act: 'open', from: 'PROVISIONAL', to: 'OPEN', roles: BUDGET, label: 'Haushaltsjahr eröffnen' },
    { act: 'closeCash', from: 'OPEN', to: 'CASH_CLOSED', roles: BUDGET, label: 'Kassenschluss' },
    { act: 'close', from: 'CASH_CLOSED', to: 'CLOSED', roles: BUDGET, label: 'Haushaltsjahr abschließen' },
  ],
});
