export { answerParent } from './answer-parent';
export { inspectFile } from './inspect-file';
export { INSPECTION_LIMITS, MEDIA_TYPES } from './limits';
export type { MediaType } from './limits';
export type { RefusalReason, Verdict } from './verdict';
