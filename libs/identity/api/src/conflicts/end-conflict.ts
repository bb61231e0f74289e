import { Injectable } from '@nestjs/common';
import { assertDifferentPersons, withRepresented } from '@wir/identity/domain';
import { Transactions, type Answer, type CurrentRequest } from '@wir/shared/api';
import { DomainError } from '@wir/shared/kernel';
import { withIsoMoments } from '../accounts/iso-moments';
import type { ConflictOfInterestDto } from './conflict.dto';

const LOCK = 'SELECT identity.lock_conflict($1) AS conflict';
const END = 'SELECT identity.end_conflict($1, $2) AS conflict';

/** Only the head of unit ends a conflict, and nobody his own, neither himself nor through a deputy. */
@Injectable()
export class EndConflict {
  constructor(private readonly transactions: Transactions) {}

  execute(request: CurrentRequest, id: string, reason: string): Promise<Answer<ConflictOfInterestDto>> {
    return this.transactions.command(request, async (tx) => {
      const locked = await tx.queryOne<{ conflict: ConflictOfInterestDto | null }>(LOCK, [id]);
      if (!locked?.conflict) throw new DomainError('not-found', 'conflict.not-found');
      const { personId, applicantId, endedAt } = locked.conflict;
      assertDifferentPersons('conflict.own-person', withRepresented(tx.actor.personId, tx.deputyFor), [personId]);
      if (endedAt !== null) throw new DomainError('conflict', 'conflict.over-already');

      const row = await tx.queryOne<{ conflict: ConflictOfInterestDto }>(END, [id, reason]);
      if (row === null) throw new Error('The conflict was not ended');
      tx.audit({
        action: 'conflict.ended',
        objectType: 'CONFLICT_OF_INTEREST',
        objectId: id,
        reason,
        before: { personId, applicantId },
      });
      return withIsoMoments(row.conflict);
    });
  }
}
