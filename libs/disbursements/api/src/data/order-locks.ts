import { Injectable } from '@nestjs/common';
import type { ExportedOrder, KnownOrder } from '@wir/disbursements/domain';
import type { ReadTx, Tx } from '@wir/shared/api';

/** An order with its request, locked by a payment run or a return file. */
export interface LockedOrder extends ExportedOrder, KnownOrder {
  readonly programmeId: string;
  readonly requestId: string;
  readonly requestVersion: number;
  readonly awardId: string;
  readonly applicationId: string;
  readonly applicantId: string;
  readonly paymentRunId: string | null;
  readonly isBlocked: boolean;
  /** Until then nothing is paid to this account; null when nothing holds it. */
  readonly holdUntil: Date | null;
}

const DUE = `SELECT id FROM disbursements.payment_order WHERE state = 'ORDERED' AND payment_run_id IS NULL AND due_on <= $1::date ORDER BY id LIMIT 1000`;
const BY_NUMBER = 'SELECT id FROM disbursements.payment_order WHERE order_number = ANY ($1::text[]) ORDER BY id';
const LOCK_REQUESTS = `SELECT d.id FROM disbursements.disbursement_request d
  WHERE d.id IN (SELECT o.disbursement_request_id FROM disbursements.payment_order o WHERE o.id = ANY ($1::uuid[])) ORDER BY d.id FOR UPDATE`;
const LOCK_ORDERS = 'SELECT id FROM disbursements.payment_order WHERE id = ANY ($1::uuid[]) ORDER BY id FOR UPDATE';
const READ = `
SELECT o.id, o.programme_id AS "programmeId", o.disbursement_request_id AS "requestId", d.version AS "requestVersion", o.award_id AS "awardId",
  w.application_id AS "applicationId", o.applicant_id AS "applicantId", o.order_number AS "orderNumber", o.state, o.year, o.amount_cents AS "amountCents",
  o.due_on AS "dueOn", o.iban, o.account_holder AS "accountHolder", o.remittance_text AS "remittanceText", a.case_number AS "caseNumber",
  o.document_number AS "documentNumber", o.payment_run_id AS "paymentRunId", disbursements.is_blocked(o.applicant_id, o.award_id) AS "isBlocked",
  (SELECT b.hold_until FROM disbursements.bank_account b WHERE b.id = o.bank_account_id AND b.hold_until > platform.now()) AS "holdUntil"
FROM disbursements.payment_order o JOIN disbursements.disbursement_request d ON d.id = o.disbursement_request_id
JOIN decisions.award w ON w.id = o.award_id JOIN applications.application a ON a.id = w.application_id
WHERE o.id = ANY ($1::uuid[]) ORDER BY o.id`;

/** Requests before orders, each ascending: the order in which a single case locks them too. */
@Injectable()
export class OrderLocks {
  async dueUntil(tx: ReadTx, day: string): Promise<string[]> {
    return (await tx.query<{ id: string }>(DUE, [day])).map(({ id }) => id);
  }

  async numbered(tx: ReadTx, orderNumbers: readonly string[]): Promise<string[]> {
    return (await tx.query<{ id: string }>(BY_NUMBER, [orderNumbers])).map(({ id }) => id);
  }

  /** The rows as they stand under the lock. */
  async lock(tx: Tx, ids: readonly string[]): Promise<LockedOrder[]> {
    await tx.query(LOCK_REQUESTS, [ids]);
    await tx.query(LOCK_ORDERS, [ids]);
    return tx.query<LockedOrder>(READ, [ids]);
  }
}
