import { Injectable } from '@nestjs/common';
import { FileStore } from '@wir/documents/api';
import { NOTIFICATION_QUEUE, notificationEvent } from '@wir/notifications/domain';
import { failPoint, updateVersioned, type ReadTx, type Tx } from '@wir/shared/api';
import { OrderLocks, type LockedOrder } from '../data/order-locks';
import { RunFiles, type RunFile } from '../files/run-files';
import { ExportRegister } from '../register/export-register';
import { lockedRun, runHead, runLines, type RunHead } from './run-content';

const ORDERS = 'SELECT payment_order_id AS id FROM disbursements.payment_run_line WHERE payment_run_id = $1';
/** All processes share the register; the lock is held until the run is EXPORTED. */
const LOCK_REGISTER = "SELECT pg_advisory_xact_lock(hashtextextended('disbursements.export-register', 20260302))";
const EXPORT_ORDERS = `
UPDATE disbursements.payment_order SET state = 'EXPORTED', version = version + 1 WHERE payment_run_id = $1 AND state = 'ORDERED'`;
const EXPORT_REQUESTS = `
UPDATE disbursements.disbursement_request SET state = 'EXPORTED', version = version + 1 WHERE id = ANY ($1::uuid[]) AND state = 'ORDERED'`;

/**
 * EXPORTING → EXPORTED. Every step can be repeated: files have the name of their content, the register takes a run once, and
 * the state changes under the lock. Killed anywhere, the next one who comes by ends at the same files and the same line.
 */
@Injectable()
export class FinishExport {
  constructor(
    private readonly orders: OrderLocks,
    private readonly runFiles: RunFiles,
    private readonly files: FileStore,
    private readonly register: ExportRegister,
  ) {}

  /** Writes what the run names and the store does not have yet; made from the frozen lines, and only if the hash is the named one. */
  async storeFiles(tx: ReadTx, id: string, made: readonly RunFile[] = []): Promise<void> {
    const run = await runHead(tx, id);
    if (run.state !== 'EXPORTING') return;
    const have = await Promise.all(run.files.map(({ sha256 }) => this.files.has(sha256)));
    if (have.every(Boolean)) return;
    const isMade = run.files.every(({ sha256 }) => made.some((file) => file.sha256 === sha256));
    const files = isMade ? made : await this.runFiles.of(run, await runLines(tx, id), releaseOf(run));
    for (const file of files) {
      const named = run.files.find(({ format }) => format === file.format);
      if (named?.sha256 !== file.sha256)
        throw new Error(`The file ${file.format} of ${run.run_number} came out differently`);
      await this.files.put(file.bytes);
      failPoint('payment-run.after-file', file.format);
    }
  }

  async execute(tx: Tx, id: string): Promise<void> {
    const ids = (await tx.query<{ id: string }>(ORDERS, [id])).map((row) => row.id);
    const orders = await this.orders.lock(tx, ids);
    const run = await lockedRun(tx, id);
    if (run.state !== 'EXPORTING') return;
    await tx.query(LOCK_REGISTER);
    await this.appendToRegister(run, orders, tx.now);
    failPoint('payment-run.after-register');
    await this.markExported(tx, run, orders);
    failPoint('payment-run.before-exported');
  }

  private appendToRegister(run: RunHead, orders: readonly LockedOrder[], now: Date): Promise<void> {
    const lines = orders.map(({ orderNumber, amountCents, iban }) => ({ orderNumber, amountCents, iban }));
    return this.register.append({
      runId: run.id,
      runNumber: run.run_number,
      checksum: run.checksum,
      orderCount: run.order_count,
      sumCents: run.sum_cents,
      orders: lines.sort((a, b) => (a.orderNumber < b.orderNumber ? -1 : 1)),
      files: run.files.map(({ format, sha256, sizeBytes }) => ({ format, sha256, sizeBytes })),
      at: now.toISOString(),
    });
  }

  private async markExported(tx: Tx, run: RunHead, orders: readonly LockedOrder[]): Promise<void> {
    await markOrdersExported(tx, run.id, run.run_number, orders);
    const version = await updateVersioned(tx, 'disbursements.payment_run', run.id, run.version, {
      state: 'EXPORTED',
      exported_at: tx.now,
    });
    const { run_number: runNumber, order_count: orderCount, sum_cents: sumCents, files } = run;
    tx.audit({
      action: 'payment-run.exported',
      objectType: 'PAYMENT_RUN',
      objectId: run.id,
      objectVersion: version,
      fromState: 'EXPORTING',
      toState: 'EXPORTED',
      after: { runNumber, orderCount, sumCents, files },
    });
    tx.enqueue(NOTIFICATION_QUEUE, notificationEvent('payment-run.exported', { paymentRunId: run.id }, 1));
  }
}

/** Orders and their requests follow the run together, with a trace for each. */
export async function markOrdersExported(
  tx: Tx,
  runId: string,
  runNumber: string,
  orders: readonly LockedOrder[],
): Promise<void> {
  const exported = await tx.execute(EXPORT_ORDERS, [runId]);
  const moved = await tx.execute(EXPORT_REQUESTS, [orders.map(({ requestId }) => requestId)]);
  if (exported !== orders.length || moved !== orders.length) throw new Error('An order changed under its lock');
  for (const order of orders) {
    tx.audit({
      action: 'disbursement.exported',
      objectType: 'DISBURSEMENT_REQUEST',
      objectId: order.requestId,
      objectVersion: order.requestVersion + 1,
      applicantId: order.applicantId,
      fromState: 'ORDERED',
      toState: 'EXPORTED',
      after: { runNumber, orderNumber: order.orderNumber, amountCents: order.amountCents },
    });
  }
}

function releaseOf({ run_number, released_at: at, release_shown: by }: RunHead): Parameters<RunFiles['of']>[2] {
  if (at === null || by === null) throw new Error(`The run ${run_number} names nobody who released it`);
  return { at, by };
}
