import { Injectable, computed, inject, resource, signal } from '@angular/core';
import { asApiProblem } from '@wir/shared/console';
import type { BudgetScenarioDto } from '@wir/shared/contract';
import { detailState } from '@wir/shared/ui';
import { ScenarioClient } from '../data/scenario-client';
import type { ScenarioProposal } from './propose-dialog';
import { toScenario, type ScenarioDraft } from './scenario-draft';

export type Decision = 'apply' | 'reject' | 'withdraw';

@Injectable()
export class ScenarioStore {
  private readonly client = inject(ScenarioClient);

  readonly id = signal<string | undefined>(undefined);
  readonly scenario = detailState<BudgetScenarioDto>(this.id, (id, abort) => this.client.byId(id, abort));
  readonly message = signal<string | null>(null);

  /** Names of awards and applications, and the figures a draft is tried against. */
  private readonly known = resource({
    params: () => (this.scenario.value() ? this.scenario.value()?.id : undefined),
    loader: ({ abortSignal }) => this.client.basis(abortSignal),
  });
  readonly basis = computed(() => (this.known.hasValue() ? this.known.value() : null));
  readonly basisProblem = computed(() => {
    const error = this.known.error();
    return error ? asApiProblem(error.cause ?? error) : null;
  });

  reloadBasis(): void {
    this.known.reload();
  }

  async update(draft: ScenarioDraft): Promise<void> {
    const stored = this.scenario.value();
    if (!stored) return;
    this.message.set(null);
    this.scenario.set(await this.client.update(stored.id, toScenario(draft), stored.version));
    this.message.set('budget.scenario.saved');
  }

  async propose(proposal: ScenarioProposal): Promise<void> {
    await this.run('propose', () => this.client.propose(this.id() ?? '', proposal));
  }

  async decide(decision: Decision, reason: string): Promise<void> {
    const id = this.id() ?? '';
    const deeds = {
      apply: () => this.client.apply(id),
      reject: () => this.client.reject(id, reason),
      withdraw: () => this.client.withdraw(id, reason),
    };
    await this.run(decision, deeds[decision]);
  }

  private async run(act: 'propose' | Decision, deed: () => Promise<BudgetScenarioDto>): Promise<void> {
    this.message.set(null);
    if (await this.scenario.run(act, deed)) this.message.set(`budget.scenario.${act}.done`);
  }
}
