import { Injectable } from '@nestjs/common';
import { assertDeleter, RETENTION_TRANSITIONS } from '@wir/records/domain';
import { Transactions, type Answer, type CurrentRequest } from '@wir/shared/api';
import { DomainError, move } from '@wir/shared/kernel';
import { RetentionQueries } from '../data/retention.queries';
import type { DeleteCaseDto, RetentionDto } from '../retention.dto';
import { UNUSED_FILES_QUEUE } from '../unused-files';

const DELETE = 'SELECT records.delete_case($1, $2, $3) AS files';

/**
 * Deletes the contents of a case after the archive has decided: annexes, letters, free texts, contacts and the texts of its
 * trail. Amounts, numbers, dates and hashes stay, and so does the proof that somebody deleted it.
 */
@Injectable()
export class DeleteCase {
  constructor(
    private readonly transactions: Transactions,
    private readonly retention: RetentionQueries,
  ) {}

  execute(request: CurrentRequest, id: string, { reason }: DeleteCaseDto): Promise<Answer<RetentionDto>> {
    return this.transactions.command(request, async (tx) => {
      const [row] = await this.retention.lock(tx, [id]);
      if (row === undefined) throw new DomainError('not-found', 'retention.not-found');
      const { to } = move(RETENTION_TRANSITIONS, row.state, 'delete', tx.actor.roles);
      assertDeleter(tx.actor.personId, row.decision, row.decided_by_person_id);
      const answer = await tx.queryOne<{ files: string[] }>(DELETE, [id, reason, request.requestId]);
      const files = answer?.files ?? [];
      tx.audit({
        action: 'retention.deleted',
        objectType: 'RETENTION',
        objectId: id,
        objectVersion: row.version + 1,
        applicantId: row.applicant_id,
        fromState: row.state,
        toState: to,
        reason,
        after: { files: files.length },
      });
      if (files.length > 0) tx.enqueue(UNUSED_FILES_QUEUE, { files });
      return this.retention.one(tx, id);
    });
  }
}
