import { defineTransitions, type TransitionTable } from '@wir/shared/kernel';
import { RETENTION_PERMISSIONS } from './retention-permissions';

/** From the closing of a case to its end (domain.md 4.1; § 4 HArchivG: everything is offered before anything is deleted). */
export const RETENTION_STATE_LABELS = {
  OPEN: 'nicht abgeschlossen',
  RETENTION: 'in Aufbewahrung',
  DUE: 'Aufbewahrung beendet',
  ARCHIVE_OFFERED: 'dem Landesarchiv angeboten',
  ARCHIVED: 'vom Landesarchiv übernommen',
  DELETED: 'vernichtet',
} as const;

export type RetentionState = keyof typeof RETENTION_STATE_LABELS;
export type RetentionAct = 'close' | 'reopen' | 'expire' | 'offer' | 'handOver' | 'release' | 'delete';
type RetentionRole = (typeof RETENTION_PERMISSIONS)[keyof typeof RETENTION_PERMISSIONS][number] | 'SYSTEM';

const SYSTEM: readonly RetentionRole[] = ['SYSTEM'];
const may = RETENTION_PERMISSIONS;

/** A case handed over may be deleted here too: the archive has the original. `release` lets it be deleted and changes no state. */
export const RETENTION_TRANSITIONS: TransitionTable<RetentionState, RetentionAct, RetentionRole> = defineTransitions<
  RetentionState,
  RetentionAct,
  RetentionRole
>({
  name: 'retention',
  initial: 'OPEN',
  states: RETENTION_STATE_LABELS,
  edges: [
    { act: 'close', from: 'OPEN', to: 'RETENTION', roles: SYSTEM, label: 'Frist beginnt' },
    { act: 'reopen', from: 'RETENTION', to: 'OPEN', roles: SYSTEM, label: 'Fall wieder offen' },
    { act: 'expire', from: 'RETENTION', to: 'DUE', roles: SYSTEM, label: 'Frist beendet' },
    { act: 'offer', from: 'DUE', to: 'ARCHIVE_OFFERED', roles: may['retention.offer'], label: 'Anbieten' },
    {
      act: 'handOver',
      from: 'ARCHIVE_OFFERED',
      to: 'ARCHIVED',
      roles: may['retention.decide'],
      label: 'Übernahme vermerken',
    },
    {
      act: 'release',
      from: 'ARCHIVE_OFFERED',
      to: 'ARCHIVE_OFFERED',
      roles: may['retention.decide'],
      label: 'Freigabe zur Vernichtung vermerken',
    },
    { act: 'delete', from: 'ARCHIVE_OFFERED', to: 'DELETED', roles: may['retention.delete'], label: 'Vernichten' },
    { act: 'delete', from: 'ARCHIVED', to: 'DELETED', roles: may['retention.delete'], label: 'Vernichten' },
  ],
});
