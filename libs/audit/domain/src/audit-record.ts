/** One line of the export: every value that goes into the hash, as the very text that was hashed. */
export interface AuditRecord {
  readonly sequence: number;
  /** UTC with microseconds, `2026-03-02T08:00:00.000000Z`. */
  readonly occurredAt: string;
  readonly accountId: string;
  readonly personId: string;
  readonly actorRole: string;
  readonly action: string;
  readonly objectType: string;
  readonly objectId: string;
  readonly objectVersion: number | null;
  readonly applicantId: string | null;
  readonly fromState: string | null;
  readonly toState: string | null;
  readonly reason: string | null;
  readonly beforeText: string | null;
  readonly afterText: string | null;
  readonly requestId: string;
  readonly previousHash: string;
  readonly hash: string;
}
