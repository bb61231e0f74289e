import { notificationEvent, NOTIFICATION_QUEUE, type MessageCode } from '@wir/notifications/domain';
import type { Tx } from '@wir/shared/api';
import type { Award } from './data/award.repository';
import type { Notice } from './data/notice.repository';

export interface NoticeTrace {
  readonly action: string;
  readonly toState?: string;
  /** Version after the change. */
  readonly version: number;
  readonly reason?: string | null;
  readonly before?: unknown;
  readonly after?: unknown;
}

/** The trail of the notice itself. */
export function traceNotice(
  tx: Tx,
  notice: Notice,
  { action, toState, version, reason, before, after }: NoticeTrace,
): void {
  tx.audit({
    action,
    objectType: 'NOTICE',
    objectId: notice.id,
    objectVersion: version,
    applicantId: notice.applicantId,
    fromState: toState === undefined ? null : notice.state,
    toState: toState ?? null,
    reason: reason ?? null,
    before,
    after,
  });
}

export function traceAward(tx: Tx, award: Award, action: string, toState: string, version: number): void {
  tx.audit({
    action,
    objectType: 'AWARD',
    objectId: award.id,
    objectVersion: version,
    applicantId: award.applicantId,
    fromState: award.state,
    toState,
  });
}

/** Tells the people at the next desk; leaves after commit. */
export function announceNotice(tx: Tx, { id }: Notice, event: MessageCode, version: number): void {
  tx.enqueue(NOTIFICATION_QUEUE, notificationEvent(event, { noticeId: id }, version));
}
