/** What goes into the digest of an event, each value as the very text that was hashed. */
export interface AuditContent {
  readonly sequence: number;
  /** UTC with microseconds, `2026-03-02T08:00:00.000000Z`. */
  readonly occurredAt: string;
  /** Null only for attempts to sign in as somebody unknown. */
  readonly accountId: string | null;
  readonly personId: string | null;
  readonly actorRole: string;
  /** Account of the absent person the actor stood in for. */
  readonly deputyFor: string | null;
  readonly sessionFamily: string | null;
  readonly action: string;
  readonly objectType: string;
  readonly objectId: string;
  readonly objectVersion: number | null;
  readonly applicantId: string | null;
  readonly fromState: string | null;
  readonly toState: string | null;
  readonly outcome: 'DONE' | 'REFUSED';
  /** Code of the refusal. */
  readonly code: string | null;
  readonly reasonDigest: string | null;
  readonly beforeDigest: string | null;
  readonly afterDigest: string | null;
  readonly requestId: string;
}

/** One line of the export: the content, its place in the chain, and the texts with their salt unless they were erased. */
export interface AuditRecord extends AuditContent {
  readonly digest: string;
  readonly previousHash: string;
  readonly hash: string;
  readonly salt: string | null;
  readonly reason: string | null;
  readonly beforeText: string | null;
  readonly afterText: string | null;
}
