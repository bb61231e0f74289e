import { Injectable } from '@nestjs/common';
import { FileStore } from '@wir/documents/api';
import { Settings, Transactions, updateVersioned, type Answer, type CurrentRequest, type Tx } from '@wir/shared/api';
import { DomainError, sum } from '@wir/shared/kernel';
import { TakeBackPaymentRun } from '../acts/take-back-payment-run';
import { OrderLocks, type LockedOrder } from '../data/order-locks';
import { openDiscrepancies, type NewDiscrepancy } from '../discrepancies/open-discrepancy';
import { payerOf } from '../files/payer';
import { markOrdersExported } from '../runs/finish-export';
import { insertLines, programmeOf } from '../runs/freeze-run';
import { RegisterCheck } from './register-check';
import type { RegisterReconciliationDto } from './register.dto';
import type { RegisterEntry } from './register-lines';

const LOCK = "SELECT pg_advisory_xact_lock(hashtextextended('disbursements.export-register', 20260302))";
const RUN_BY_NUMBER = 'SELECT id, state FROM disbursements.payment_run WHERE run_number = $1 OR id = $2';
const INSERT_RUN = `
INSERT INTO disbursements.payment_run (id, programme_id, run_number, order_count, sum_cents, checksum, files, release, export_payer)
VALUES ($1, $2, $3, $4, $5, $6, '[]', 'REGISTER', $7::jsonb)`;
const ACKNOWLEDGE = `
INSERT INTO disbursements.register_acknowledgement (run_id, run_number, order_number, amount_cents, iban, outcome)
SELECT $1, $2, r.order_number, r.amount_cents, r.iban, r.outcome FROM jsonb_to_recordset($3::jsonb) AS r (order_number text, amount_cents bigint, iban text, outcome text)`;
const RAISE = 'SELECT platform.raise_number($1, $2, $3)';

type Outcome =
  'ADOPTED' | 'UNKNOWN_ORDER' | 'DIFFERENT_AMOUNT' | 'DIFFERENT_ACCOUNT' | 'NOT_ORDERED' | 'RUN_NUMBER_TAKEN';

interface JudgedOrder {
  readonly noted: RegisterEntry['orders'][number];
  readonly order: LockedOrder | undefined;
  readonly outcome: Outcome;
}

const WORDS: Readonly<Record<Outcome, string>> = {
  ADOPTED: 'übernommen',
  UNKNOWN_ORDER: 'Anordnung hier unbekannt',
  DIFFERENT_AMOUNT: 'hier mit anderem Betrag angeordnet',
  DIFFERENT_ACCOUNT: 'hier auf ein anderes Konto angeordnet',
  NOT_ORDERED: 'hier nicht mehr offen angeordnet',
  RUN_NUMBER_TAKEN: 'Nummer des Laufs hier anders vergeben',
};

/**
 * After a restore: what was handed to the cash office counts as exported, so that nobody pays it again. Orders that are still
 * here go into a run with the number they left under; everything else is acknowledged and becomes a discrepancy.
 */
@Injectable()
export class ReconcileRegister {
  constructor(
    private readonly transactions: Transactions,
    private readonly check: RegisterCheck,
    private readonly orders: OrderLocks,
    private readonly takeBack: TakeBackPaymentRun,
    private readonly files: FileStore,
    private readonly settings: Settings,
  ) {}

  execute(request: CurrentRequest): Promise<Answer<RegisterReconciliationDto>> {
    return this.transactions.command(request, async (tx) => {
      await tx.query(LOCK);
      const { damagedLine, unknown, entries } = await this.check.state(tx);
      if (damagedLine !== null) throw new DomainError('locked', 'payment-run.register-damaged', { line: damagedLine });
      const totals = { adoptedRuns: 0, adoptedOrders: 0, discrepancies: 0 };
      for (const entry of unknown) {
        const judged = await this.judge(tx, entry);
        const adopted = judged.flatMap(({ outcome, order }) => (outcome === 'ADOPTED' && order ? [order] : []));
        if (adopted.length > 0) await this.adopt(tx, entry, adopted);
        totals.adoptedRuns += adopted.length > 0 ? 1 : 0;
        totals.adoptedOrders += adopted.length;
        totals.discrepancies += await this.acknowledge(tx, entry, judged);
      }
      await raiseNumbers(tx, entries);
      return totals;
    });
  }

  private async judge(tx: Tx, entry: RegisterEntry): Promise<JudgedOrder[]> {
    const numbers = entry.orders.map(({ orderNumber }) => orderNumber);
    const locked = await this.orders.lock(tx, await this.orders.numbered(tx, numbers));
    const known = new Map(locked.map((order) => [order.orderNumber, order]));
    const holders = await tx.query<{ id: string; state: string }>(RUN_BY_NUMBER, [entry.runNumber, entry.runId]);
    const isTaken = holders.some(({ id, state }) => id !== entry.runId || state === 'TAKEN_BACK');
    return entry.orders.map((noted) => {
      const order = known.get(noted.orderNumber);
      return { noted, order, outcome: outcomeOf(noted, order, isTaken) };
    });
  }

  /** Lists of this database that were frozen and not yet released make room; the register says how it really went. */
  private async adopt(tx: Tx, entry: RegisterEntry, orders: readonly LockedOrder[]): Promise<void> {
    const frozen = new Set(orders.flatMap(({ paymentRunId }) => (paymentRunId === null ? [] : [paymentRunId])));
    const isThisRun = frozen.size === 1 && frozen.has(entry.runId) && orders.length === entry.orderCount;
    if (!isThisRun) {
      const reason = `Laut Ausgaberegister im Lauf ${entry.runNumber} ausgegeben`;
      for (const id of [...frozen].sort()) await this.takeBack.takeBack(tx, id, reason);
      await this.insertRun(tx, entry, orders);
    }
    const version = await this.exportRun(tx, entry);
    await markOrdersExported(tx, entry.runId, entry.runNumber, orders);
    await updateVersioned(tx, 'disbursements.payment_run', entry.runId, version, {
      state: 'EXPORTED',
      exported_at: entry.at,
    });
    tx.audit({
      action: 'payment-run.adopted',
      objectType: 'PAYMENT_RUN',
      objectId: entry.runId,
      objectVersion: version + 1,
      toState: 'EXPORTED',
      after: { runNumber: entry.runNumber, exportedAt: entry.at, orderNumbers: orders.map((each) => each.orderNumber) },
    });
  }

  private async insertRun(tx: Tx, entry: RegisterEntry, orders: readonly LockedOrder[]): Promise<void> {
    await tx.execute(INSERT_RUN, [
      entry.runId,
      programmeOf(orders),
      entry.runNumber,
      orders.length,
      sum(orders.map(({ amountCents }) => amountCents)),
      entry.checksum,
      JSON.stringify(payerOf(this.settings) ?? {}),
    ]);
    await insertLines(tx, entry.runId, orders);
  }

  private async exportRun(tx: Tx, entry: RegisterEntry): Promise<number> {
    const have = await Promise.all(entry.files.map(({ sha256 }) => this.files.has(sha256)));
    const run = await tx.queryOne<{ version: number }>(
      'SELECT version FROM disbursements.payment_run WHERE id = $1 FOR UPDATE',
      [entry.runId],
    );
    return updateVersioned(tx, 'disbursements.payment_run', entry.runId, run?.version ?? 0, {
      state: 'EXPORTING',
      release: 'REGISTER',
      files: JSON.stringify(entry.files.filter((_file, index) => have[index])),
      released_at: entry.at,
      released_by_account_id: tx.actor.accountId,
      released_by_person_id: tx.actor.personId,
      released_for_person_id: tx.deputyFor?.personId ?? null,
      release_shown: JSON.stringify({ name: tx.actor.name, representing: tx.deputyFor?.name ?? null }),
    });
  }

  private async acknowledge(tx: Tx, entry: RegisterEntry, judged: readonly JudgedOrder[]): Promise<number> {
    const rows = judged.map(({ noted, outcome }) => ({
      order_number: noted.orderNumber,
      amount_cents: noted.amountCents,
      iban: noted.iban,
      outcome,
    }));
    await tx.execute(ACKNOWLEDGE, [entry.runId, entry.runNumber, JSON.stringify(rows)]);
    const open = judged.filter(({ outcome }) => outcome !== 'ADOPTED').map((each) => discrepancyOf(entry, each));
    await openDiscrepancies(tx, open);
    tx.audit({
      action: 'payment-run.register-reconciled',
      objectType: 'PAYMENT_RUN',
      objectId: entry.runId,
      after: { runNumber: entry.runNumber, orderCount: judged.length, discrepancies: open.length },
    });
    return open.length;
  }
}

function outcomeOf(noted: JudgedOrder['noted'], order: LockedOrder | undefined, isTaken: boolean): Outcome {
  if (order === undefined) return 'UNKNOWN_ORDER';
  if (order.amountCents !== noted.amountCents) return 'DIFFERENT_AMOUNT';
  if (order.iban !== noted.iban) return 'DIFFERENT_ACCOUNT';
  if (order.state !== 'ORDERED') return 'NOT_ORDERED';
  return isTaken ? 'RUN_NUMBER_TAKEN' : 'ADOPTED';
}

function discrepancyOf(entry: RegisterEntry, { noted, order, outcome }: JudgedOrder): NewDiscrepancy {
  return {
    kind: 'REGISTER_UNKNOWN',
    programmeId: order?.programmeId ?? null,
    orderNumber: noted.orderNumber,
    paymentOrderId: order?.id ?? null,
    expectedCents: order?.amountCents ?? null,
    actualCents: noted.amountCents,
    detail: `Lauf ${entry.runNumber}: ${WORDS[outcome]}`,
  };
}

/** Numbers that left the house are not given a second time. */
async function raiseNumbers(tx: Tx, entries: readonly RegisterEntry[]): Promise<void> {
  const highest = new Map<string, number>();
  const numbers = entries.flatMap(({ runNumber, orders }) => [runNumber, ...orders.map((each) => each.orderNumber)]);
  for (const number of numbers) {
    const [, year, series, value] = /^WIR-(\d{4})-([AL])-(\d+)$/.exec(number) ?? [];
    if (year === undefined || series === undefined) continue;
    const key = `${series} ${year}`;
    highest.set(key, Math.max(highest.get(key) ?? 0, Number(value)));
  }
  for (const [key, value] of [...highest].sort()) {
    const [series, year] = key.split(' ');
    await tx.query(RAISE, [`disbursements.${series}`, Number(year), value]);
  }
}
