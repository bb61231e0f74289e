import type { BundleState } from '@wir/records/domain';
import type { StatusLook } from '@wir/shared/ui';
import type { RetentionState } from '../data/retention-client';

export const BUNDLE_LOOKS: Readonly<Record<BundleState, StatusLook>> = {
  QUEUED: { tone: 'wait', icon: 'clock', label: 'records.bundleState.QUEUED' },
  RUNNING: { tone: 'info', icon: 'hourglass', label: 'records.bundleState.RUNNING' },
  DONE: { tone: 'done', icon: 'check-circle', label: 'records.bundleState.DONE' },
  FAILED: { tone: 'stop', icon: 'error', label: 'records.bundleState.FAILED' },
};

export const RETENTION_LOOKS: Readonly<Record<RetentionState, StatusLook>> = {
  OPEN: { tone: 'neutral', icon: 'application', label: 'records.retentionState.OPEN' },
  RETENTION: { tone: 'info', icon: 'lock', label: 'records.retentionState.RETENTION' },
  DUE: { tone: 'act', icon: 'alert', label: 'records.retentionState.DUE' },
  ARCHIVE_OFFERED: { tone: 'wait', icon: 'send', label: 'records.retentionState.ARCHIVE_OFFERED' },
  ARCHIVED: { tone: 'done', icon: 'building', label: 'records.retentionState.ARCHIVED' },
  DELETED: { tone: 'neutral', icon: 'cancel', label: 'records.retentionState.DELETED' },
};
