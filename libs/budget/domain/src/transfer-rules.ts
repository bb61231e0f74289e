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
  | 'LAPSE_LOCKED'
  | 'LAPSE_COMMITMENT'
  | 'SHIFT'
  | 'REPHASE_OUT'
  | 'REPHASE_IN'
  | 'CARRY_OUT'
  | 'CARRY_IN'
  | 'AUTHORISE'
  | 'REVOKE_VE'
  | 'USE_VE'
  | 'RELEASE_VE'
  | 'LAPSE_VE';

/** From which account to which a booking may move money, and in which states of the year. The database holds the same table. */
export interface TransferRule {
  readonly from: AccountKind;
  readonly to: AccountKind;
  readonly yearStates: readonly BudgetYearState[];
  readonly label: string;
  /** Booked only as part of a budget act, released by a second person. */
  readonly needsAct?: true;
}

const NOT_ENDED: readonly BudgetYearState[] = ['PLANNED', 'PROVISIONAL', 'OPEN'];
const NOT_CLOSED: readonly BudgetYearState[] = ['PLANNED', 'PROVISIONAL', 'OPEN', 'CASH_CLOSED'];
/** While the budget is provisional nothing new is promised (Art. 140 HV); the years to come are promised from an open one. */
const PROMISING: readonly BudgetYearState[] = ['PLANNED', 'OPEN'];
const RUNNING: readonly BudgetYearState[] = ['PROVISIONAL', 'OPEN'];
const RUNNING_OR_CASH_CLOSED: readonly BudgetYearState[] = ['PROVISIONAL', 'OPEN', 'CASH_CLOSED'];
const CASH_CLOSED: readonly BudgetYearState[] = ['CASH_CLOSED'];
const ALWAYS: readonly BudgetYearState[] = ['PLANNED', 'PROVISIONAL', 'OPEN', 'CASH_CLOSED', 'CLOSED'];

export const TRANSFER_RULES: Readonly<Record<TransferKind, TransferRule>> = {
  APPROPRIATE: { from: 'appropriation', to: 'free', yearStates: NOT_ENDED, label: 'Ansatz' },
  CUT: { from: 'free', to: 'appropriation', yearStates: NOT_ENDED, label: 'Kürzung des Ansatzes' },
  LOCK: { from: 'free', to: 'locked', yearStates: NOT_ENDED, label: 'Haushaltssperre' },
  UNLOCK: { from: 'locked', to: 'free', yearStates: NOT_ENDED, label: 'Aufhebung der Sperre' },
  RESERVE: { from: 'free', to: 'reserved', yearStates: PROMISING, label: 'Vormerkung' },
  RELEASE_RESERVATION: { from: 'reserved', to: 'free', yearStates: NOT_CLOSED, label: 'Auflösung der Vormerkung' },
  COMMIT: { from: 'reserved', to: 'committed', yearStates: PROMISING, label: 'Mittelbindung' },
  RELEASE_COMMITMENT: { from: 'committed', to: 'free', yearStates: NOT_CLOSED, label: 'Auflösung der Mittelbindung' },
  ORDER: { from: 'committed', to: 'ordered', yearStates: RUNNING, label: 'Auszahlungsanordnung' },
  CANCEL_ORDER: { from: 'ordered', to: 'committed', yearStates: RUNNING_OR_CASH_CLOSED, label: 'Storno der Anordnung' },
  PAY: { from: 'ordered', to: 'paid', yearStates: RUNNING_OR_CASH_CLOSED, label: 'Auszahlung' },
  FAIL: { from: 'ordered', to: 'committed', yearStates: RUNNING_OR_CASH_CLOSED, label: 'Rückläufer' },
  RETURN: { from: 'paid', to: 'returned', yearStates: RUNNING_OR_CASH_CLOSED, label: 'Rückzahlung' },
  LAPSE: { from: 'free', to: 'lapsed', yearStates: CASH_CLOSED, label: 'Verfall freier Mittel' },
  LAPSE_LOCKED: { from: 'locked', to: 'lapsed', yearStates: CASH_CLOSED, label: 'Verfall gesperrter Mittel' },
  LAPSE_COMMITMENT: {
    from: 'committed',
    to: 'lapsed',
    yearStates: CASH_CLOSED,
    label: 'Verfall nicht abgerufener Mittel',
  },
  SHIFT: {
    from: 'free',
    to: 'free',
    yearStates: NOT_ENDED,
    label: 'Umsetzung auf eine andere Haushaltsstelle',
    needsAct: true,
  },
  REPHASE_OUT: {
    from: 'free',
    to: 'appropriation',
    yearStates: NOT_ENDED,
    label: 'Umschichtung in ein anderes Jahr',
    needsAct: true,
  },
  REPHASE_IN: {
    from: 'appropriation',
    to: 'free',
    yearStates: NOT_ENDED,
    label: 'Umschichtung aus einem anderen Jahr',
    needsAct: true,
  },
  CARRY_OUT: {
    from: 'free',
    to: 'appropriation',
    yearStates: ['OPEN', 'CASH_CLOSED'],
    label: 'Übertragung in ein späteres Jahr',
    needsAct: true,
  },
  CARRY_IN: {
    from: 'appropriation',
    to: 'free',
    yearStates: NOT_ENDED,
    label: 'Übertragung aus einem früheren Jahr',
    needsAct: true,
  },
  AUTHORISE: { from: 've_authorised', to: 've_free', yearStates: NOT_ENDED, label: 'Verpflichtungsermächtigung' },
  REVOKE_VE: { from: 've_free', to: 've_authorised', yearStates: NOT_ENDED, label: 'Kürzung der VE', needsAct: true },
  USE_VE: { from: 've_free', to: 've_used', yearStates: RUNNING, label: 'Inanspruchnahme der VE' },
  RELEASE_VE: {
    from: 've_used',
    to: 've_free',
    yearStates: ['PROVISIONAL', 'OPEN', 'CASH_CLOSED', 'CLOSED'],
    label: 'Freigabe der VE',
  },
  LAPSE_VE: { from: 've_free', to: 've_lapsed', yearStates: ALWAYS, label: 'Verfall der VE' },
};

/** What may be booked without an act. */
export const EVERYDAY_TRANSFERS = (Object.keys(TRANSFER_RULES) as TransferKind[]).filter(
  (kind) => TRANSFER_RULES[kind].needsAct !== true,
);

export const TRANSFER_KINDS = Object.keys(TRANSFER_RULES) as readonly TransferKind[];
