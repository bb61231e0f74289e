export { APPLICATION_PERMISSIONS } from './permissions';
export {
  APPLICATION_STATE_LABELS,
  APPLICATION_STATES,
  APPLICATION_TRANSITIONS,
  DECISION_OUTCOMES,
  hasReservation,
  isLive,
} from './application-state';
export type { ApplicationAct, ApplicationState, DecisionOutcome } from './application-state';
export { applicationActions } from './application-actions';
export type { ActionFacts } from './application-actions';
export { ATTACHMENT_KIND_LABELS, ATTACHMENT_KINDS, DECLARATION_TEXTS, INCOME_KINDS } from './application';
export type {
  ApplicationContent,
  AttachmentKind,
  Declarations,
  Expense,
  Income,
  IncomeKind,
  Period,
  PlanYear,
} from './application';
export { APPLICATION_TEXTS } from './codes';
export type { ApplicationCode } from './codes';
export { expensesOf, fundableOf, imbalanceOf, incomeOf, monthsOf, requestedOf } from './plan-sums';
export { planProblems } from './plan-problems';
export type { ApplicationProblem } from './plan-problems';
export { isLate, periodProblems, submissionProblems } from './submission-problems';
export type { CallRules } from './submission-problems';
export { informationRequestDueDate, informationRequestProblems, REQUEST_REASONS } from './information-request';
export type { InformationRequestItem, RequestReason } from './information-request';
export { CHECK_CATALOGUE, CHECK_CODES, CHECK_GROUP_LABELS, CHECK_RESULTS } from './check-catalogue';
export type { AutomaticResult, Check, CheckGroup, CheckResult, CheckSubject } from './check-catalogue';
export { isCut, recommendationProblems } from './recommendation';
export type { CheckAnswer, ProposedYear, Recommendation } from './recommendation';
export { assertBudgetConfirmer, assertDecider, decisionProblems } from './decision';
export type { Decision } from './decision';
