import { Injectable } from '@nestjs/common';
import { Transactions, type Answer, type CurrentRequest } from '@wir/shared/api';
import { CaseLocks } from '../case-locks';
import { RequestQueries } from '../data/request.queries';
import type { DisbursementRequestDto } from '../dto/disbursement-request.dto';
import { moveRequest, targetOf, UNCHECKED } from '../move-request';
import { factsOf } from '../request-actions';
import { assertGates } from '../request-gates';

/** The signatory hands the request in, for the first time or again after its return or a failed payment. */
@Injectable()
export class SubmitRequest {
  constructor(
    private readonly transactions: Transactions,
    private readonly locks: CaseLocks,
    private readonly requests: RequestQueries,
  ) {}

  execute(request: CurrentRequest, id: string): Promise<Answer<DisbursementRequestDto>> {
    return this.transactions.command(request, async (tx) => {
      const row = await this.locks.request(tx, id);
      const to = targetOf(row, 'submit', tx);
      assertGates('submit', factsOf(row));
      await moveRequest(tx, row, {
        to,
        values: { ...UNCHECKED, submitted_by_person_id: tx.actor.personId, submitted_at: tx.now, return_reason: null },
        action: 'disbursement.submitted',
        message: 'disbursement.submitted',
      });
      return this.requests.one(tx, id);
    });
  }
}
