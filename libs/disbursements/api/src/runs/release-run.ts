import { Injectable } from '@nestjs/common';
import { updateVersioned, type ReadTx, type Tx } from '@wir/shared/api';
import { DomainError } from '@wir/shared/kernel';
import { OrderLocks } from '../data/order-locks';
import { RunFiles, type Release, type RunFile } from '../files/run-files';
import { ExportRegister } from '../register/export-register';
import { RegisterCheck } from '../register/register-check';
import { lockedRun, runHead, runLines } from './run-content';
import { refuseHeld } from './select-orders';

const ORDERS = 'SELECT payment_order_id AS id FROM disbursements.payment_run_line WHERE payment_run_id = $1';

export interface PreparedRelease extends Release {
  readonly files: readonly RunFile[];
}

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

  /** A thousand orders are seconds of typesetting, which no transaction should wait for; frozen lines do not change meanwhile. */
  async prepare(tx: ReadTx, id: string): Promise<PreparedRelease | null> {
    const run = await runHead(tx, id);
    if (run.state !== 'FROZEN') return null;
    const release = { at: tx.now, by: { name: tx.actor.name, representing: tx.deputyFor?.name ?? null } };
    return { ...release, files: await this.files.of(run, await runLines(tx, id), release) };
  }

  async execute(tx: Tx, id: string, prepared?: PreparedRelease | null): Promise<readonly RunFile[]> {
    const ids = (await tx.query<{ id: string }>(ORDERS, [id])).map((row) => row.id);
    const orders = await this.orders.lock(tx, ids);
    const run = await lockedRun(tx, id);
    if (run.state !== 'FROZEN') throw new DomainError('conflict', 'payment-run.not-frozen');
    refuseHeld(orders);
    await this.registerCheck.assertCurrent(tx);
    await this.register.assertWritable();

    const { at, by, files } = prepared ?? (await this.prepare(tx, id)) ?? {};
    if (at === undefined || by === undefined || files === undefined) throw new Error('A frozen run was not prepared');
    const named = files.map(({ format, sha256, sizeBytes }) => ({ format, sha256, sizeBytes }));
    const to = 'EXPORTING';
    const version = await updateVersioned(tx, 'disbursements.payment_run', id, run.version, {
      state: to,
      files: JSON.stringify(named),
      released_at: at,
      released_by_account_id: tx.actor.accountId,
      released_by_person_id: tx.actor.personId,
      released_for_person_id: tx.deputyFor?.personId ?? null,
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
    return files;
  }
}
