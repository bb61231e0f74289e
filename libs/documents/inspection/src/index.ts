export { answerParent } from './answer-parent';
export { inspectFile } from './inspect-file';
export { INSPECTION_LIMITS } from './limits';
export type { RefusalReason, Verdict } from './verdict';
