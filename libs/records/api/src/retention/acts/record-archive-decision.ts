import { Injectable } from '@nestjs/common';
import { assertDecidedOnce, assertDecisionDay, RETENTION_TRANSITIONS } from '@wir/records/domain';
import { Transactions, type Answer, type CurrentRequest } from '@wir/shared/api';
import { DomainError, move } from '@wir/shared/kernel';
import { RetentionQueries } from '../data/retention.queries';
import type { ArchiveDecisionDto, RetentionDto } from '../retention.dto';

const DECIDE = `UPDATE records.retention SET state = $2, decision = $3, decision_reference = $4, decided_on = $5, decided_by_account_id = $6,
  decided_by_person_id = $7, version = version + 1 WHERE application_id = $1`;

/** Records what the Landesarchiv decided: it takes the file over, or lets it be deleted. It stands once recorded. */
@Injectable()
export class RecordArchiveDecision {
  constructor(
    private readonly transactions: Transactions,
    private readonly retention: RetentionQueries,
  ) {}

  execute(request: CurrentRequest, id: string, body: ArchiveDecisionDto): Promise<Answer<RetentionDto>> {
    return this.transactions.command(request, async (tx) => {
      const [row] = await this.retention.lock(tx, [id]);
      if (row === undefined) throw new DomainError('not-found', 'retention.not-found');
      const act = body.decision === 'ARCHIVE' ? 'handOver' : 'release';
      const { to } = move(RETENTION_TRANSITIONS, row.state, act, tx.actor.roles);
      assertDecidedOnce(row.decision);
      assertDecisionDay(body.decidedOn, row.offered_on, tx.today);
      const { accountId, personId } = tx.actor;
      await tx.execute(DECIDE, [id, to, body.decision, body.reference, body.decidedOn, accountId, personId]);
      tx.audit({
        action: 'retention.decided',
        objectType: 'RETENTION',
        objectId: id,
        objectVersion: row.version + 1,
        applicantId: row.applicant_id,
        fromState: row.state,
        toState: to,
        after: { decision: body.decision, reference: body.reference, decidedOn: body.decidedOn },
      });
      return this.retention.one(tx, id);
    });
  }
}
