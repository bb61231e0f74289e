/** What the holder of an account is told of, by mail, because it might not have been him (ASVS 6.3.7). */
export const ACCOUNT_EVENTS = [
  'account.password-changed',
  'account.factor-added',
  'account.factor-removed',
  'account.recovery-codes-renewed',
] as const;

export type AccountEventCode = (typeof ACCOUNT_EVENTS)[number];

/** Data of a job in the queue of notifications (`notifications.event`), enqueued in the transaction of the change. */
export interface AccountEvent {
  readonly event: AccountEventCode;
  readonly accountId: string;
  /** Tells repetitions apart: the id of the request. */
  readonly requestId: string;
}

export const ACCOUNT_EVENT_QUEUE = 'notifications.event';

export function accountEvent(event: AccountEventCode, accountId: string, requestId: string): AccountEvent {
  return { event, accountId, requestId };
}
