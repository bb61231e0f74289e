import { Injectable } from '@nestjs/common';
import { updateVersioned, type Tx } from '@wir/shared/api';
import { DomainError } from '@wir/shared/kernel';
import { OrderLocks } from '../data/order-locks';
import { RunFiles } from '../files/run-files';
import { ExportRegister } from '../register/export-register';
import { RegisterCheck } from '../register/register-check';
import { lockedRun, runLines } from './run-content';
import { refuseHeld } from './select-orders';

const ORDERS = 'SELECT payment_order_id AS id FROM disbursements.payment_run_line WHERE payment_run_id = $1';

/**
 * FROZEN → EXPORTING: the hashes of all files are committed before any of them can leave the house. From here on nobody takes
 * the run back, and whoever finds it in this state finishes it.
 */
@Injectable()
export class ReleaseRun {
  constructor(
    private readonly orders: OrderLocks,
    private readonly files: RunFiles,
    private readonly register: ExportRegister,
    private readonly registerCheck: RegisterCheck,
  ) {}

  async execute(tx: Tx, id: string): Promise<void> {
    const ids = (await tx.query<{ id: string }>(ORDERS, [id])).map((row) => row.id);
    const orders = await this.orders.lock(tx, ids);
    const run = await lockedRun(tx, id);
    if (run.state !== 'FROZEN') throw new DomainError('conflict', 'payment-run.not-frozen');
    refuseHeld(orders);
    await this.registerCheck.assertCurrent(tx);
    await this.register.assertWritable();

    const representing = tx.deputyFor;
    const by = { name: tx.actor.name, representing: representing?.name ?? null };
    const files = await this.files.of(run, await runLines(tx, id), { at: tx.now, by });
    const named = files.map(({ format, sha256, sizeBytes }) => ({ format, sha256, sizeBytes }));
    const to = 'EXPORTING';
    const version = await updateVersioned(tx, 'disbursements.payment_run', id, run.version, {
      state: to,
      files: JSON.stringify(named),
      released_at: tx.now,
      released_by_account_id: tx.actor.accountId,
      released_by_person_id: tx.actor.personId,
      released_for_person_id: representing?.personId ?? null,
      release_shown: JSON.stringify(by),
    });
    tx.audit({
      action: 'payment-run.released',
      objectType: 'PAYMENT_RUN',
      objectId: id,
      objectVersion: version,
      fromState: 'FROZEN',
      toState: to,
      after: { runNumber: run.run_number, release: run.release, files: named },
    });
  }
}
