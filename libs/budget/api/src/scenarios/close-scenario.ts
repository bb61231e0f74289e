import { Injectable } from '@nestjs/common';
import { BUDGET_SCENARIO_TRANSITIONS } from '@wir/budget/domain';
import { assertDifferentPersons, withRepresented } from '@wir/identity/domain';
import { Transactions, updateVersioned, type Answer, type CurrentRequest } from '@wir/shared/api';
import { DomainError, move } from '@wir/shared/kernel';
import type { BudgetScenarioDto } from './budget-scenario.dto';
import { BudgetScenarioQueries } from './budget-scenario.queries';

const TRACES = { reject: 'rejected', withdraw: 'withdrawn' } as const;

/** The end without a booking: rejected by a second person, or given up. The acts end with it. */
@Injectable()
export class CloseScenario {
  constructor(
    private readonly transactions: Transactions,
    private readonly scenarios: BudgetScenarioQueries,
  ) {}

  execute(
    request: CurrentRequest,
    id: string,
    act: 'reject' | 'withdraw',
    reason: string,
  ): Promise<Answer<BudgetScenarioDto>> {
    return this.transactions.command(request, async (tx) => {
      const row = await this.scenarios.lock(tx, id);
      const { to } = move(BUDGET_SCENARIO_TRANSITIONS, row.state, act, tx.actor.roles);
      if (act === 'reject')
        assertDifferentPersons('budget-scenario.same-person', withRepresented(tx.actor.personId, tx.deputyFor), [
          row.proposed_by_person_id,
        ]);
      const isProposer = tx.actor.personId === row.proposed_by_person_id;
      if (act === 'withdraw' && row.state === 'PROPOSED' && !isProposer)
        throw new DomainError('forbidden', 'budget-scenario.not-proposer');
      const decided = {
        state: to,
        decided_at: tx.now,
        decided_by_person_id: tx.actor.personId,
        decided_by_account_id: tx.actor.accountId,
        decision_note: reason,
      };
      const version = await updateVersioned(tx, 'budget.scenario', id, row.version, decided);
      for (const each of row.acts) {
        await updateVersioned(tx, 'budget.budget_act', each.id, each.version, decided);
        tx.audit({
          action: `budget-act.${TRACES[act]}`,
          objectType: 'BUDGET_ACT',
          objectId: each.id,
          objectVersion: each.version + 1,
          fromState: each.state,
          toState: to,
          reason,
        });
      }
      tx.audit({
        action: `budget-scenario.${TRACES[act]}`,
        objectType: 'BUDGET_SCENARIO',
        objectId: id,
        objectVersion: version,
        fromState: row.state,
        toState: to,
        reason,
      });
      return this.scenarios.one(tx, id);
    });
  }
}
