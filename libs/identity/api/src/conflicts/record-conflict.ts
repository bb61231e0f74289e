import { Injectable } from '@nestjs/common';
import { Transactions, type Answer, type CurrentRequest } from '@wir/shared/api';
import { DomainError } from '@wir/shared/kernel';
import { withIsoMoments } from '../accounts/iso-moments';
import type { ConflictOfInterestDto, RecordConflictDto } from './conflict.dto';

const RECORD = 'SELECT identity.record_conflict($1, $2, $3) AS conflict';

/** Everybody may declare himself biased; of others the head of unit may record it. Works at once, for all accounts of the person. */
@Injectable()
export class RecordConflict {
  constructor(private readonly transactions: Transactions) {}

  execute(request: CurrentRequest, body: RecordConflictDto): Promise<Answer<ConflictOfInterestDto>> {
    return this.transactions.command(request, async (tx) => {
      const accountId = body.accountId ?? tx.actor.accountId;
      if (accountId !== tx.actor.accountId && !tx.actor.ownRoles.includes('HEAD_OF_UNIT'))
        throw new DomainError('forbidden', 'conflict.not-yours');
      const values = [accountId, body.applicantId, body.reason];
      const row = await tx.queryOne<{ conflict: ConflictOfInterestDto | null }>(RECORD, values);
      if (!row?.conflict) throw new DomainError('unprocessable', 'conflict.person-or-applicant-unknown');
      const conflict = withIsoMoments(row.conflict);
      tx.audit({
        action: 'conflict.recorded',
        objectType: 'CONFLICT_OF_INTEREST',
        objectId: conflict.id,
        reason: body.reason,
        after: { personId: conflict.personId, applicantId: conflict.applicantId },
      });
      return conflict;
    });
  }
}
