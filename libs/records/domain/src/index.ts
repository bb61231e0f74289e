export { BUNDLE_KIND_LABELS, BUNDLE_KINDS, BUNDLE_STATE_LABELS, BUNDLE_TRANSITIONS } from './bundle-state';
export type { BundleAct, BundleKind, BundleState } from './bundle-state';
export { RECORD_TEXTS } from './codes';
export { actLabel, objectLabel, stateLabel } from './trail-labels';
export { drawSample, populationDigest, SAMPLE_METHOD } from './payments/payment-sample';
export type { DrawnPayment, HashText, SampledPayment, SampleWish } from './payments/payment-sample';
export { RECORD_PERMISSIONS } from './permissions';
export { RETENTION_PERMISSIONS } from './retention/retention-permissions';
export { RETENTION_STATE_LABELS, RETENTION_TRANSITIONS } from './retention/retention-state';
export type { RetentionAct, RetentionState } from './retention/retention-state';
export {
  assertDecidedOnce,
  assertDecisionDay,
  assertDeleter,
  isRetentionOver,
  retainUntil,
} from './retention/retention-rules';
export type { ArchiveDecision } from './retention/retention-rules';
export { RETENTION_TEXTS } from './retention/retention-texts';
export type { RetentionCode } from './retention/retention-texts';
