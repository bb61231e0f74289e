import { Injectable } from '@nestjs/common';
import { Transactions, type Answer, type CurrentRequest } from '@wir/shared/api';
import { CaseLocks } from '../case-locks';
import { RequestQueries } from '../data/request.queries';
import type { DisbursementRequestDto, ReturnDisbursementDto } from '../dto/disbursement-request.dto';
import { moveRequest, targetOf, UNCHECKED } from '../move-request';

/** The case worker returns to the municipality, the orderer to the check; both say why. */
@Injectable()
export class ReturnRequest {
  constructor(
    private readonly transactions: Transactions,
    private readonly locks: CaseLocks,
    private readonly requests: RequestQueries,
  ) {}

  execute(
    request: CurrentRequest,
    id: string,
    { reason }: ReturnDisbursementDto,
  ): Promise<Answer<DisbursementRequestDto>> {
    return this.transactions.command(request, async (tx) => {
      const row = await this.locks.request(tx, id);
      const to = targetOf(row, 'return', tx);
      await moveRequest(tx, row, {
        to,
        values: { ...UNCHECKED, return_reason: reason },
        action: 'disbursement.returned',
        reason,
        message: to === 'RETURNED' ? 'disbursement.returned' : 'disbursement.returned-to-check',
      });
      return this.requests.one(tx, id);
    });
  }
}
