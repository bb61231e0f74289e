import { Injectable } from '@nestjs/common';
import { BUDGET_SCENARIO_TRANSITIONS, computeScenario, planScenario } from '@wir/budget/domain';
import { Transactions, updateVersioned, type Answer, type CurrentRequest, type Tx } from '@wir/shared/api';
import { DomainError, move } from '@wir/shared/kernel';
import { InsertBudgetAct } from '../acts/insert-budget-act';
import { BudgetLineQueries } from '../lines/budget-line.queries';
import { LedgerPosting } from '../ledger-posting';
import type { BudgetScenarioDto, ProposeBudgetScenarioDto } from './budget-scenario.dto';
import { BudgetScenarioQueries, measuresOfRow, proposalFault, type ScenarioRow } from './budget-scenario.queries';
import { ScenarioBasisQueries } from './scenario-basis.queries';

/** Freezes the result to the cent and lays the acts before the second person; books nothing. */
@Injectable()
export class ProposeScenario {
  constructor(
    private readonly transactions: Transactions,
    private readonly bases: ScenarioBasisQueries,
    private readonly scenarios: BudgetScenarioQueries,
    private readonly budgetLines: BudgetLineQueries,
    private readonly insertAct: InsertBudgetAct,
    private readonly ledger: LedgerPosting,
  ) {}

  execute(request: CurrentRequest, id: string, body: ProposeBudgetScenarioDto): Promise<Answer<BudgetScenarioDto>> {
    return this.transactions.command(request, async (tx) => {
      const row = await this.scenarios.lock(tx, id);
      const { to } = move(BUDGET_SCENARIO_TRANSITIONS, row.state, 'propose', tx.actor.roles);
      const { acts, ...preview } = computeScenario(await this.bases.basis(tx, row.programme_id), measuresOfRow(row));
      const fault = proposalFault(preview, row.measures.length);
      if (fault !== null) {
        const warnings = preview.warnings.filter(({ isBlocking }) => isBlocking);
        throw new DomainError('unprocessable', fault, { warnings });
      }
      const bookings = planScenario(acts);
      await this.ledger.preview(
        tx,
        row.programme_id,
        bookings.map(({ transfer }) => transfer),
      );

      const version = await updateVersioned(tx, 'budget.scenario', id, row.version, {
        state: to,
        reason: body.reason,
        document_reference: body.documentReference,
        preview: JSON.stringify(preview),
        proposed_at: tx.now,
        proposed_by_person_id: tx.actor.personId,
        proposed_by_account_id: tx.actor.accountId,
      });
      await this.layActs(tx, row, acts, body);
      tx.audit({
        action: 'budget-scenario.proposed',
        objectType: 'BUDGET_SCENARIO',
        objectId: id,
        objectVersion: version,
        fromState: row.state,
        toState: to,
        reason: body.reason,
        after: {
          name: row.name,
          documentReference: body.documentReference,
          measures: row.measures,
          years: preview.years,
        },
      });
      return this.scenarios.one(tx, id);
    });
  }

  private async layActs(
    tx: Tx,
    row: ScenarioRow,
    acts: ReturnType<typeof computeScenario>['acts'],
    { reason, documentReference }: ProposeBudgetScenarioDto,
  ): Promise<void> {
    const main = (await this.budgetLines.all(tx, row.programme_id)).find(({ is_main }) => is_main);
    if (main === undefined) throw new DomainError('not-found', 'budget-line.not-found');
    for (const act of acts) {
      const lines = act.lines.map((line) => ({ ...line, dueYear: null, lineId: main.id, targetLineId: null }));
      await this.insertAct.execute(tx, {
        programmeId: row.programme_id,
        kind: act.kind,
        reason: `${row.name}: ${reason}`.slice(0, 2000),
        documentReference,
        consentReference: null,
        carryOverEndsOn: null,
        scenarioId: row.id,
        lines,
      });
    }
  }
}
