export { BUNDLE_KIND_LABELS, BUNDLE_KINDS, BUNDLE_STATE_LABELS, BUNDLE_TRANSITIONS } from './bundle-state';
export type { BundleAct, BundleKind, BundleState } from './bundle-state';
export { RECORD_TEXTS } from './codes';
export { actLabel, objectLabel, stateLabel } from './trail-labels';
export { RECORD_PERMISSIONS } from './permissions';
