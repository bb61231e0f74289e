import { Injectable } from '@nestjs/common';
import { BUDGET_ACT_TRANSITIONS, type BudgetActAct } from '@wir/budget/domain';
import { assertDifferentPersons, withRepresented } from '@wir/identity/domain';
import { Transactions, updateVersioned, type Answer, type CurrentRequest, type Tx } from '@wir/shared/api';
import { DomainError, move } from '@wir/shared/kernel';
import { bookingsOf, LedgerPosting } from '../ledger-posting';
import type { BudgetActDto } from './budget-act.dto';
import { BudgetActQueries, type BudgetActRow } from './budget-act.queries';
import { transfersOfAct } from './planned-act';

const TRACES: Readonly<Record<BudgetActAct, string>> = {
  apply: 'budget-act.applied',
  reject: 'budget-act.rejected',
  withdraw: 'budget-act.withdrawn',
};

/** The second person: books exactly what was proposed, or nothing. Withdrawing is left to the one who proposed. */
@Injectable()
export class DecideBudgetAct {
  constructor(
    private readonly transactions: Transactions,
    private readonly acts: BudgetActQueries,
    private readonly ledger: LedgerPosting,
  ) {}

  execute(request: CurrentRequest, id: string, act: BudgetActAct, note: string | null): Promise<Answer<BudgetActDto>> {
    return this.transactions.command(request, async (tx) => {
      const row = await this.acts.lock(tx, id);
      const { to } = move(BUDGET_ACT_TRANSITIONS, row.state, act, tx.actor.roles);
      if (row.scenario_id !== null) throw new DomainError('conflict', 'budget-act.part-of-scenario');
      if (act === 'apply')
        assertDifferentPersons('budget-act.same-person', withRepresented(tx.actor.personId, tx.deputyFor), [
          row.proposed_by_person_id,
        ]);
      if (act === 'withdraw' && tx.actor.personId !== row.proposed_by_person_id)
        throw new DomainError('forbidden', 'budget-act.not-proposer');

      await updateVersioned(tx, 'budget.budget_act', id, row.version, {
        state: to,
        decided_at: tx.now,
        decided_by_person_id: tx.actor.personId,
        decided_by_account_id: tx.actor.accountId,
        decision_note: note,
      });
      if (act === 'apply') await this.book(tx, request, row);
      tx.audit({
        action: TRACES[act],
        objectType: 'BUDGET_ACT',
        objectId: id,
        objectVersion: row.version + 1,
        fromState: row.state,
        toState: to,
        reason: note,
      });
      return this.acts.one(tx, id);
    });
  }

  private async book(tx: Tx, request: CurrentRequest, row: BudgetActRow): Promise<void> {
    const main = row.lines.find(({ lineIsMain, targetIsMain }) => lineIsMain || targetIsMain === true);
    const mainLineId = main === undefined ? '' : main.lineIsMain ? main.lineId : (main.targetLineId ?? '');
    const transfers = transfersOfAct(
      {
        kind: row.kind,
        consentReference: row.consent_reference,
        carryOverEndsOn: row.carry_over_ends_on,
        lines: row.lines,
      },
      mainLineId,
    );
    await this.ledger.post(tx, {
      programmeId: row.programme_id,
      commandKey: request.idempotencyKey,
      bookings: bookingsOf(transfers, { actId: row.id, reason: `${row.act_number}: ${row.reason}`.slice(0, 1000) }),
    });
  }
}
