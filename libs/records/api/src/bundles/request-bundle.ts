import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Transactions, type Answer, type CurrentRequest } from '@wir/shared/api';
import type { BundleDto, RequestBundleDto } from './bundle.dto';
import { BundleQueries } from './bundle.queries';
import { labelOf } from './bundle-scope';

export const BUNDLE_QUEUE = 'records.bundle';

const INSERT = 'INSERT INTO records.bundle (id, kind, object_id, label, head_sequence) VALUES ($1, $2, $3, $4, $5)';

/** Notes who wants what; the archive is made by a job. */
@Injectable()
export class RequestBundle {
  constructor(
    private readonly transactions: Transactions,
    private readonly queries: BundleQueries,
  ) {}

  execute(request: CurrentRequest, { kind, objectId, headSequence }: RequestBundleDto): Promise<Answer<BundleDto>> {
    return this.transactions.command(request, async (tx) => {
      const label = await labelOf(tx, kind, objectId);
      const id = randomUUID();
      await tx.execute(INSERT, [id, kind, objectId, label, headSequence ?? null]);
      tx.audit({
        action: 'bundle.requested',
        objectType: 'AUDIT_BUNDLE',
        objectId: id,
        objectVersion: 1,
        toState: 'QUEUED',
        after: { kind, objectId, label, ...(headSequence === undefined ? {} : { headSequence }) },
      });
      tx.enqueue(BUNDLE_QUEUE, { bundleId: id });
      return this.queries.one(tx, id);
    });
  }
}
