import type { DisbursementState, PaymentOrderState } from '@wir/disbursements/domain';
import type { AwardDto, BankAccountDto } from '@wir/shared/contract';
import type { ActionLooks, StatusLook } from '@wir/shared/ui';

export const REQUEST_LOOKS: Readonly<Record<DisbursementState, StatusLook>> = {
  DRAFT: { tone: 'neutral', icon: 'edit', label: 'disbursements.state.DRAFT' },
  SUBMITTED: { tone: 'info', icon: 'send', label: 'disbursements.state.SUBMITTED' },
  RETURNED: { tone: 'act', icon: 'undo', label: 'disbursements.state.RETURNED' },
  CHECKED: { tone: 'wait', icon: 'check', label: 'disbursements.state.CHECKED' },
  ORDERED: { tone: 'wait', icon: 'sign', label: 'disbursements.state.ORDERED' },
  EXPORTED: { tone: 'wait', icon: 'run', label: 'disbursements.state.EXPORTED' },
  PAID: { tone: 'done', icon: 'check-circle', label: 'disbursements.state.PAID' },
  FAILED: { tone: 'stop', icon: 'error', label: 'disbursements.state.FAILED' },
  CANCELLED: { tone: 'neutral', icon: 'cancel', label: 'disbursements.state.CANCELLED' },
};

export const ORDER_LOOKS: Readonly<Record<PaymentOrderState, StatusLook>> = {
  ORDERED: REQUEST_LOOKS.ORDERED,
  EXPORTED: REQUEST_LOOKS.EXPORTED,
  PAID: REQUEST_LOOKS.PAID,
  FAILED: REQUEST_LOOKS.FAILED,
  CANCELLED: REQUEST_LOOKS.CANCELLED,
};

export const AWARD_LOOKS: Readonly<Record<AwardDto['state'], StatusLook>> = {
  PENDING: { tone: 'neutral', icon: 'hourglass', label: 'disbursements.awardState.PENDING' },
  COMMITTED: { tone: 'wait', icon: 'lock', label: 'disbursements.awardState.COMMITTED' },
  FINAL: { tone: 'done', icon: 'check-circle', label: 'disbursements.awardState.FINAL' },
  VOIDED: { tone: 'stop', icon: 'cancel', label: 'disbursements.awardState.VOIDED' },
};

export const ACCOUNT_LOOKS: Readonly<Record<BankAccountDto['state'], StatusLook>> = {
  PROPOSED: { tone: 'act', icon: 'hourglass', label: 'disbursements.accountState.PROPOSED' },
  CONFIRMED: { tone: 'done', icon: 'check-circle', label: 'disbursements.accountState.CONFIRMED' },
  SUPERSEDED: { tone: 'neutral', icon: 'history', label: 'disbursements.accountState.SUPERSEDED' },
};

/** In the order of importance; what sends back or ends never offers itself as the next step. */
export const REQUEST_ACTIONS: ActionLooks = {
  order: { label: 'disbursements.act.order', icon: 'sign' },
  check: { label: 'disbursements.act.check', icon: 'check' },
  submit: { label: 'disbursements.act.submit', icon: 'send' },
  return: { label: 'disbursements.act.return', icon: 'undo', secondary: true },
  cancel: { label: 'disbursements.act.cancel', icon: 'cancel', secondary: true },
};
