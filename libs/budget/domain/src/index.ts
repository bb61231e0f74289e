export { ACCOUNT_KINDS, ACCOUNT_LABELS, accountName, isSource, YEAR_PARTS } from './accounts';
export type { AccountKey, AccountKind } from './accounts';
export { BUDGET_YEAR_TRANSITIONS } from './budget-year';
export type { BudgetYearAct, BudgetYearState } from './budget-year';
export { TRANSFER_KINDS, TRANSFER_RULES } from './transfer-rules';
export type { TransferKind, TransferRule } from './transfer-rules';
export {
  planAppropriation,
  planAuthorisation,
  planCommitmentRelease,
  planPayment,
  planReservation,
  planReservationRelease,
  planSignature,
} from './transfer-plan';
export type { PaymentStep, PlannedTransfer, YearAmount } from './transfer-plan';
export { Ledger } from './ledger';
export type { YearFigures } from './ledger';
export { BUDGET_TEXTS } from './codes';
export type { BudgetCode } from './codes';
export { BUDGET_PERMISSIONS } from './permissions';
