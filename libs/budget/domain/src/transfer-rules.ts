import type { AccountKind } from './accounts';
import type { BudgetYearState } from './budget-year';

export type TransferKind =
  | 'APPROPRIATE'
  | 'CUT'
  | 'LOCK'
  | 'UNLOCK'
  | 'RESERVE'
  | 'RELEASE_RESERVATION'
  | 'COMMIT'
  | 'RELEASE_COMMITMENT'
  | 'ORDER'
  | 'CANCEL_ORDER'
  | 'PAY'
  | 'FAIL'
  | 'RETURN'
  | 'LAPSE'
  | 'AUTHORISE'
  | 'USE_VE'
  | 'RELEASE_VE';

/** From which account to which a booking may move money, and in which states of the year. The database holds the same table. */
export interface TransferRule {
  readonly from: AccountKind;
  readonly to: AccountKind;
  readonly yearStates: readonly BudgetYearState[];
  readonly label: string;
}

const NOT_ENDED: readonly BudgetYearState[] = ['PLANNED', 'PROVISIONAL', 'OPEN'];
const NOT_CLOSED: readonly BudgetYearState[] = ['PLANNED', 'PROVISIONAL', 'OPEN', 'CASH_CLOSED'];
const RUNNING: readonly BudgetYearState[] = ['PROVISIONAL', 'OPEN'];
const RUNNING_OR_CASH_CLOSED: readonly BudgetYearState[] = ['PROVISIONAL', 'OPEN', 'CASH_CLOSED'];

export const TRANSFER_RULES: Readonly<Record<TransferKind, TransferRule>> = {
  APPROPRIATE: { from: 'appropriation', to: 'free', yearStates: NOT_ENDED, label: 'Ansatz' },
  CUT: { from: 'free', to: 'appropriation', yearStates: NOT_ENDED, label: 'Kürzung des Ansatzes' },
  LOCK: { from: 'free', to: 'locked', yearStates: NOT_ENDED, label: 'Haushaltssperre' },
  UNLOCK: { from: 'locked', to: 'free', yearStates: NOT_ENDED, label: 'Aufhebung der Sperre' },
  RESERVE: { from: 'free', to: 'reserved', yearStates: NOT_ENDED, label: 'Vormerkung' },
  RELEASE_RESERVATION: { from: 'reserved', to: 'free', yearStates: NOT_CLOSED, label: 'Auflösung der Vormerkung' },
  COMMIT: { from: 'reserved', to: 'committed', yearStates: NOT_ENDED, label: 'Mittelbindung' },
  RELEASE_COMMITMENT: { from: 'committed', to: 'free', yearStates: NOT_CLOSED, label: 'Auflösung der Mittelbindung' },
  ORDER: { from: 'committed', to: 'ordered', yearStates: RUNNING, label: 'Auszahlungsanordnung' },
  CANCEL_ORDER: { from: 'ordered', to: 'committed', yearStates: RUNNING_OR_CASH_CLOSED, label: 'Storno der Anordnung' },
  PAY: { from: 'ordered', to: 'paid', yearStates: RUNNING_OR_CASH_CLOSED, label: 'Auszahlung' },
  FAIL: { from: 'ordered', to: 'committed', yearStates: RUNNING_OR_CASH_CLOSED, label: 'Rückläufer' },
  RETURN: { from: 'paid', to: 'returned', yearStates: RUNNING_OR_CASH_CLOSED, label: 'Rückzahlung' },
  LAPSE: { from: 'free', to: 'lapsed', yearStates: ['OPEN', 'CASH_CLOSED'], label: 'Verfall' },
  AUTHORISE: { from: 've_authorised', to: 've_free', yearStates: NOT_ENDED, label: 'Verpflichtungsermächtigung' },
  USE_VE: { from: 've_free', to: 've_used', yearStates: RUNNING, label: 'Inanspruchnahme der VE' },
  RELEASE_VE: { from: 've_used', to: 've_free', yearStates: RUNNING_OR_CASH_CLOSED, label: 'Freigabe der VE' },
};

export const TRANSFER_KINDS = Object.keys(TRANSFER_RULES) as readonly TransferKind[];
