import { createHash, randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { paymentCsvRow, runTotals, type ExportedOrder, type PaymentRunRelease } from '@wir/disbursements/domain';
import { Settings, type Tx } from '@wir/shared/api';
import { DomainError } from '@wir/shared/kernel';
import type { LockedOrder } from '../data/order-locks';
import type { CreatePaymentRunDto } from '../dto/payment.dto';
import { payerOf } from '../files/payer';
import { nextNumber } from '../numbers';
import { RegisterCheck } from '../register/register-check';
import { SelectOrders } from './select-orders';

const INSERT = `
INSERT INTO disbursements.payment_run (id, programme_id, run_number, order_count, sum_cents, checksum, files, release, export_payer, created_for_person_id)
VALUES ($1, $2, $3, $4, $5, $6, '[]', $7, $8::jsonb, $9)`;
const JOIN_RUN = `
UPDATE disbursements.payment_order SET payment_run_id = $1, version = version + 1 WHERE id = ANY ($2::uuid[]) AND state = 'ORDERED' AND payment_run_id IS NULL`;
/** Lines and the people behind each order are copied: what was frozen stays, whoever is renamed or leaves. */
const INSERT_LINES = `
INSERT INTO disbursements.payment_run_line (payment_run_id, position, payment_order_id, order_number, applicant_id, award_id, case_number, year, amount_cents, iban,
  account_holder, remittance_text, due_on, approval)
SELECT $1, row_number() OVER (ORDER BY o.order_number COLLATE "C"), o.id, o.order_number, o.applicant_id, o.award_id, a.case_number, o.year, o.amount_cents, o.iban,
  o.account_holder, o.remittance_text, o.due_on, jsonb_build_object('requestNumber', d.request_number, 'requestedAt', d.submitted_at,
    'requestedBy', identity.person_name(d.submitted_by_person_id), 'checkedAt', d.checked_at, 'checkedBy', identity.name_of(d.checked_by_account_id),
    'checkedFor', identity.person_name(d.checked_for_person_id), 'orderedAt', o.ordered_at, 'orderedBy', identity.name_of(o.ordered_by_account_id),
    'orderedFor', identity.person_name(o.ordered_for_person_id))
FROM disbursements.payment_order o JOIN disbursements.disbursement_request d ON d.id = o.disbursement_request_id
JOIN decisions.award w ON w.id = o.award_id JOIN applications.application a ON a.id = w.application_id WHERE o.id = ANY ($2::uuid[])`;

export interface FrozenRun {
  readonly id: string;
  readonly runNumber: string;
  readonly orders: readonly LockedOrder[];
}

/** Puts orders into a run with gapless number, count, sum and checksum; from now on they are in no other one. */
@Injectable()
export class FreezeRun {
  constructor(
    private readonly selectOrders: SelectOrders,
    private readonly registerCheck: RegisterCheck,
    private readonly settings: Settings,
  ) {}

  async execute(tx: Tx, body: CreatePaymentRunDto, release: PaymentRunRelease): Promise<FrozenRun> {
    const payer = payerOf(this.settings);
    const orders = await this.selectOrders.execute(tx, body);
    await this.registerCheck.assertCurrent(tx);
    if (payer === null) throw new DomainError('conflict', 'payment-run.payer-missing');
    const id = randomUUID();
    const runNumber = await nextNumber(tx, 'L');
    const { orderCount, sumCents } = runTotals(orders);
    const checksum = checksumOf(orders);
    const values = [id, programmeOf(orders), runNumber, orderCount, sumCents, checksum, release, JSON.stringify(payer)];
    await tx.execute(INSERT, [...values, tx.deputyFor?.personId ?? null]);
    await insertLines(tx, id, orders);
    tx.audit({
      action: 'payment-run.frozen',
      objectType: 'PAYMENT_RUN',
      objectId: id,
      objectVersion: 1,
      toState: 'FROZEN',
      after: { runNumber, orderCount, sumCents, checksum, release },
    });
    return { id, runNumber, orders };
  }
}

/** The orders join the run and are copied into its lines. */
export async function insertLines(tx: Tx, runId: string, orders: readonly { readonly id: string }[]): Promise<void> {
  const ids = orders.map(({ id }) => id);
  const joined = await tx.execute(JOIN_RUN, [runId, ids]);
  const copied = await tx.execute(INSERT_LINES, [runId, ids]);
  if (joined !== ids.length || copied !== ids.length) throw new Error('An order changed under its lock');
}

/** SHA-256 over the rows of the frozen list, ascending by order number; the same list gives the same sum. */
export function checksumOf(orders: readonly ExportedOrder[]): string {
  return createHash('sha256')
    .update(orders.map((order) => `${paymentCsvRow(order)}\n`).join(''))
    .digest('hex');
}

export function programmeOf(orders: readonly { readonly programmeId: string }[]): string {
  const [programme, other] = [...new Set(orders.map(({ programmeId }) => programmeId))];
  if (programme === undefined || other !== undefined) throw new Error('A run belongs to one programme');
  return programme;
}
