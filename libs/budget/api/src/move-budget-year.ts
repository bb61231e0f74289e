import { Injectable } from '@nestjs/common';
import { BUDGET_YEAR_TRANSITIONS, type BudgetYearAct, type BudgetYearState } from '@wir/budget/domain';
import { Transactions, type Answer, type CurrentRequest, type Tx } from '@wir/shared/api';
import { DomainError, fiscalYear, move } from '@wir/shared/kernel';
import type { BudgetYearDto, MoveBudgetYearDto } from './budget.dto';
import { BudgetQueries } from './data/budget.queries';
import { LedgerPosting } from './ledger-posting';

const ACT_TO: Readonly<Record<MoveBudgetYearDto['state'], BudgetYearAct>> = {
  PROVISIONAL: 'openProvisionally',
  OPEN: 'open',
  CASH_CLOSED: 'closeCash',
  CLOSED: 'close',
};

/** Opens or closes a budget year; forward only. */
@Injectable()
export class MoveBudgetYear {
  constructor(
    private readonly transactions: Transactions,
    private readonly ledger: LedgerPosting,
    private readonly budget: BudgetQueries,
  ) {}

  execute(
    request: CurrentRequest,
    wantedYear: number,
    { state, reason }: MoveBudgetYearDto,
  ): Promise<Answer<BudgetYearDto>> {
    return this.transactions.command(request, async (tx) => {
      const year = fiscalYear(wantedYear);
      const programmeId = await this.budget.programmeId(tx);
      const current = (await this.ledger.lockYears(tx, programmeId, [year])).get(year);
      if (current === undefined) throw new DomainError('not-found', 'budget.year-not-found', { year });
      move(BUDGET_YEAR_TRANSITIONS, current, ACT_TO[state], tx.actor.roles, state);
      if (state === 'CLOSED') await this.refuseOpenOrders(tx, year);

      await tx.execute(
        'UPDATE budget.budget_year SET state = $3, version = version + 1 WHERE programme_id = $1 AND year = $2',
        [programmeId, year, state],
      );
      this.trace(tx, year, current, state, reason);
      return this.budget.year(tx, year);
    });
  }

  /** What is ordered is on its way to the bank: the year stays open for the return file. */
  private async refuseOpenOrders(tx: Tx, year: number): Promise<void> {
    const { orderedCents } = await this.budget.year(tx, year);
    if (orderedCents > 0) throw new DomainError('conflict', 'budget-year.orders-open', { year, orderedCents });
  }

  private trace(tx: Tx, year: number, fromState: BudgetYearState, toState: BudgetYearState, reason: string): void {
    tx.audit({
      action: 'budget-year.moved',
      objectType: 'BUDGET_YEAR',
      objectId: String(year),
      fromState,
      toState,
      reason,
    });
  }
}
