import type { BudgetYearAct, BudgetYearState } from '@wir/budget/domain';
import type { StatusLook } from '@wir/shared/ui';

export const BUDGET_YEAR_LOOKS: Readonly<Record<BudgetYearState, StatusLook>> = {
  PLANNED: { tone: 'neutral', icon: 'calendar', label: 'budget.state.PLANNED' },
  PROVISIONAL: { tone: 'act', icon: 'hourglass', label: 'budget.state.PROVISIONAL' },
  OPEN: { tone: 'done', icon: 'check', label: 'budget.state.OPEN' },
  CASH_CLOSED: { tone: 'wait', icon: 'bank', label: 'budget.state.CASH_CLOSED' },
  CLOSED: { tone: 'neutral', icon: 'lock', label: 'budget.state.CLOSED' },
};

interface ActLook {
  /** Text keys: button, question, what follows from it, what its reason may be. */
  readonly button: string;
  readonly title: string;
  readonly text: string;
  readonly hint: string;
  /** Closing cannot be taken back. */
  readonly tone?: 'danger';
}

export const BUDGET_YEAR_ACT_LOOKS: Readonly<Record<BudgetYearAct, ActLook>> = {
  open: {
    button: 'budget.act.open.button',
    title: 'budget.act.open.title',
    text: 'budget.act.open.text',
    hint: 'budget.act.open.hint',
  },
  openProvisionally: {
    button: 'budget.act.openProvisionally.button',
    title: 'budget.act.openProvisionally.title',
    text: 'budget.act.openProvisionally.text',
    hint: 'budget.act.openProvisionally.hint',
  },
  closeCash: {
    button: 'budget.act.closeCash.button',
    title: 'budget.act.closeCash.title',
    text: 'budget.act.closeCash.text',
    hint: 'budget.act.closeCash.hint',
  },
  close: {
    button: 'budget.act.close.button',
    title: 'budget.act.close.title',
    text: 'budget.act.close.text',
    hint: 'budget.act.close.hint',
    tone: 'danger',
  },
};
