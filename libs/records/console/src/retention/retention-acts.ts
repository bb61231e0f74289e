import type { Retention } from '../data/retention-client';

export type RetentionAct = 'offer' | 'decide' | 'delete';

/** The one thing that can be done with a case next; nothing before ten years are over, nothing before the archive has spoken. */
export function nextAct({ state, decision }: Retention): RetentionAct | null {
  if (state === 'DUE') return 'offer';
  if (state === 'ARCHIVE_OFFERED') return decision === 'DELETE' ? 'delete' : decision === null ? 'decide' : null;
  return state === 'ARCHIVED' ? 'delete' : null;
}

/** Whoever recorded what the archive decided leaves the deletion to somebody else. */
export function isOwnDecision({ decidedByPersonId }: Retention, personId: string | undefined): boolean {
  return decidedByPersonId !== null && decidedByPersonId === personId;
}
