import type { BudgetActKind, BudgetActState } from '@wir/budget/domain';
import type { ActionLooks, StatusLook } from '@wir/shared/ui';

export const BUDGET_ACT_LOOKS: Readonly<Record<BudgetActState, StatusLook>> = {
  PROPOSED: { tone: 'act', icon: 'hourglass', label: 'budget.actState.PROPOSED' },
  APPLIED: { tone: 'done', icon: 'check', label: 'budget.actState.APPLIED' },
  REJECTED: { tone: 'stop', icon: 'close', label: 'budget.actState.REJECTED' },
  WITHDRAWN: { tone: 'neutral', icon: 'undo', label: 'budget.actState.WITHDRAWN' },
};

export const BUDGET_ACT_ACTIONS: ActionLooks = {
  apply: { label: 'budget.decide.apply.button', icon: 'check' },
  reject: { label: 'budget.decide.reject.button', icon: 'close', secondary: true },
  withdraw: { label: 'budget.decide.withdraw.button', icon: 'undo', secondary: true },
  release: { label: 'budget.decide.release.button', icon: 'undo', secondary: true },
};

export function actKindLabel(kind: BudgetActKind): string {
  return `budget.actKind.${kind}`;
}
