import { RECORD_PERMISSIONS } from './permissions';
import { defineTransitions, type TransitionTable } from '@wir/shared/kernel';

export const BUNDLE_KIND_LABELS = {
  CASE: 'Fall',
  PAYMENT: 'Auszahlung',
  BUDGET_YEAR: 'Haushaltsjahr',
} as const;

export type BundleKind = keyof typeof BUNDLE_KIND_LABELS;
export const BUNDLE_KINDS = Object.keys(BUNDLE_KIND_LABELS) as BundleKind[];

export const BUNDLE_STATE_LABELS = {
  QUEUED: 'wartet',
  RUNNING: 'wird zusammengestellt',
  DONE: 'fertig',
  FAILED: 'gescheitert',
} as const;

export type BundleState = keyof typeof BUNDLE_STATE_LABELS;
export type BundleAct = 'start' | 'finish' | 'fail';
type BundleRole = (typeof RECORD_PERMISSIONS)['bundle.make'][number] | 'SYSTEM';

const SYSTEM: readonly BundleRole[] = ['SYSTEM'];

/** A bundle that failed is tried again by the queue; one that is done never changes. */
export const BUNDLE_TRANSITIONS: TransitionTable<BundleState, BundleAct, BundleRole> = defineTransitions<
  BundleState,
  BundleAct,
  BundleRole
>({
  name: 'bundle',
  initial: 'QUEUED',
  states: BUNDLE_STATE_LABELS,
  edges: [
    { act: 'start', from: 'QUEUED', to: 'RUNNING', roles: SYSTEM, label: 'Beginnen' },
    { act: 'start', from: 'FAILED', to: 'RUNNING', roles: SYSTEM, label: 'Erneut beginnen' },
    { act: 'finish', from: 'RUNNING', to: 'DONE', roles: SYSTEM, label: 'Abschließen' },
    { act: 'fail', from: 'RUNNING', to: 'FAILED', roles: SYSTEM, label: 'Abbrechen' },
  ],
});
