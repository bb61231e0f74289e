import { Injectable, computed, inject, resource, signal } from '@angular/core';
import { asApiProblem } from '@wir/shared/console';
import type { BudgetActDto } from '@wir/shared/contract';
import { detailState } from '@wir/shared/ui';
import { BudgetActClient } from '../data/budget-act-client';

@Injectable()
export class ActStore {
  private readonly client = inject(BudgetActClient);

  readonly id = signal<string | undefined>(undefined);
  readonly act = detailState<BudgetActDto>(this.id, (id, abort) => this.client.byId(id, abort));
  readonly message = signal<string | null>(null);

  /** What releasing it would do to the balances of now, or what it did when it was booked. */
  private readonly effect = resource({
    params: () => {
      const act = this.act.value();
      return act?.state === 'PROPOSED' || act?.state === 'APPLIED' ? { id: act.id, version: act.version } : undefined;
    },
    loader: ({ params, abortSignal }) => this.client.effects(params.id, abortSignal),
  });
  readonly effects = computed(() => (this.effect.hasValue() ? this.effect.value().effects : null));
  readonly effectProblem = computed(() => problemOf(this.effect.error()));

  private readonly booked = resource({
    params: () => (this.act.value()?.state === 'APPLIED' ? this.act.value()?.id : undefined),
    loader: ({ params, abortSignal }) => this.client.bookings(params, abortSignal),
  });
  readonly bookings = computed(() => (this.booked.hasValue() ? this.booked.value().items : null));
  readonly bookingsProblem = computed(() => problemOf(this.booked.error()));

  reloadBookings(): void {
    this.booked.reload();
  }

  async decide(act: 'apply' | 'reject' | 'withdraw', note: string): Promise<void> {
    const id = this.id() ?? '';
    const deeds = {
      apply: () => this.client.apply(id, null),
      reject: () => this.client.reject(id, note),
      withdraw: () => this.client.withdraw(id),
    };
    this.message.set(null);
    if (await this.act.run(act, deeds[act])) this.message.set(`budget.decide.${act}.done`);
  }

  /** Proposes to free what this act has reserved; the id of the new act, or null when it was refused. */
  async release(act: BudgetActDto, reason: string): Promise<string | null> {
    let proposed: string | null = null;
    const lines = act.lines
      .filter(({ kind }) => kind === 'RESERVE')
      .map(({ year, amountCents, applicationId }) => ({
        kind: 'RELEASE_RESERVATION' as const,
        year,
        amountCents,
        applicationId,
      }));
    await this.act.run('release', async () => {
      const created = await this.client.propose({
        kind: 'AMENDMENT_RESERVATION',
        reason,
        documentReference: act.actNumber,
        lines,
      });
      proposed = created.id;
      return act;
    });
    return proposed;
  }
}

function problemOf(error: Error | undefined): ReturnType<typeof asApiProblem> | null {
  return error ? asApiProblem(error.cause ?? error) : null;
}
