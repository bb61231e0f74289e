import { Injectable } from '@nestjs/common';
import { Transactions, type CurrentRequest } from '@wir/shared/api';
import { DomainError } from '@wir/shared/kernel';
import { OwnFactors } from './own-factors';

/** Ten new codes; the old ones are void. */
@Injectable()
export class RenewRecoveryCodes {
  constructor(
    private readonly transactions: Transactions,
    private readonly factors: OwnFactors,
  ) {}

  async execute(request: CurrentRequest): Promise<string[]> {
    const answer = await this.transactions.command(request, async (tx) => {
      if (!tx.actor.hasFactor) throw new DomainError('not-found', 'auth.factor-not-found');
      await this.factors.note(tx, 'account.recovery-codes-renewed', 'RECOVERY');
      return this.factors.replaceCodes(tx);
    });
    return answer.value;
  }
}
