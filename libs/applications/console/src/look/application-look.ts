import type { ApplicationState } from '@wir/applications/domain';
import type { ActionLooks, StatusLook } from '@wir/shared/ui';

export const APPLICATION_LOOKS: Readonly<Record<ApplicationState, StatusLook>> = {
  DRAFT: { tone: 'neutral', icon: 'edit', label: 'applications.state.DRAFT' },
  READY_TO_SIGN: { tone: 'act', icon: 'sign', label: 'applications.state.READY_TO_SIGN' },
  SUBMITTED: { tone: 'info', icon: 'send', label: 'applications.state.SUBMITTED' },
  INFO_REQUESTED: { tone: 'act', icon: 'question', label: 'applications.state.INFO_REQUESTED' },
  UNDER_REVIEW: { tone: 'wait', icon: 'search', label: 'applications.state.UNDER_REVIEW' },
  REVIEWED: { tone: 'wait', icon: 'tasks', label: 'applications.state.REVIEWED' },
  BUDGET_CONFIRMED: { tone: 'wait', icon: 'budget', label: 'applications.state.BUDGET_CONFIRMED' },
  APPROVED: { tone: 'done', icon: 'check-circle', label: 'applications.state.APPROVED' },
  PARTLY_APPROVED: { tone: 'done', icon: 'scale', label: 'applications.state.PARTLY_APPROVED' },
  REJECTED: { tone: 'stop', icon: 'cancel', label: 'applications.state.REJECTED' },
  WITHDRAWN: { tone: 'neutral', icon: 'undo', label: 'applications.state.WITHDRAWN' },
  EXPIRED: { tone: 'neutral', icon: 'hourglass', label: 'applications.state.EXPIRED' },
};

/** In the order of importance. Checks are answered in the tab, not by a button. */
const APPLICATION_ACTIONS: ActionLooks = {
  submit: { label: 'applications.act.submit', icon: 'send' },
  confirmCompleteness: { label: 'applications.act.confirmCompleteness', icon: 'check' },
  recommend: { label: 'applications.act.recommend', icon: 'tasks' },
  confirmBudget: { label: 'applications.act.confirmBudget', icon: 'budget' },
  decide: { label: 'applications.act.decide', icon: 'scale' },
  edit: { label: 'applications.act.edit', icon: 'edit' },
  requestSignature: { label: 'applications.act.requestSignature', icon: 'sign' },
  requestInformation: { label: 'applications.act.requestInformation', icon: 'question', secondary: true },
  returnFromSignature: { label: 'applications.act.returnFromSignature', icon: 'back', secondary: true },
  withdraw: { label: 'applications.act.withdraw', icon: 'undo', secondary: true },
};

/** The same deed has another name while the authority waits for an answer. */
export function actionLooks(state: ApplicationState): ActionLooks {
  if (state !== 'INFO_REQUESTED') return APPLICATION_ACTIONS;
  return { ...APPLICATION_ACTIONS, edit: { label: 'applications.act.answer', icon: 'edit' } };
}
