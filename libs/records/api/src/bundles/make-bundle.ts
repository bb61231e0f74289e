import { Injectable, type OnModuleInit } from '@nestjs/common';
import { FileStore } from '@wir/documents/api';
import { BUNDLE_TRANSITIONS, type BundleKind, type BundleState } from '@wir/records/domain';
import { Jobs, Transactions, type CurrentRequest } from '@wir/shared/api';
import { DomainError, move } from '@wir/shared/kernel';
import { BundleAssembly, type BundleOrder, type BundlePlan } from './bundle-assembly';
import { BUNDLE_QUEUE } from './request-bundle';

interface BundleRow {
  readonly kind: BundleKind;
  readonly objectId: string;
  readonly label: string;
  readonly state: BundleState;
  readonly headSequence: number | null;
}

const LOCK = `SELECT kind, object_id AS "objectId", label, state, head_sequence AS "headSequence" FROM records.bundle WHERE id = $1 FOR UPDATE`;
const START = `UPDATE records.bundle SET state = 'RUNNING', failure_code = NULL, done = 0, total = 0, version = version + 1 WHERE id = $1`;
const PROGRESS = `UPDATE records.bundle SET done = $2, total = $3, version = version + 1 WHERE id = $1 AND state = 'RUNNING'`;
const FINISH = `UPDATE records.bundle SET state = 'DONE', done = total, head_sequence = $2, head = $3, sha256 = $4, size_bytes = $5, finished_at = $6, version = version + 1
WHERE id = $1 AND state = 'RUNNING'`;
const FAIL = `UPDATE records.bundle SET state = 'FAILED', failure_code = $2, version = version + 1 WHERE id = $1 AND state = 'RUNNING'`;

const SYSTEM = ['SYSTEM'];
const TELL_EVERY_MS = 1000;

/** The job behind a requested bundle. It can run twice: the archive is the same, and the second finds it done. */
@Injectable()
export class MakeBundle implements OnModuleInit {
  constructor(
    private readonly jobs: Jobs,
    private readonly transactions: Transactions,
    private readonly assembly: BundleAssembly,
    private readonly files: FileStore,
  ) {}

  onModuleInit(): void {
    this.jobs.work(BUNDLE_QUEUE, (data, request) => this.execute(request, bundleIdOf(data)));
  }

  async execute(request: CurrentRequest, id: string): Promise<void> {
    const order = await this.start(request, id);
    if (order === null) return;
    try {
      await this.make(request, id, order);
    } catch (error) {
      const code = error instanceof DomainError ? error.code : 'bundle.failed';
      await this.transactions.command(request, (tx) => tx.execute(FAIL, [id, code]));
      // What a rule refused will not get better; the rest is tried again by the queue.
      if (!(error instanceof DomainError)) throw error;
    }
  }

  private async start(request: CurrentRequest, id: string): Promise<BundleOrder | null> {
    const { value } = await this.transactions.command(request, async (tx) => {
      const row = await tx.queryOne<BundleRow>(LOCK, [id]);
      if (row === null || row.state === 'DONE') return null;
      // RUNNING: the process that had begun is gone.
      if (row.state !== 'RUNNING') move(BUNDLE_TRANSITIONS, row.state, 'start', SYSTEM);
      await tx.execute(START, [id]);
      return row;
    });
    return value;
  }

  private async make(request: CurrentRequest, id: string, order: BundleOrder): Promise<void> {
    const plan = await this.assembly.plan(request, order);
    const entries = this.assembly.entries(request, plan);
    let told = 0;
    const tell = async (done: number): Promise<void> => {
      if (done > 0 && performance.now() - told < TELL_EVERY_MS) return;
      told = performance.now();
      await this.transactions.command(request, (tx) => tx.execute(PROGRESS, [id, done, entries.length]));
    };
    const stored = await this.files.put(this.assembly.stream(plan, entries, tell));
    await this.finish(request, id, plan, stored);
  }

  private async finish(
    request: CurrentRequest,
    id: string,
    { order, head }: BundlePlan,
    { sha256, size }: { readonly sha256: string; readonly size: number },
  ): Promise<void> {
    await this.transactions.command(request, async (tx) => {
      const finished = await tx.execute(FINISH, [id, head.sequence, head.head, sha256, size, tx.now]);
      if (finished === 0) return;
      tx.audit({
        action: 'bundle.made',
        objectType: 'AUDIT_BUNDLE',
        objectId: id,
        fromState: 'RUNNING',
        toState: 'DONE',
        after: { label: order.label, sha256, size, headSequence: head.sequence, head: head.head },
      });
    });
  }
}

function bundleIdOf(data: unknown): string {
  if (typeof data === 'object' && data !== null && 'bundleId' in data && typeof data.bundleId === 'string')
    return data.bundleId;
  throw new Error('The job names no bundle');
}
