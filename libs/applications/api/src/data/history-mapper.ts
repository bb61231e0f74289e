import type { FieldChangeDto, HistoryEntryDto } from '../dto/history.dto';
import { visibleState } from './visible-columns';

export interface HistoryRow {
  readonly sequence: number;
  readonly occurredAt: Date;
  readonly actorName: string | null;
  readonly actorOrganisation: string | null;
  readonly actorRole: string;
  readonly deputyForName: string | null;
  readonly action: string;
  readonly objectType: string;
  readonly objectId: string;
  readonly fromState: string | null;
  readonly toState: string | null;
  readonly reason: string | null;
  readonly before: unknown;
  readonly after: unknown;
  /** For applicants: the notice with the decision was dispatched. */
  readonly decisionIsDisclosed: boolean;
}

const AUTHORITY = 'AUTHORITY';
const DECISIONS = ['APPROVED', 'PARTLY_APPROVED', 'REJECTED'];

/** What the authority does towards the municipality. Its internal steps (checks, review note, budget, drafts of the notice) are not among them. */
const PUBLIC_OUTCOMES: Readonly<Record<string, readonly string[]>> = {
  APPLICATION: ['INFO_REQUESTED', 'UNDER_REVIEW', 'EXPIRED'],
  NOTICE: ['DISPATCHED', 'NOT_RETRIEVED', 'NOTIFIED', 'APPEALED', 'FINAL'],
  AWARD: ['FINAL'],
  DISBURSEMENT_REQUEST: ['RETURNED', 'PAID', 'FAILED', 'CANCELLED'],
};

/** Reasons written for the municipality to read. */
const REASON_IS_PUBLIC = new Set(['DISBURSEMENT_REQUEST/RETURNED']);

export function toHistory(rows: readonly HistoryRow[], isStaff: boolean): HistoryEntryDto[] {
  return isStaff
    ? rows.map(staffEntry)
    : rows.filter((row) => isOwnAct(row) || isPublicOutcome(row)).map(applicantEntry);
}

function staffEntry(row: HistoryRow): HistoryEntryDto {
  return {
    ...commonOf(row),
    actorName: row.actorName ?? row.actorRole,
    actorRole: row.actorRole,
    deputyForName: row.deputyForName,
    fromState: row.fromState,
    toState: row.toState,
    reason: row.reason,
    changes: changesOf(row),
  };
}

/** Own acts in full; of the authority's acts only that they happened. */
function applicantEntry(row: HistoryRow): HistoryEntryDto {
  const own = isOwnAct(row);
  return {
    ...commonOf(row),
    actorName: (own ? row.actorName : row.actorOrganisation) ?? row.actorRole,
    actorRole: own ? row.actorRole : AUTHORITY,
    deputyForName: own ? row.deputyForName : null,
    fromState: visibleState(row.fromState, false),
    toState: visibleState(row.toState, false),
    reason: own || REASON_IS_PUBLIC.has(`${row.objectType}/${row.toState ?? ''}`) ? row.reason : null,
    changes: own ? changesOf(row) : [],
  };
}

function commonOf({
  sequence,
  occurredAt,
  action,
  objectId,
}: HistoryRow): Pick<HistoryEntryDto, 'sequence' | 'occurredAt' | 'action' | 'objectId'> {
  return { sequence, occurredAt: occurredAt.toISOString(), action, objectId };
}

function isOwnAct({ actorRole }: HistoryRow): boolean {
  return actorRole.startsWith('APPLICANT_');
}

function isPublicOutcome({ objectType, toState, decisionIsDisclosed }: HistoryRow): boolean {
  if (toState === null) return false;
  if (objectType === 'APPLICATION' && DECISIONS.includes(toState)) return decisionIsDisclosed;
  return (PUBLIC_OUTCOMES[objectType] ?? []).includes(toState);
}

/** Field by field, only what differs. */
function changesOf({ before, after }: HistoryRow): FieldChangeDto[] {
  const old = membersOf(before);
  const now = membersOf(after);
  const fields = [...new Set([...Object.keys(old), ...Object.keys(now)])];
  return fields
    .map((field) => ({ field, before: old[field] ?? null, after: now[field] ?? null }))
    .filter((change) => JSON.stringify(change.before) !== JSON.stringify(change.after));
}

function membersOf(image: unknown): Readonly<Record<string, unknown>> {
  return typeof image === 'object' && image !== null && !Array.isArray(image) ? (image as Record<string, unknown>) : {};
}
