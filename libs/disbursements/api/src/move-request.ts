import { DISBURSEMENT_TRANSITIONS, type DisbursementAct, type DisbursementState } from '@wir/disbursements/domain';
import { NOTIFICATION_QUEUE, notificationEvent, type MessageCode } from '@wir/notifications/domain';
import { updateVersioned, type Tx } from '@wir/shared/api';
import { move } from '@wir/shared/kernel';
import type { RequestRow } from './data/request-row';

export interface RequestMove {
  readonly to: DisbursementState;
  /** Columns that change with the state. */
  readonly values?: Readonly<Record<string, unknown>>;
  readonly action: string;
  readonly reason?: string;
  readonly after?: object;
  readonly message?: MessageCode;
}

/** Forgets the check: what is handed in again is checked again. */
export const UNCHECKED = {
  factual: null,
  arithmetical: null,
  check_note: null,
  checked_by_person_id: null,
  checked_by_account_id: null,
  checked_for_person_id: null,
  checked_at: null,
  bank_account_id: null,
} as const;

/** Where the act leads from here; refuses by role before state. */
export function targetOf(row: RequestRow, act: DisbursementAct, tx: Tx): DisbursementState {
  return move(DISBURSEMENT_TRANSITIONS, row.state, act, tx.actor.roles).to;
}

/** Writes the new state with its trace and its message. */
export async function moveRequest(
  tx: Tx,
  row: RequestRow,
  { to, values, action, reason, after, message }: RequestMove,
): Promise<void> {
  const version = await updateVersioned(tx, 'disbursements.disbursement_request', row.id, row.version, {
    state: to,
    ...values,
  });
  tx.audit({
    action,
    objectType: 'DISBURSEMENT_REQUEST',
    objectId: row.id,
    objectVersion: version,
    applicantId: row.applicant_id,
    fromState: row.state,
    toState: to,
    reason: reason ?? null,
    after,
  });
  if (message !== undefined)
    tx.enqueue(NOTIFICATION_QUEUE, notificationEvent(message, { disbursementRequestId: row.id }, version));
}
