import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import {
  accountName,
  Ledger,
  TRANSFER_RULES,
  type AccountKey,
  type AccountKind,
  type BudgetYearState,
  type PlannedTransfer,
} from '@wir/budget/domain';
import type { ReadTx, Tx } from '@wir/shared/api';
import { cents, fiscalYear, type Cents, type FiscalYear, type LocalDate } from '@wir/shared/kernel';

/** What a transfer refers to besides its accounts; shown when somebody asks what a figure is made of. */
export interface TransferReferences {
  readonly applicationId?: string | null;
  readonly awardId?: string | null;
  readonly noticeId?: string | null;
  readonly paymentOrderId?: string | null;
  readonly reason?: string | null;
  /** Day the money counts for; today unless an imported fact says otherwise. */
  readonly valueDate?: LocalDate;
  readonly reversesId?: number | null;
  /** The budget act that ordered it. */
  readonly actId?: string | null;
}

export interface Booking {
  readonly transfer: PlannedTransfer;
  readonly references: TransferReferences;
}

export interface Posting {
  readonly programmeId: string;
  /** Idempotency-Key of the command; the ledger keeps it, so that a repetition is refused even without the stored answer. */
  readonly commandKey: string | null;
  readonly bookings: readonly Booking[];
}

/** One balance before and after planned transfers. */
export interface BalanceEffect {
  readonly key: AccountKey;
  readonly beforeCents: Cents;
  readonly afterCents: Cents;
}

const READ_YEARS = 'SELECT year, state FROM budget.budget_year WHERE programme_id = $1 AND year = ANY ($2::integer[])';
const LOCK_YEARS =
  'SELECT year, state FROM budget.budget_year WHERE programme_id = $1 AND year = ANY ($2::integer[]) ORDER BY year FOR UPDATE';

const BALANCES = `
SELECT a.kind, a.budget_year, a.due_year, a.award_id, w.line_id, a.balance_cents
FROM jsonb_to_recordset($2::jsonb) AS w (kind text, year integer, due_year integer, award_id uuid, line_id uuid)
JOIN budget.account a ON a.programme_id = $1 AND a.kind = w.kind AND a.budget_year = w.year
  AND a.due_year IS NOT DISTINCT FROM w.due_year AND a.award_id IS NOT DISTINCT FROM w.award_id
JOIN budget.line l ON l.id = a.line_id AND (l.id = w.line_id OR (w.line_id IS NULL AND l.is_main))`;

const INSERT = `
INSERT INTO budget.transfer (kind, from_account_id, to_account_id, amount_cents, application_id, award_id, notice_id, payment_order_id,
  reason, value_date, command_key, line, reverses_id, act_id)
SELECT b.kind, budget.account_in_line($1, b.from_kind, b.year, b.due_year, b.from_award, b.line_id),
  budget.account_in_line($1, b.to_kind, b.year, b.due_year, b.to_award, CASE WHEN b.kind = 'SHIFT' THEN b.target_line_id ELSE b.line_id END),
  b.amount_cents, b.application_id, b.award_id, b.notice_id, b.payment_order_id, b.reason, b.value_date, $2, b.line, b.reverses_id, b.act_id
FROM jsonb_to_recordset($3::jsonb) AS b (kind text, from_kind text, to_kind text, year integer, due_year integer, from_award uuid, to_award uuid,
  amount_cents bigint, application_id uuid, award_id uuid, notice_id uuid, payment_order_id uuid, reason text, value_date date, line smallint, reverses_id bigint,
  line_id uuid, target_line_id uuid, act_id uuid)
ORDER BY b.line`;

interface BalanceRow {
  readonly kind: AccountKind;
  readonly budget_year: number;
  readonly due_year: number | null;
  readonly award_id: string | null;
  readonly line_id: string | null;
  readonly balance_cents: number;
}

/** The one way into the ledger: lock the years, explain a shortage, book. One call per command. */
@Injectable()
export class LedgerPosting {
  /** Ascending and in one statement, so that two postings never wait for each other crosswise. */
  async lockYears(
    tx: Tx,
    programmeId: string,
    years: Iterable<FiscalYear>,
  ): Promise<ReadonlyMap<FiscalYear, BudgetYearState>> {
    const wanted = [...new Set(years)].sort((a, b) => a - b);
    const rows = await tx.query<{ year: number; state: BudgetYearState }>(LOCK_YEARS, [programmeId, wanted]);
    return new Map(rows.map(({ year, state }) => [fiscalYear(year), state]));
  }

  async post(tx: Tx, { programmeId, commandKey, bookings }: Posting): Promise<void> {
    if (bookings.length === 0) return;
    const transfers = bookings.map(({ transfer }) => transfer);
    const states = await this.lockYears(
      tx,
      programmeId,
      transfers.map(({ year }) => year),
    );
    // A municipality that withdraws frees its reservation without seeing the ledger: the database alone decides then.
    if (tx.actor.isStaff) await this.refuseWhatTheLedgerWould(tx, programmeId, transfers, states);
    const rows = bookings.map((booking, index) => rowOf(booking, index + 1, tx.today));
    await tx.execute(INSERT, [programmeId, commandKey ?? randomUUID(), JSON.stringify(rows)]);
  }

  /** What the transfers would do to the balances as they stand now; refuses as the posting would. Books nothing. */
  async preview(tx: ReadTx, programmeId: string, transfers: readonly PlannedTransfer[]): Promise<BalanceEffect[]> {
    const rows = await tx.query<{ year: number; state: BudgetYearState }>(READ_YEARS, [
      programmeId,
      [...new Set(transfers.map(({ year }) => year))],
    ]);
    const states = new Map(rows.map(({ year, state }) => [fiscalYear(year), state]));
    const before = await this.ledgerOf(tx, programmeId, transfers, states);
    const after = before.post(transfers);
    return touchedKeys(transfers).map((key) => ({
      key,
      beforeCents: before.balance(key),
      afterCents: after.balance(key),
    }));
  }

  /** The rules of the database in memory, on the balances under the lock: the refusal names year and remaining amount. */
  private async refuseWhatTheLedgerWould(
    tx: Tx,
    programmeId: string,
    transfers: readonly PlannedTransfer[],
    states: ReadonlyMap<FiscalYear, BudgetYearState>,
  ): Promise<void> {
    (await this.ledgerOf(tx, programmeId, transfers, states)).post(transfers);
  }

  private async ledgerOf(
    tx: ReadTx,
    programmeId: string,
    transfers: readonly PlannedTransfer[],
    states: ReadonlyMap<FiscalYear, BudgetYearState>,
  ): Promise<Ledger> {
    const keys = touchedKeys(transfers);
    const wanted = keys.map(({ kind, year, dueYear, awardId, lineId }) => ({
      kind,
      year,
      due_year: dueYear,
      award_id: awardId,
      line_id: lineId ?? null,
    }));
    const rows = await tx.query<BalanceRow>(BALANCES, [programmeId, JSON.stringify(wanted)]);
    return rows.reduce(
      (ledger, row) => ledger.withBalance(keyOf(row), cents(row.balance_cents)),
      Ledger.withYears(states),
    );
  }
}

/** Each account once, in the order in which the transfers name them. */
function touchedKeys(transfers: readonly PlannedTransfer[]): AccountKey[] {
  return [...new Map(transfers.flatMap(accountsOf).map((key) => [accountName(key), key])).values()];
}

/** The same references for each transfer of a plan. */
export function bookingsOf(transfers: readonly PlannedTransfer[], references: TransferReferences): Booking[] {
  return transfers.map((transfer) => ({ transfer, references }));
}

function accountsOf({ kind, year, dueYear, awardId, lineId = null, targetLineId }: PlannedTransfer): AccountKey[] {
  const { from, to } = TRANSFER_RULES[kind];
  const key = (account: AccountKind, line: string | null): AccountKey => ({
    kind: account,
    year,
    dueYear,
    awardId: account === 'committed' ? awardId : null,
    lineId: line,
  });
  return [key(from, lineId), key(to, kind === 'SHIFT' ? (targetLineId ?? null) : lineId)];
}

function keyOf(row: BalanceRow): AccountKey {
  return {
    kind: row.kind,
    year: fiscalYear(row.budget_year),
    dueYear: row.due_year === null ? null : fiscalYear(row.due_year),
    awardId: row.award_id,
    lineId: row.line_id,
  };
}

function rowOf({ transfer, references }: Booking, line: number, today: LocalDate): object {
  const { from, to } = TRANSFER_RULES[transfer.kind];
  return {
    kind: transfer.kind,
    from_kind: from,
    to_kind: to,
    year: transfer.year,
    due_year: transfer.dueYear,
    from_award: from === 'committed' ? transfer.awardId : null,
    to_award: to === 'committed' ? transfer.awardId : null,
    amount_cents: transfer.amountCents,
    application_id: transfer.applicationId ?? references.applicationId ?? null,
    award_id: transfer.awardId ?? references.awardId ?? null,
    notice_id: references.noticeId ?? null,
    payment_order_id: references.paymentOrderId ?? null,
    reason: references.reason ?? null,
    value_date: references.valueDate ?? today,
    line,
    reverses_id: references.reversesId ?? null,
    line_id: transfer.lineId ?? null,
    target_line_id: transfer.targetLineId ?? null,
    act_id: references.actId ?? null,
  };
}
