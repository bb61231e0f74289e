import { Injectable } from '@nestjs/common';
import { assertCorrect } from '@wir/disbursements/domain';
import { Transactions, type Answer, type CurrentRequest } from '@wir/shared/api';
import { CaseLocks } from '../case-locks';
import { RequestQueries } from '../data/request.queries';
import type { CheckDisbursementDto, DisbursementRequestDto } from '../dto/disbursement-request.dto';
import { moveRequest, targetOf } from '../move-request';
import { factsOf } from '../request-actions';
import { assertGates } from '../request-gates';

/** "Sachlich und rechnerisch richtig" (VV zu §§ 70–80 LHO); the bank data confirmed at this moment are part of what was checked. */
@Injectable()
export class CheckRequest {
  constructor(
    private readonly transactions: Transactions,
    private readonly locks: CaseLocks,
    private readonly requests: RequestQueries,
  ) {}

  execute(request: CurrentRequest, id: string, body: CheckDisbursementDto): Promise<Answer<DisbursementRequestDto>> {
    return this.transactions.command(request, async (tx) => {
      const row = await this.locks.requestWithBankData(tx, id);
      const to = targetOf(row, 'check', tx);
      assertCorrect(body);
      assertGates('check', factsOf(row));
      const note = body.note ?? '';
      await moveRequest(tx, row, {
        to,
        values: {
          factual: body.factual,
          arithmetical: body.arithmetical,
          check_note: note,
          checked_by_person_id: tx.actor.personId,
          checked_by_account_id: tx.actor.accountId,
          checked_for_person_id: tx.deputyFor?.personId ?? null,
          checked_at: tx.now,
          bank_account_id: row.confirmed_account_id,
        },
        action: 'disbursement.checked',
        after: {
          factual: body.factual,
          arithmetical: body.arithmetical,
          amountCents: row.amount_cents,
          bankAccountId: row.confirmed_account_id,
        },
        message: 'disbursement.checked',
      });
      return this.requests.one(tx, id);
    });
  }
}
