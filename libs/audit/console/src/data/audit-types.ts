import type { AuditEventDto, AuditVerificationDto, PageOf } from '@wir/shared/contract';

/** What the second form of the trail adds to an event. */
export type AuditEvent = AuditEventDto & {
  readonly outcome?: 'DONE' | 'REFUSED';
  /** Of the refusal. */
  readonly code?: string | null;
  readonly deputyForName?: string | null;
  readonly textsErased?: boolean;
};

export interface AnchorSummary {
  readonly count: number;
  readonly lastDay: string | null;
  readonly lastSignedAt: string | null;
  readonly ok: boolean;
  readonly keyId: string | null;
}

export type Verification = AuditVerificationDto & {
  readonly anchors?: AnchorSummary;
  readonly erasedTexts?: number;
};

export interface Anchor {
  readonly day: string;
  readonly sequence: number;
  readonly head: string;
  readonly keyId: string;
  readonly signature: string;
  readonly ok: boolean;
}

export interface AnchorList {
  readonly items: readonly Anchor[];
  /** PEM. */
  readonly publicKey: string | null;
}

/** Somebody of the authority or the court of audit has looked at something. */
export interface ReadEntry {
  readonly id: number;
  readonly occurredAt: string;
  readonly accountId: string;
  readonly actorName: string;
  readonly actorRole: string;
  readonly objectType: string;
  readonly objectId: string;
  readonly path: string;
  readonly requestId: string;
}

export type EventPage = PageOf<AuditEvent>;
export type ReadPage = PageOf<ReadEntry>;
