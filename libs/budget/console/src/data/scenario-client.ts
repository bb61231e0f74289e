import { Injectable, inject } from '@angular/core';
import { Api, type Query } from '@wir/shared/console';
import type {
  BudgetScenarioDto,
  BudgetScenarioPageDto,
  CreateBudgetScenarioDto,
  ProposeBudgetScenarioDto,
  ScenarioBasisDto,
  UpdateBudgetScenarioDto,
} from '@wir/shared/contract';

@Injectable({ providedIn: 'root' })
export class ScenarioClient {
  private readonly api = inject(Api);

  /** Everything a scenario is computed from, as it stands now. */
  basis(abort?: AbortSignal): Promise<ScenarioBasisDto> {
    return this.api.get('/budget-scenarios/basis', {}, abort);
  }

  list(query: Query, abort?: AbortSignal): Promise<BudgetScenarioPageDto> {
    return this.api.get('/budget-scenarios', query, abort);
  }

  byId(id: string, abort?: AbortSignal): Promise<BudgetScenarioDto> {
    return this.api.get(`/budget-scenarios/${id}`, {}, abort);
  }

  create(scenario: CreateBudgetScenarioDto): Promise<BudgetScenarioDto> {
    return this.api.post('/budget-scenarios', scenario, 'budget-scenario.create');
  }

  update(id: string, change: UpdateBudgetScenarioDto, version: number): Promise<BudgetScenarioDto> {
    return this.api.patch(`/budget-scenarios/${id}`, change, version);
  }

  propose(id: string, proposal: ProposeBudgetScenarioDto): Promise<BudgetScenarioDto> {
    return this.api.post(`/budget-scenarios/${id}/proposal`, proposal, `budget-scenario.propose.${id}`);
  }

  apply(id: string): Promise<BudgetScenarioDto> {
    return this.api.post(`/budget-scenarios/${id}/application`, {}, `budget-scenario.apply.${id}`);
  }

  reject(id: string, reason: string): Promise<BudgetScenarioDto> {
    return this.api.post(`/budget-scenarios/${id}/rejection`, { reason }, `budget-scenario.reject.${id}`);
  }

  withdraw(id: string, reason: string): Promise<BudgetScenarioDto> {
    return this.api.post(`/budget-scenarios/${id}/withdrawal`, { reason }, `budget-scenario.withdraw.${id}`);
  }
}
