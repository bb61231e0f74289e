import type { MessageCode } from './messages';

export const NOTIFICATION_QUEUE = 'notifications.event';

/** Where the case number is looked up; one of them is enough. */
export interface NotificationSubject {
  readonly applicationId?: string;
  readonly noticeId?: string;
  readonly awardId?: string;
  readonly disbursementRequestId?: string;
  readonly paymentRunId?: string;
  readonly budgetScenarioId?: string;
}

/**
 * Data of a job in `notifications.event`, to be enqueued in the transaction of the act it tells of.
 * `occurrence` tells repetitions apart (the version of the object): the same event is sent to a person once.
 */
export interface NotificationEvent extends NotificationSubject {
  readonly event: MessageCode;
  readonly occurrence: number;
}

export function notificationEvent(
  event: MessageCode,
  subject: NotificationSubject,
  occurrence: number,
): NotificationEvent {
  return { event, occurrence, ...subject };
}

/** At most one message per person, event, object and occurrence, however often the job runs. */
export function eventKeyOf({
  event,
  occurrence,
  applicationId,
  noticeId,
  awardId,
  disbursementRequestId,
  paymentRunId,
  budgetScenarioId,
}: NotificationEvent): string {
  return [
    event,
    budgetScenarioId ?? paymentRunId ?? disbursementRequestId ?? noticeId ?? awardId ?? applicationId ?? '',
    occurrence,
  ].join(':');
}
