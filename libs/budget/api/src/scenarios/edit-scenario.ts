import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { assertMeasures, BUDGET_SCENARIO_TRANSITIONS, measuresOf, type ScenarioMeasure } from '@wir/budget/domain';
import { assertVersion, Transactions, updateVersioned, type Answer, type CurrentRequest } from '@wir/shared/api';
import { move } from '@wir/shared/kernel';
import { BudgetQueries } from '../data/budget.queries';
import type {
  BudgetScenarioDto,
  CreateBudgetScenarioDto,
  ScenarioMeasureDto,
  UpdateBudgetScenarioDto,
} from './budget-scenario.dto';
import { BudgetScenarioQueries } from './budget-scenario.queries';

const INSERT =
  'INSERT INTO budget.scenario (id, programme_id, name, note, measures) VALUES ($1, $2, $3, $4, $5::jsonb)';

/** Trying things out books nothing and promises nothing; a draft may over-commit as it likes. */
@Injectable()
export class EditScenario {
  constructor(
    private readonly transactions: Transactions,
    private readonly budget: BudgetQueries,
    private readonly scenarios: BudgetScenarioQueries,
  ) {}

  create(request: CurrentRequest, body: CreateBudgetScenarioDto): Promise<Answer<BudgetScenarioDto>> {
    return this.transactions.command(request, async (tx) => {
      const measures = checked(body.measures);
      const id = randomUUID();
      const programmeId = await this.budget.programmeId(tx);
      await tx.execute(INSERT, [id, programmeId, body.name, body.note ?? '', JSON.stringify(measures)]);
      tx.audit({
        action: 'budget-scenario.created',
        objectType: 'BUDGET_SCENARIO',
        objectId: id,
        objectVersion: 1,
        toState: 'DRAFT',
        after: { name: body.name, measures },
      });
      return this.scenarios.one(tx, id);
    });
  }

  update(request: CurrentRequest, id: string, body: UpdateBudgetScenarioDto): Promise<Answer<BudgetScenarioDto>> {
    return this.transactions.command(request, async (tx) => {
      const row = await this.scenarios.lock(tx, id);
      assertVersion(request, row.version);
      move(BUDGET_SCENARIO_TRANSITIONS, row.state, 'edit', tx.actor.roles);
      const measures = body.measures === undefined ? undefined : checked(body.measures);
      const version = await updateVersioned(tx, 'budget.scenario', id, row.version, {
        name: body.name,
        note: body.note,
        measures: measures === undefined ? undefined : JSON.stringify(measures),
      });
      tx.audit({
        action: 'budget-scenario.changed',
        objectType: 'BUDGET_SCENARIO',
        objectId: id,
        objectVersion: version,
        before: { name: row.name, note: row.note, measures: row.measures },
        after: { name: body.name ?? row.name, note: body.note ?? row.note, measures: measures ?? row.measures },
      });
      return this.scenarios.one(tx, id);
    });
  }
}

function checked(records: readonly ScenarioMeasureDto[]): ScenarioMeasure[] {
  const measures = measuresOf(records);
  assertMeasures(measures);
  return measures;
}
