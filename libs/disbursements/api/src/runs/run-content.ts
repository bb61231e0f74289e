import type { PaymentRunRelease, PaymentRunState } from '@wir/disbursements/domain';
import type { ReadTx, Tx } from '@wir/shared/api';
import { DomainError, type Cents, type LocalDate } from '@wir/shared/kernel';
import type { PaymentFileDto } from '../dto/payment.dto';
import type { Payer } from '../files/payer';

/** Who did a step, as it is printed; `representing` is who was represented (i. V.). */
export interface ShownPerson {
  readonly name: string;
  readonly representing: string | null;
}

export interface RunHead {
  readonly id: string;
  readonly run_number: string;
  readonly state: PaymentRunState;
  readonly release: PaymentRunRelease;
  readonly order_count: number;
  readonly sum_cents: Cents;
  readonly checksum: string;
  readonly files: readonly PaymentFileDto[];
  readonly export_payer: Payer;
  readonly created_at: Date;
  readonly created_by: string | null;
  readonly created_by_person_id: string;
  readonly created_for_person_id: string | null;
  readonly created_for: string | null;
  readonly released_at: Date | null;
  readonly release_shown: ShownPerson | null;
  readonly version: number;
}

/** A line with everything its files need. */
export interface RunLine {
  readonly orderId: string;
  readonly orderNumber: string;
  readonly applicantId: string;
  readonly caseNumber: string;
  readonly year: number;
  readonly amountCents: Cents;
  readonly iban: string;
  readonly accountHolder: string;
  readonly remittanceText: string;
  readonly dueOn: LocalDate;
  readonly approval: Approval;
}

/** Empty for runs of the time before there was an approval chain. */
export interface Approval {
  readonly requestNumber?: string;
  readonly requestedAt?: string | null;
  readonly requestedBy?: string | null;
  readonly checkedAt?: string | null;
  readonly checkedBy?: string | null;
  readonly checkedFor?: string | null;
  readonly orderedAt?: string;
  readonly orderedBy?: string | null;
  readonly orderedFor?: string | null;
}

const HEAD = `
SELECT r.id, r.run_number, r.state, r.release, r.order_count, r.sum_cents, r.checksum, r.files, r.export_payer, r.created_at,
  identity.name_of(r.created_by_account_id) AS created_by, r.created_by_person_id, r.created_for_person_id, identity.person_name(r.created_for_person_id) AS created_for,
  r.released_at, r.release_shown, r.version
FROM disbursements.payment_run r WHERE r.id = $1`;
const LINES = `
SELECT l.payment_order_id AS "orderId", l.order_number AS "orderNumber", l.applicant_id AS "applicantId", l.case_number AS "caseNumber", l.year, l.amount_cents AS "amountCents",
  l.iban, l.account_holder AS "accountHolder", l.remittance_text AS "remittanceText", l.due_on AS "dueOn", l.approval
FROM disbursements.payment_run_line l WHERE l.payment_run_id = $1 ORDER BY l.position`;
const LOCK_RUN = 'SELECT 1 FROM disbursements.payment_run WHERE id = $1 FOR UPDATE';

export async function runHead(tx: ReadTx, id: string): Promise<RunHead> {
  const row = await tx.queryOne<RunHead>(HEAD, [id]);
  if (row === null) throw new DomainError('not-found', 'payment-run.not-found');
  return row;
}

/** As it stands under the lock; its orders are locked before it. */
export async function lockedRun(tx: Tx, id: string): Promise<RunHead> {
  await tx.query(LOCK_RUN, [id]);
  return runHead(tx, id);
}

export function runLines(tx: ReadTx, id: string): Promise<RunLine[]> {
  return tx.query<RunLine>(LINES, [id]);
}
