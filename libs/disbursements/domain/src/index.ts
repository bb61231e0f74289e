export {
  assertInstalmentPlan,
  INSTALMENT_LEAD_DAYS,
  isDueSoon,
  proposedInstalments,
  reducedInstalments,
  vacancySavings,
} from './instalments';
export type { PlannedInstalment, StaffedPost } from './instalments';
export {
  assertWithinLimit,
  firstFreeDay,
  PAYMENT_BLOCK_CODES,
  PAYMENT_BLOCK_REASONS,
  PAYMENT_BLOCK_TRANSITIONS,
} from './payment-block';
export type { ActiveBlock, PaymentBlockReason, PaymentBlockState } from './payment-block';
export { forecastOutflow } from './forecast';
export type {
  DatedMoney,
  Forecast,
  ForecastFacts,
  ForecastMonth,
  ForecastYear,
  OpenCommitment,
  OpenInstalment,
} from './forecast';
export {
  assertMayWaive,
  discrepancyKindOf,
  PAYMENT_DISCREPANCY_KINDS,
  PAYMENT_DISCREPANCY_TRANSITIONS,
  SETTLED_BY_A_LATER_ROW,
} from './payment-discrepancy';
export type { PaymentDiscrepancyAct, PaymentDiscrepancyKind, PaymentDiscrepancyState } from './payment-discrepancy';
export { DISBURSEMENT_PERMISSIONS } from './permissions';
export {
  BANK_ACCOUNT_TRANSITIONS,
  DISBURSEMENT_STATE_LABELS,
  DISBURSEMENT_TRANSITIONS,
  PAYMENT_ORDER_TRANSITIONS,
} from './disbursement-state';
export type { BankAccountState, DisbursementAct, DisbursementState, PaymentOrderState } from './disbursement-state';
export { DISBURSEMENT_TEXTS } from './codes';
export type { DisbursementCode } from './codes';
export { trancheFigures } from './tranche-figures';
export type { TrancheFigures } from './tranche-figures';
export {
  assertBankConfirmer,
  assertBankDataUnchanged,
  assertCorrect,
  assertOrderer,
  isWithinNeedWindow,
  mayConfirmBankData,
  mayOrder,
  requestProblems,
} from './request-rules';
export type { DisbursementProblem, RequestContent } from './request-rules';
export { formatIban, isIban, normalizeIban } from './iban';
export { remittanceText, toSepaText } from './remittance-text';
export type { RemittanceFacts } from './remittance-text';
export { PAYMENT_CSV_HEADER, paymentCsv, paymentCsvRow, runTotals } from './payment-csv';
export type { ExportedOrder } from './payment-csv';
export { MAX_RETURN_ROWS, readReturnFile, RETURN_FILE_HEADER } from './return-file';
export type { ReturnFile, ReturnRow } from './return-file';
export { judgeReturnRows, ReturnJudge } from './return-rows';
export type {
  AnsweredOrder,
  BookedOutcome,
  JudgedRow,
  Judgement,
  KnownOrder,
  RepaymentFact,
  ReturnBooking,
  RowOutcome,
} from './return-rows';
export { PAYMENT_RUN_STATE_LABELS, PAYMENT_RUN_STATES, PAYMENT_RUN_TRANSITIONS } from './payment-run';
export type { PaymentRunRelease, PaymentRunState } from './payment-run';
