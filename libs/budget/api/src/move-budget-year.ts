import { Injectable } from '@nestjs/common';
import { BUDGET_YEAR_TRANSITIONS, planYearEnd, type BudgetYearAct, type BudgetYearState } from '@wir/budget/domain';
import { Transactions, type Answer, type CurrentRequest, type Tx } from '@wir/shared/api';
import { cents, DomainError, fiscalYear, move, type FiscalYear } from '@wir/shared/kernel';
import type { BudgetYearDto, MoveBudgetYearDto } from './budget.dto';
import { BudgetQueries } from './data/budget.queries';
import { bookingsOf, LedgerPosting } from './ledger-posting';

const LEFT = `
SELECT a.kind, a.award_id, CASE WHEN l.is_main THEN NULL ELSE a.line_id END AS line_id, a.balance_cents
FROM budget.account a JOIN budget.line l ON l.id = a.line_id
WHERE a.programme_id = $1 AND a.budget_year = $2 AND a.kind IN ('free', 'locked', 'committed') AND a.balance_cents > 0 ORDER BY a.kind, a.id`;

interface LeftRow {
  readonly kind: 'free' | 'locked' | 'committed';
  readonly award_id: string | null;
  readonly line_id: string | null;
  readonly balance_cents: number;
}

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
      if (state === 'CLOSED') await this.endYear(tx, request, programmeId, year);

      await tx.execute(
        'UPDATE budget.budget_year SET state = $3, version = version + 1 WHERE programme_id = $1 AND year = $2',
        [programmeId, year, state],
      );
      this.trace(tx, year, current, state, reason);
      return this.budget.year(tx, year);
    });
  }

  /** What is ordered or reserved keeps the year open; all else that is left of it lapses. */
  private async endYear(tx: Tx, request: CurrentRequest, programmeId: string, year: FiscalYear): Promise<void> {
    const { orderedCents, reservedCents } = await this.budget.year(tx, year);
    if (orderedCents > 0) throw new DomainError('conflict', 'budget-year.orders-open', { year, orderedCents });
    if (reservedCents > 0) throw new DomainError('conflict', 'budget-year.reservations-open', { year, reservedCents });
    const rows = await tx.query<LeftRow>(LEFT, [programmeId, year]);
    const left = rows.map((row) => ({
      kind: row.kind,
      awardId: row.award_id,
      lineId: row.line_id,
      amountCents: cents(row.balance_cents),
    }));
    await this.ledger.post(tx, {
      programmeId,
      commandKey: request.idempotencyKey,
      bookings: bookingsOf(planYearEnd(year, left), { reason: `Jahresabschluss ${year}` }),
    });
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
