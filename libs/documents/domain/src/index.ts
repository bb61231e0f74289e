export { ADMINISTRATIVE_COURTS, findAdministrativeCourt } from './courts';
export type { AdministrativeCourt } from './courts';
export { amountInWords } from './amount-in-words';
export { canonicalJson } from './canonical-json';
export { awardNotice } from './award-notice';
export { rejectionNotice } from './rejection-notice';
export { MINISTRY_LETTERHEAD } from './letter-frame';
export { sampleAwardFacts, sampleRejectionFacts, sampleYear } from './sample-notices';
export type { ReportTable, TableReportData } from './report-data';
export { standardAwardTexts, standardProvisions } from './standard-texts';
export type {
  AwardNoticeFacts,
  AwardYearFacts,
  FinancingType,
  NoticeFacts,
  NoticeTexts,
  PlanLine,
  ProvisionFacts,
  ProvisionType,
  RecipientFacts,
  RejectionNoticeFacts,
} from './notice-facts';
export type {
  AwardNoticeData,
  DeclarationForm,
  LabelledValue,
  LetterData,
  Letterhead,
  NoticeBlock,
  NoticeSection,
  NoticeSignature,
  RejectionNoticeData,
  TableRow,
} from './letter-data';
export { MEDIA_TYPES, type MediaType } from './media-types';
export type { CashOrderData, CashOrderRow } from './cash-order-data';
