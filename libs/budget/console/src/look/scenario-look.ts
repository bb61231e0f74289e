import type { BudgetScenarioState } from '@wir/budget/domain';
import type { ActionLooks, StatusLook } from '@wir/shared/ui';

export const SCENARIO_LOOKS: Readonly<Record<BudgetScenarioState, StatusLook>> = {
  DRAFT: { tone: 'neutral', icon: 'edit', label: 'budget.scenarioState.DRAFT' },
  PROPOSED: { tone: 'act', icon: 'hourglass', label: 'budget.scenarioState.PROPOSED' },
  APPLIED: { tone: 'done', icon: 'check', label: 'budget.scenarioState.APPLIED' },
  REJECTED: { tone: 'stop', icon: 'close', label: 'budget.scenarioState.REJECTED' },
  WITHDRAWN: { tone: 'neutral', icon: 'undo', label: 'budget.scenarioState.WITHDRAWN' },
};

export const SCENARIO_ACTIONS: ActionLooks = {
  propose: { label: 'budget.scenario.propose.button', icon: 'send' },
  apply: { label: 'budget.scenario.apply.button', icon: 'check' },
  reject: { label: 'budget.scenario.reject.button', icon: 'close', secondary: true },
  withdraw: { label: 'budget.scenario.withdraw.button', icon: 'undo', secondary: true },
};
