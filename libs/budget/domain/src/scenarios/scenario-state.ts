import type { ActorRole } from '@wir/identity/domain';
import { defineTransitions, type TransitionTable } from '@wir/shared/kernel';

export type BudgetScenarioState = 'DRAFT' | 'PROPOSED' | 'APPLIED' | 'REJECTED' | 'WITHDRAWN';
export type BudgetScenarioAct = 'edit' | 'propose' | 'apply' | 'reject' | 'withdraw';

const EDITORS: readonly ActorRole[] = ['BUDGET_OFFICER', 'HEAD_OF_UNIT'];

/** Planspiel: free to try, booked only by a second person. */
export const BUDGET_SCENARIO_TRANSITIONS: TransitionTable<BudgetScenarioState, BudgetScenarioAct, ActorRole> =
  defineTransitions({
    name: 'budget-scenario',
    initial: 'DRAFT',
    states: {
      DRAFT: 'Entwurf',
      PROPOSED: 'vorgeschlagen',
      APPLIED: 'gebucht',
      REJECTED: 'abgelehnt',
      WITHDRAWN: 'verworfen',
    },
    edges: [
      { act: 'edit', from: 'DRAFT', to: 'DRAFT', roles: EDITORS, label: 'Bearbeiten' },
      { act: 'propose', from: 'DRAFT', to: 'PROPOSED', roles: EDITORS, label: 'Zur Freigabe vorschlagen' },
      { act: 'apply', from: 'PROPOSED', to: 'APPLIED', roles: EDITORS, label: 'Freigeben und buchen' },
      { act: 'reject', from: 'PROPOSED', to: 'REJECTED', roles: EDITORS, label: 'Ablehnen' },
      { act: 'withdraw', from: 'DRAFT', to: 'WITHDRAWN', roles: EDITORS, label: 'Verwerfen' },
      { act: 'withdraw', from: 'PROPOSED', to: 'WITHDRAWN', roles: EDITORS, label: 'Zurückziehen' },
    ],
  });
