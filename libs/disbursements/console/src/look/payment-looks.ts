import type {
  PaymentDiscrepancyState,
  PaymentReturnOutcome,
  PaymentRunDto,
  PaymentRunState,
} from '@wir/shared/contract';
import type { ActionLooks, StatusLook } from '@wir/shared/ui';

export const RUN_LOOKS: Readonly<Record<PaymentRunState, StatusLook>> = {
  FROZEN: { tone: 'act', icon: 'lock', label: 'disbursements.runState.FROZEN' },
  EXPORTING: { tone: 'wait', icon: 'refresh', label: 'disbursements.runState.EXPORTING' },
  EXPORTED: { tone: 'wait', icon: 'hourglass', label: 'disbursements.runState.EXPORTED' },
  TAKEN_BACK: { tone: 'neutral', icon: 'undo', label: 'disbursements.runState.TAKEN_BACK' },
};
const ANSWERED: StatusLook = { tone: 'done', icon: 'check-circle', label: 'disbursements.runState.done' };

/** An exported run is over when the cash office has answered every order of it. */
export function runLook({ state, openCount }: Pick<PaymentRunDto, 'state' | 'openCount'>): StatusLook {
  return state === 'EXPORTED' && openCount === 0 ? ANSWERED : RUN_LOOKS[state];
}

/** Releasing is the next step; taking back never offers itself. */
export const RUN_ACTIONS: ActionLooks = {
  export: { label: 'disbursements.act.release', icon: 'sign' },
  takeBack: { label: 'disbursements.act.takeBack', icon: 'undo', secondary: true },
};

export const OUTCOME_LOOKS: Readonly<Record<PaymentReturnOutcome, StatusLook>> = {
  BOOKED: { tone: 'done', icon: 'check-circle', label: 'disbursements.outcome.BOOKED' },
  FAILED: { tone: 'act', icon: 'undo', label: 'disbursements.outcome.FAILED' },
  RETURNED: { tone: 'act', icon: 'undo', label: 'disbursements.outcome.RETURNED' },
  REPAID: { tone: 'done', icon: 'back', label: 'disbursements.outcome.REPAID' },
  REPEATED: { tone: 'neutral', icon: 'copy', label: 'disbursements.outcome.REPEATED' },
  REJECTED: { tone: 'stop', icon: 'error', label: 'disbursements.outcome.REJECTED' },
};

export const DISCREPANCY_LOOKS: Readonly<Record<PaymentDiscrepancyState, StatusLook>> = {
  OPEN: { tone: 'act', icon: 'alert', label: 'disbursements.discrepancyState.OPEN' },
  ASSIGNED: { tone: 'wait', icon: 'person', label: 'disbursements.discrepancyState.ASSIGNED' },
  RESOLVED: { tone: 'done', icon: 'check-circle', label: 'disbursements.discrepancyState.RESOLVED' },
  WAIVED: { tone: 'neutral', icon: 'flag', label: 'disbursements.discrepancyState.WAIVED' },
};

/** Who has taken it settles it; waiving is for another person and never the next step by itself. */
export const DISCREPANCY_ACTIONS: ActionLooks = {
  resolve: { label: 'disbursements.act.resolve', icon: 'check' },
  assign: { label: 'disbursements.act.take', icon: 'person' },
  waive: { label: 'disbursements.act.waive', icon: 'flag', secondary: true },
};
