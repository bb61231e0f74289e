export { DECISION_PERMISSIONS } from './permissions';
export { isPublic, isVisibleToApplicant, NOTICE_STATE_LABELS, NOTICE_STATES, NOTICE_TRANSITIONS } from './notice-state';
export type { NoticeAct, NoticeKind, NoticeState } from './notice-state';
export { AWARD_STATE_LABELS, AWARD_TRANSITIONS } from './award-state';
export type { AwardAct, AwardState } from './award-state';
export { DECISION_TEXTS } from './codes';
export type { DecisionCode } from './codes';
export { defaultProvisions, PROVISION_TYPE_LABELS } from './ancillary-provisions';
export type { AncillaryProvision, ProvisionType } from './ancillary-provisions';
export { defaultNoticeTexts } from './notice-texts';
export type { NoticeTexts, TextFacts } from './notice-texts';
export { NOTICE_CONTENTS, noticeChecklist, noticeWarnings } from './notice-contents';
export type { ContentCheck, NoticeContent, NoticeContentItem } from './notice-contents';
export {
  assertDispatchDay,
  assertRetrievable,
  assertSignable,
  assertWaivable,
  deadlinesOf,
  isRetrievalExpired,
  maySign,
  noticeKindOf,
} from './notice-rules';
export type { DispatchedNotice } from './notice-rules';
export { totalOf, trancheProblems, tranchesOf } from './award-rules';
export { assertPayable, PAYOUT_GATE_CODES, payoutGates, refusalOf } from './payout-gates';
export type { PayoutFacts, PayoutGate, PayoutGateCode } from './payout-gates';
