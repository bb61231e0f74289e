export { ACCOUNT_KINDS, ACCOUNT_LABELS, accountName, isSource, YEAR_PARTS } from './accounts';
export type { AccountKey, AccountKind } from './accounts';
export { BUDGET_YEAR_TRANSITIONS } from './budget-year';
export type { BudgetYearAct, BudgetYearState } from './budget-year';
export { EVERYDAY_TRANSFERS, TRANSFER_KINDS, TRANSFER_RULES } from './transfer-rules';
export type { TransferKind, TransferRule } from './transfer-rules';
export {
  planAppropriation,
  inBookingOrder,
  planAuthorisation,
  planAuthorisationLapse,
  planCommitmentRelease,
  planPayment,
  planReservation,
  planReservationRelease,
  planSignature,
  planYearEnd,
} from './transfer-plan';
export type { PaymentStep, PlannedTransfer, YearAmount } from './transfer-plan';
export { Ledger } from './ledger';
export type { YearFigures } from './ledger';
export { BUDGET_TEXTS } from './codes';
export type { BudgetCode } from './codes';
export { BUDGET_PERMISSIONS } from './permissions';
export { BUDGET_ACT_KINDS, BUDGET_ACT_RULES, BUDGET_ACT_TRANSITIONS } from './acts/budget-act';
export type { BudgetActAct, BudgetActKind, BudgetActState } from './acts/budget-act';
export { planBudgetAct } from './acts/act-lines';
export type { BudgetActContent, BudgetActLine } from './acts/act-lines';
export { assertBudgetLinePlace } from './lines/budget-line';
export type { BudgetLinePlace } from './lines/budget-line';
export {
  assertMeasures,
  MAX_MEASURES,
  MEASURE_KINDS,
  MEASURE_LABELS,
  MEASURE_ROUNDING,
  measureFault,
} from './scenarios/measure';
export type { MeasureKind, ScenarioMeasure } from './scenarios/measure';
export type {
  ScenarioApplication,
  ScenarioAuthorisation,
  ScenarioAward,
  ScenarioBasis,
  ScenarioYear,
} from './scenarios/scenario-basis';
export { FOLLOW_UP_LABELS, SCENARIO_WARNINGS } from './scenarios/scenario-result';
export type {
  FollowUpKind,
  MeasureEffect,
  ScenarioAct,
  ScenarioActLine,
  ScenarioAuthorisationResult,
  ScenarioFollowUp,
  ScenarioResult,
  ScenarioWarning,
  ScenarioWarningCode,
  ScenarioYearResult,
  YearChange,
  YearPosition,
} from './scenarios/scenario-result';
export { computeScenario, positionOf } from './scenarios/compute-scenario';
export { planScenario } from './scenarios/plan-scenario';
export type { ScenarioBooking } from './scenarios/plan-scenario';
export { BUDGET_SCENARIO_TRANSITIONS } from './scenarios/scenario-state';
export type { BudgetScenarioAct, BudgetScenarioState } from './scenarios/scenario-state';
export { measuresOf } from './scenarios/measure-reader';
export type { MeasureRecord } from './scenarios/measure-reader';
export { positionDifferences } from './scenarios/basis-differences';
export type { PositionDifference } from './scenarios/basis-differences';
